using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Protocol;
using Strata.Pulumi.Values;

namespace Strata.Pulumi.Steps;

/// <summary>What the engine is told of a resource: its inputs, what it depends on and how to treat it.</summary>
internal static class RegistrationRequest
{
    public static RegisterResourceRequest Of(RegisterStep step, StepContext context, PropertyProblems problems)
    {
        var resource = step.Resource;
        var options = resource.ResourceOptions;
        var request = new RegisterResourceRequest
        {
            Type = resource.TypeToken,
            Name = resource.LogicalName,
            Custom = step.HasId,
            Remote = resource.TypeFacts.IsRemoteComponent,
            Parent = options.Parent is { } parent ? context.Plan.Of(parent).Urn : context.StackUrn,
            Object = context.Encoder(problems).Encode(context.Resolver(problems).Resolve(resource.InputProperties)),
            Version = resource.TypeFacts.PluginVersion ?? "",
            ImportId = options.Import ?? "",
            // Said also when false: unset, a newer engine would take the parent's.
            Protect = options.Protect,
            RetainOnDelete = options.RetainOnDelete,
            DeleteBeforeReplace = options.DeleteBeforeReplace,
            DeleteBeforeReplaceDefined = options.DeleteBeforeReplace,
        };
        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        request.AdditionalSecretOutputs.AddRange(resource.TypeFacts.SecretOutputs.Where(IsName));
        request.Aliases.AddRange(AliasSpecs.Of(resource, request.Parent, context, problems));
        if (options.Provider is { } provider && resource is CustomResource)
        {
            AddProvider(request, provider.PackageName, ProviderReference(context.Plan.Of(provider)));
        }

        AddDependencies(request, step);
        return Accepting(request);
    }

    /// <summary>Says that this program understands all forms of answer.</summary>
    public static RegisterResourceRequest Accepting(RegisterResourceRequest request)
    {
        request.AcceptSecrets = true;
        request.AcceptResources = true;
        request.SupportsPartialValues = true;
        request.SupportsResultReporting = true;
        request.AliasSpecs = true;
        return request;
    }

    /// <summary><c>urn::id</c>, the form in which resources and calls name their provider.</summary>
    public static string ProviderReference(ResourceAnswer provider) =>
        $"{provider.Urn}::{(provider.Id is TextProperty id ? id.Text : Signatures.Unknown)}";

    private static void AddProvider(RegisterResourceRequest request, string package, string reference)
    {
        request.Provider = reference;
        if (request.Remote)
        {
            request.Providers[package] = reference;
        }
    }

    private static void AddDependencies(RegisterResourceRequest request, RegisterStep step)
    {
        var all = step.DependsOn.Concat(step.Sources.SelectMany(source => source.Steps)).Select(UrnOf).Distinct();
        request.Dependencies.AddRange(all);
        if (request.Dependencies.Count == 0)
        {
            return;
        }

        // For every input, also with nothing in it: without any, the engine takes each input to depend on everything.
        foreach (var source in step.Sources)
        {
            var urns = new RegisterResourceRequest.Types.PropertyDependencies();
            urns.Urns.AddRange(source.Steps.Select(UrnOf).Distinct());
            request.PropertyDependencies[source.Input] = urns;
        }
    }

    private static string UrnOf(ResourceStep step) => step.Answer!.Urn;

    /// <summary>The engine marks whole outputs; the schema may name parts of one.</summary>
    private static bool IsName(string path) => !path.AsSpan().ContainsAny('.', '[');
}
