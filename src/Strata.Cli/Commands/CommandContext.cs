using Strata.Cli.Files;
using Strata.Cli.Output;
using Strata.Diagnostics;
using Strata.Platform.Costs;
using Strata.Platform.Previews;
using Strata.Platform.Stacks;

namespace Strata.Cli.Commands;

/// <summary>What a command works with once its arguments are read.</summary>
/// <param name="Root">The repository's folder.</param>
internal sealed record CommandContext(Terminal Terminal, string Root)
{
    public StackRepository Stacks { get; } = new(new DiskStackFiles(Root));

    /// <summary>The named stacks, or all when none is named; null after saying which do not exist.</summary>
    public IReadOnlyList<string>? Select(IReadOnlyList<string> names) => Select(names, Stacks.Names);

    /// <summary>The same among given stacks.</summary>
    public IReadOnlyList<string>? Select(IReadOnlyList<string> names, IReadOnlyList<string> known)
    {
        if (known.Count == 0)
        {
            Report([CliErrors.NoStacks("stacks")]);
            return null;
        }

        var unknown = names.Where(name => !known.Contains(name)).Distinct().Select(name => CliErrors.UnknownStack(name, known)).ToList();
        if (unknown.Count > 0)
        {
            Report(unknown);
            return null;
        }

        return names.Count == 0 ? known : [.. names.Distinct()];
    }

    /// <summary>The prices that come with Strata and the repository's own, <c>stacks/prices.csv</c>; null after saying what is wrong with those.</summary>
    public PriceTable? Prices()
    {
        var diagnostics = new DiagnosticBag();
        var prices = PriceTable.With(new DiskStackFiles(Root).Read("stacks/prices.csv"), diagnostics);
        Report(diagnostics.Sorted());
        return diagnostics.HasErrors ? null : prices;
    }

    /// <summary>What previews work out costs and policy findings by; null after saying what is wrong with the repository's prices.</summary>
    public PreviewAssessment? Assessment() => Prices() is { } prices ? new PreviewAssessment(prices, Today) : null;

    /// <summary>The day that waivers expire by.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Says problems to people, on standard error.</summary>
    public void Report(IReadOnlyList<Diagnostic> diagnostics) => Report(Terminal, diagnostics);

    /// <summary>Says what is wrong and gives the exit code for it.</summary>
    public int Fail(Diagnostic problem)
    {
        Report([problem]);
        return ExitCodes.Problems;
    }

    /// <inheritdoc cref="Report(IReadOnlyList{Diagnostic})"/>
    public static void Report(Terminal terminal, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count > 0)
        {
            DiagnosticText.Write(terminal.Error, diagnostics, terminal.ErrorStyle, Math.Min(terminal.Width, 120));
        }
    }
}
