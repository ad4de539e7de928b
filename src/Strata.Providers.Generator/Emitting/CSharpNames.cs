using System.Text;
using Strata.Generator.Model;

namespace Strata.Generator.Emitting;

/// <summary>The C# names of a package's classes and properties: those of Pulumi's own C# packages.</summary>
internal sealed class CSharpNames(PackageModel package, ManifestPackage wanted)
{
    // Members that Resource and its like bring, and those that every generated resource has.
    private static readonly HashSet<string> TakenInResources =
    [
        "Equals", "Facts", "GetHashCode", "GetOutput", "GetType", "Id", "InputProperties", "LogicalName", "PackageName",
        "ResourceOptions", "Set", "ToString", "TypeFacts", "TypeToken",
    ];

    // The same for InputObject and the generated nested types.
    private static readonly HashSet<string> TakenInTypes = ["Equals", "GetHashCode", "GetType", "Set", "SetSecret", "ToString", "ToValue"];

    /// <summary>The namespace of a module below <c>Strata</c>, such as <c>Aws.S3</c> or <c>Kubernetes.Core.V1</c>.</summary>
    public string Namespace(Token token) => string.Join('.', Segments(token).Prepend(Pascal(package.Name)));

    public static string TypeClass(string typeId) => Pascal(Token.OfType(typeId).Name) + "Args";

    public static string ResourceClass(ResourceModel resource) => Pascal(Token.OfResource(resource.Token).Name);

    /// <summary>The C# properties of a resource's inputs, in the same order. Names are unique and never the class's own.</summary>
    public IReadOnlyList<string> OfResource(ResourceModel resource, IReadOnlyList<PropertyModel> inputs) =>
        Properties(resource.Token, inputs, [.. TakenInResources, ResourceClass(resource)]);

    /// <summary>The same for a nested type.</summary>
    public IReadOnlyList<string> OfType(string typeId, IReadOnlyList<PropertyModel> properties) =>
        Properties(typeId, properties, [.. TakenInTypes, TypeClass(typeId)]);

    /// <summary>The C# property of an output; null when an input or a base member has the name already.</summary>
    public static string? Output(string name, string className, IReadOnlyList<string> inputs)
    {
        var pascal = Pascal(name);
        return TakenInResources.Contains(pascal) || pascal == className || inputs.Contains(pascal) ? null : pascal;
    }

    private List<string> Properties(string owner, IReadOnlyList<PropertyModel> properties, HashSet<string> used)
    {
        var names = new List<string>(properties.Count);
        foreach (var property in properties)
        {
            var name = wanted.CSharpNames.GetValueOrDefault($"{owner}.{property.Name}") ?? property.CSharpName ?? Pascal(property.Name);
            if (!used.Add(name))
            {
                name += property.Type == PrimitiveType.Text ? "Name" : "Details";
                if (!used.Add(name))
                {
                    throw new InvalidOperationException($"'{owner}' has two inputs that would be called '{name}'. Give one a name in the manifest's 'csharpNames'.");
                }
            }

            names.Add(name);
        }

        return names;
    }

    private IEnumerable<string> Segments(Token token)
    {
        if (token.Module.Length == 0)
        {
            return [];
        }

        // Kubernetes' API groups are host names: rbac.authorization.k8s.io/v1 is Rbac.V1, as in Pulumi's C# package.
        var heads = token.Module.Split('/').Select(segment => segment.Split('.')[0]).ToList();
        return wanted.Namespaces.TryGetValue(heads[0], out var listed) ? heads.Skip(1).Select(Pascal).Prepend(listed)
            : package.Namespaces.TryGetValue(token.Module, out var own) ? [own]
            : heads.Select(Pascal);
    }

    private static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        var upper = true;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(letter) : letter);
            upper = false;
        }

        return text.ToString();
    }
}
