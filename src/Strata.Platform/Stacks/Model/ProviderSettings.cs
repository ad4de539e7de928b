using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>What the file says in the providers' own namespaces: <c>aws:region</c>, <c>gcp:project</c>, <c>gcp:region</c>, <c>kubernetes:context</c>.</summary>
public sealed class ProviderSettings(YamlMapping mapping)
{
    public YamlMapping Mapping { get; } = mapping;

    public string? AwsRegion => TextOf("aws:region");

    public string? GcpProject => TextOf("gcp:project");

    public string? GcpRegion => TextOf("gcp:region");

    public string? GcpZone => TextOf("gcp:zone");

    public SourceSpan? SpanOf(string key) => Mapping[key]?.Span;

    private string? TextOf(string key) => (Mapping[key] as YamlScalar)?.Text;
}
