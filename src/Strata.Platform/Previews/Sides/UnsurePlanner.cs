namespace Strata.Platform.Previews;

/// <summary>A state whose stacks cannot be planned.</summary>
/// <param name="names">Its stacks.</param>
/// <param name="reason">A full sentence.</param>
public sealed class UnsurePlanner(IReadOnlyCollection<string> names, string reason) : ISidePlanner
{
    public StackSide? Plan(string stack) => names.Contains(stack) ? new StackSide(stack, null, null, null, []) { IsReadBack = true, Unsure = reason } : null;
}
