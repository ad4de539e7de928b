using Strata.Aws.Iam;

namespace Strata.Platform.Foundation;

/// <summary>How CI signs in to AWS without keys.</summary>
/// <param name="Preview">The role of pull requests: looks at settings, reads no data.</param>
/// <param name="Deploy">The role of approved deployments.</param>
internal sealed record AwsCiHandle(Role Preview, Role Deploy);
