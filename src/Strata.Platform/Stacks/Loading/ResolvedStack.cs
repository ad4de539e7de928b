using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

public sealed record ResolvedStack(string Name, SourceText File, YamlMapping Config, YamlMapping ProviderConfig, IReadOnlyList<string> FilesRead);
