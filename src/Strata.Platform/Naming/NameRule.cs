using Strata.Text;

namespace Strata.Platform.Naming;

public sealed record NameRule(int MaxLength)
{
    public string Make(IReadOnlyList<string> parts)
    {
        var name = string.Join('-', parts);
        return name.Length <= MaxLength ? name : name[..(MaxLength - 7)] + "-" + StableHash.Of(name);
    }
}
