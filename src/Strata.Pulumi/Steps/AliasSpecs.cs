using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Protocol;

namespace Strata.Pulumi.Steps;

/// <summary>The former names of a resource as the engine takes them. What its parents were called before, the engine adds by itself.</summary>
internal static class AliasSpecs
{
    public static IEnumerable<Alias> Of(Resource resource, string parentUrn, StepContext context, PropertyProblems problems)
    {
        var aliases = resource.ResourceOptions.Aliases;
        if (aliases.Count > 0 && !context.Features.AliasSpecs)
        {
            problems.AliasesUnsupported();
        }

        return aliases.Select(alias => new Alias { Spec = Of(alias) });

        Alias.Types.Spec Of(ResourceAlias alias)
        {
            var spec = new Alias.Types.Spec { Name = alias.Name ?? "", Type = alias.Type ?? "" };
            switch (alias.ParentName)
            {
                case null:
                    spec.ParentUrn = parentUrn;
                    break;
                case "":
                    spec.NoParent = true;
                    break;
                case { } name:
                    spec.ParentUrn = FormerParent(resource, name, context, problems);
                    break;
            }

            return spec;
        }
    }

    /// <summary>
    /// A component that still has the name, one of the present parent's type first; else the present parent as it would be
    /// called by that name.
    /// </summary>
    private static string FormerParent(Resource resource, string name, StepContext context, PropertyProblems problems)
    {
        var present = resource.ResourceOptions.Parent;
        var named = context.Graph.Resources.OfType<ComponentResource>().Where(component => component.LogicalName == name).ToList();
        if ((named.Find(component => component.TypeToken == present?.TypeToken) ?? named.FirstOrDefault()) is { } former)
        {
            return Urn.Of(former, context.Environment.Project, context.Environment.Stack);
        }

        if (present is null)
        {
            problems.FormerParentUnknown(name);
            return "";
        }

        var urn = Urn.Of(present, context.Environment.Project, context.Environment.Stack);
        return string.Concat(urn.AsSpan(0, urn.Length - present.LogicalName.Length), name);
    }
}
