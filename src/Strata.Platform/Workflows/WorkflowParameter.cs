using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Workflows;

/// <summary>Something that whoever starts a workflow may set. Commands see it as text.</summary>
public sealed record WorkflowParameter : ConfigRecord
{
    [Description("Its value when nobody sets it.")]
    public required string Default { get; init; }

    [Description("What it is, for people.")]
    public string? Description { get; init; }

    [Description("The values it may have. Any when empty.")]
    public IReadOnlyList<string> Choices { get; init; } = [];
}
