using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>One key below <c>config:</c>, as written, before anything is made of its value.</summary>
internal sealed record ConfigEntry(ConfigKey Key, YamlScalar Written, YamlNode Value);
