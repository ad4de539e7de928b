namespace Strata.Graph;

/// <summary>All that one stack will be: resources in registration order, what each waits for, and the stack's outputs.</summary>
/// <param name="stack">The stack's name.</param>
/// <param name="resources">Each after everything it depends on.</param>
/// <param name="outputs">What other stacks and people can read.</param>
public sealed class ResourceGraph(string stack, IReadOnlyList<Resource> resources, IReadOnlyList<Property> outputs)
{
    public string Stack { get; } = stack;

    public IReadOnlyList<Resource> Resources { get; } = resources;

    public IReadOnlyList<Property> Outputs { get; } = outputs;
}
