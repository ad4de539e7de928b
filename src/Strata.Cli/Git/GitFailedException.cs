using Strata.Diagnostics;

namespace Strata.Cli.Git;

/// <summary>What to compare cannot be found out; why is the diagnostic.</summary>
internal sealed class GitFailedException(Diagnostic problem) : Exception(problem.Message)
{
    public Diagnostic Problem { get; } = problem;
}
