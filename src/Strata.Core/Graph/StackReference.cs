namespace Strata.Graph;

/// <summary>Another stack whose outputs are read. Read, not created.</summary>
/// <param name="stack">As Pulumi names it: <c>stack</c>, <c>organization/project/stack</c>.</param>
public sealed class StackReference(string stack) : Resource("pulumi:pulumi:StackReference", stack, null)
{
    public string Stack { get; } = stack;

    /// <summary>An output of that stack, or a path into one.</summary>
    public Output<T> GetStackOutput<T>(string output) => new(new StackOutputValue(this, output));
}
