using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.Costs;
using Strata.Platform.Policies;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>One stack as the report shows it.</summary>
public sealed class ReportStack
{
    internal ReportStack(string name, StackModel? model, ExpandedStack? expanded, IReadOnlyList<Diagnostic> diagnostics, StackCost? cost, IReadOnlyList<PolicyFinding> findings)
    {
        Name = name;
        Model = model;
        Expanded = expanded;
        Diagnostics = diagnostics;
        Cost = cost;
        Findings = findings;
    }

    public string Name { get; }

    /// <summary>Null when the stack file cannot be read that far.</summary>
    internal StackModel? Model { get; }

    /// <summary>Null when problems stop the stack.</summary>
    internal ExpandedStack? Expanded { get; }

    internal IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Null when problems stop the stack.</summary>
    internal StackCost? Cost { get; }

    internal IReadOnlyList<PolicyFinding> Findings { get; }

    internal string Team => Model?.Config.Team ?? "";

    /// <summary>The stack's page.</summary>
    internal string Url => $"stacks/{Name}.html";
}
