namespace Strata.Platform.Stacks;

/// <summary>The names under <c>strata:secrets</c>, in order. Their values never come near the model.</summary>
public sealed record SecretNames(IReadOnlyList<string> Names)
{
    public static SecretNames None { get; } = new([]);

    public bool Contains(string name) => Names.Contains(name);
}
