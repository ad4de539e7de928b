using Strata.Diagnostics;

namespace Strata.Platform.Stacks;

public sealed class StackLoader(IStackFiles files)
{
    public IReadOnlyList<string> StackNames => files.List();

    public ResolvedStack? Load(string stackName, DiagnosticBag diagnostics) => diagnostics.HasErrors || stackName.Length == files.List().Count ? null : null;
}
