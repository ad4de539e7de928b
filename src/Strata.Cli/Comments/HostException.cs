using Strata.Diagnostics;

namespace Strata.Cli.Comments;

/// <summary>A provider that did not do what it was asked. Holds no token.</summary>
/// <param name="status">Of HTTP; 0 when there was no answer.</param>
/// <param name="mayHaveHappened">There was no clear answer to a write: whoever repeats it looks first.</param>
#pragma warning disable CA1032 // Never without a diagnosis.
internal sealed class HostException(Diagnostic diagnostic, int status, bool mayHaveHappened = false) : Exception(diagnostic.Message)
#pragma warning restore CA1032
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    public int Status { get; } = status;

    public bool MayHaveHappened { get; } = mayHaveHappened;
}
