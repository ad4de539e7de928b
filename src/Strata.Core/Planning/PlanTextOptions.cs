using Strata.Text;

namespace Strata.Planning;

/// <summary>How a plan is shown.</summary>
public sealed record PlanTextOptions
{
    /// <summary>Columns of the longest line; longer values are cut.</summary>
    public int Width { get; init; } = 120;

    public ITextStyle Style { get; init; } = PlainTextStyle.Instance;

    /// <summary>Also what stays as it is.</summary>
    public bool ShowSame { get; init; }
}
