using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>One stack as the report shows it.</summary>
public sealed class ReportStack
{
    internal ReportStack(string name, StackModel? model, ExpandedStack? expanded, IReadOnlyList<Diagnostic> diagnostics)
    {
        Name = name;
        Model = model;
        Expanded = expanded;
        Diagnostics = diagnostics;
    }

    public string Name { get; }

    /// <summary>Null when the stack file cannot be read that far.</summary>
    internal StackModel? Model { get; }

    /// <summary>Null when problems stop the stack.</summary>
    internal ExpandedStack? Expanded { get; }

    internal IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal string Team => Model?.Config.Team ?? "";

    /// <summary>The stack's page.</summary>
    internal string Url => $"stacks/{Name}.html";
}
