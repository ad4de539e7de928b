using System.Collections.Immutable;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Catalog;

/// <summary>A problem whose place the caller knows: who resolves says what, who asked says where.</summary>
public delegate Diagnostic MachineProblem(SourceSpan? at);

/// <summary>What <see cref="MachineResolver"/> answers.</summary>
public abstract record MachineAnswer
{
    private MachineAnswer()
    {
    }

    /// <summary>There is a machine. The remarks are warnings, such as paying for more GPUs than asked.</summary>
    public sealed record Found(MachineChoice Choice, ImmutableArray<MachineProblem> Remarks) : MachineAnswer;

    /// <summary>No machine can be had like that, and why.</summary>
    public sealed record Refused(MachineProblem Problem) : MachineAnswer;
}
