namespace Strata.Generator.Model;

/// <summary>The parts of a type token or type id that decide where its C# class goes.</summary>
/// <param name="Module"><c>s3</c>, <c>core/v1</c>; empty for the package's root.</param>
/// <param name="Name">The last part: <c>Bucket</c>.</param>
public sealed record Token(string Package, string Module, string Name)
{
    /// <summary>Reads <c>aws:s3/bucket:Bucket</c>, <c>kubernetes:apps/v1:Deployment</c> and <c>pulumi:providers:aws</c>.</summary>
    public static Token OfResource(string token)
    {
        var parts = token.Split(':');
        if (parts is ["pulumi", "providers", var package])
        {
            return new Token(package, "", "Provider");
        }

        return new Token(parts[0], ModuleOf(parts[1], parts[2]), parts[2]);
    }

    /// <summary>Reads a type id such as <c>aws:s3/BucketGrant</c>.</summary>
    public static Token OfType(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        var slash = id.LastIndexOf('/');
        return slash < 0
            ? new Token(id[..colon], "", id[(colon + 1)..])
            : new Token(id[..colon], id[(colon + 1)..slash], id[(slash + 1)..]);
    }

    public string TypeId => Module.Length == 0 ? $"{Package}:{Name}" : $"{Package}:{Module}/{Name}";

    // Bridged providers repeat the name in the module (s3/bucket:Bucket); native ones do not (core/v1:Pod).
    private static string ModuleOf(string module, string name)
    {
        var slash = module.LastIndexOf('/');
        if (slash >= 0 && string.Equals(module[(slash + 1)..], name, StringComparison.OrdinalIgnoreCase))
        {
            module = module[..slash];
        }

        return module == "index" ? "" : module;
    }
}
