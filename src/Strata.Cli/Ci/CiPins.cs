using Strata.Platform.Catalog;
using Strata.Templating;

namespace Strata.Cli.Ci;

/// <summary>
/// What pipelines take from others, each pinned: actions by the full hash of the commit that their release's tag names, since a tag can be
/// moved. Hashes read from the tags of the actions' own repositories on 2026-11-26; the Pulumi CLI and the image by their version.
/// </summary>
internal static class CiPins
{
    public static TemplateMap Actions { get; } = Map(
        ("checkout", "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"),
        ("setup_dotnet", "actions/setup-dotnet@a98b56852c35b8e3190ac28c8c2271da59106c68 # v6.0.0"),
        ("upload_artifact", "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0"),
        ("download_artifact", "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1"),
        ("aws", "aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3"),
        ("gcp", "google-github-actions/auth@7c6bc770dae815cd3e89ee6cdf493a5fab2cc093 # v3.0.0"),
        ("pulumi", "pulumi/actions@8e5e406f4007fca908480587cb9893c07090f58d # v7.0.0"));

    /// <summary>By their version, which cannot be moved; that of circleci.com/docs/using-dynamic-configuration on 2026-11-26.</summary>
    public static TemplateMap Orbs { get; } = Map(("continuation", "circleci/continuation@1.1.0"));

    public static TemplateMap Images { get; } = Map(("dotnet", "mcr.microsoft.com/dotnet/sdk:10.0"));

    /// <summary>Of the CLI, which also installs the provider plugins: the one that people's machines and the operator's pods have.</summary>
    public static string Pulumi { get; } = DeveloperTools.VersionOf("pulumi");

    private static TemplateMap Map(params (string Name, string Text)[] entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Name, (TemplateValue)entry.Text)));
}
