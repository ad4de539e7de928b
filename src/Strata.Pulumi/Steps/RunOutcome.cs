using Strata.Diagnostics;

namespace Strata.Pulumi.Steps;

/// <summary>How a deployment stands.</summary>
/// <param name="total">The number of steps.</param>
internal sealed class RunOutcome(int total)
{
    private readonly HashSet<StepEnd> _ends = [];

    public DiagnosticBag Problems { get; } = [];

    public int Done { get; private set; }

    /// <summary>Nothing has happened after which no more should be started.</summary>
    public bool GoesOn => _ends.All(end => end is StepEnd.Done or StepEnd.Incomplete);

    /// <summary>Every step has been done.</summary>
    public bool IsComplete => Done == total;

    public void Add(StepOutcome outcome)
    {
        Done += outcome.End is StepEnd.Done ? 1 : 0;

        // When the connection fails, it does so for every call under way: once is enough.
        if (_ends.Add(outcome.End) || outcome.End is not StepEnd.ConnectionLost)
        {
            Problems.AddRange(outcome.Problems);
        }
    }
}
