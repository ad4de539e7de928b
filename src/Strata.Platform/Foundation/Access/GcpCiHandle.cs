using Strata.Gcp.ServiceAccount;
using Strata.Graph;

namespace Strata.Platform.Foundation;

/// <summary>How CI signs in to Google Cloud without keys.</summary>
/// <param name="Provider">The workload identity provider's full name, as <c>google-github-actions/auth</c> takes it.</param>
/// <param name="Preview">The account of pull requests: reads only.</param>
/// <param name="Deploy">The account of approved deployments.</param>
internal sealed record GcpCiHandle(Output<string> Provider, Account Preview, Account Deploy);
