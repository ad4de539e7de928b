using Strata.Planning;
using Strata.Platform.Stacks;

namespace Strata.Platform.Tests.Stacks;

/// <summary>A resource's identity is its type, its parents' types and its name. Changing one by accident replaces it in every stack.</summary>
public sealed class UrnTests
{
    public static TheoryData<string> Names => [.. new StackRepository(new CaseFolder("stacks")).Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Identities_stay_as_they_are(string stack)
    {
        var graph = new StackRepository(new CaseFolder("stacks")).Expand(stack).Graph!;
        Golden.Check($"urns/{stack}.txt", string.Join('\n', graph.Resources.Select(ResourceIdentity.Of).Order(StringComparer.Ordinal)) + "\n");
    }
}
