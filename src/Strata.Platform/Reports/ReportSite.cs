namespace Strata.Platform.Reports;

/// <summary>The whole repository as pages that need neither a server nor the network.</summary>
public static class ReportSite
{
    /// <param name="stacks">All stacks, in the order they are shown in.</param>
    public static IReadOnlyList<ReportFile> Of(IReadOnlyList<ReportStack> stacks) =>
    [
        OverviewPage.Of(stacks),
        .. stacks.Select(StackPage.Of),
        FeaturesPage.Of(stacks),
        ModelsPage.Of(stacks),
        CostsPage.Of(stacks),
        .. ComponentKindPages.Of(stacks),
        SearchIndex.Of(stacks),
        .. ReportAssets.Files,
    ];
}
