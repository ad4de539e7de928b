namespace Strata.Cli.Output.Previews;

/// <summary>How a preview is written as Markdown.</summary>
/// <param name="Version">Of Strata, for the last line.</param>
internal sealed record PreviewMarkdownOptions(string Version)
{
    /// <summary>The most UTF-16 units. <see cref="Unlimited"/> is the full report.</summary>
    public int Limit { get; init; } = PreviewMarkdown.CommentLimit;

    /// <summary>The path of the full report; null when there is none.</summary>
    public string? FullReport { get; init; }

    /// <summary>No report of 10,000 stacks comes near it.</summary>
    public const int Unlimited = int.MaxValue / 4;
}
