using Strata.Gcp.Iam;
using Strata.Gcp.Iam.Inputs;
using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Lets the CI of one GitHub repository take on two service accounts: pull requests one that reads, approved deployments one that deploys.</summary>
internal static class GcpCiAccess
{
    public static GcpCiHandle Expand(StackExpansion expansion, CiAccess config)
    {
        var gcp = expansion.Foundations.Gcp;
        var scope = expansion.Root.AddComponent("strata:foundation:Ci", "gcp-ci", config.KeySpan);
        var pool = scope.Add(new WorkloadIdentityPool("ci", new ResourceOptions { DependsOn = [gcp.Api("iam"), gcp.Api("iamcredentials"), gcp.Api("sts")] })
        {
            WorkloadIdentityPoolId = expansion.Named(GcpNames.WorkloadIdentity, "ci"),
            DisplayName = "GitHub Actions",
            Description = $"CI of {config.Repository}",
        });
        var provider = scope.Add(new WorkloadIdentityPoolProvider("ci-github")
        {
            WorkloadIdentityPoolId = pool.WorkloadIdentityPoolId,
            WorkloadIdentityPoolProviderId = "github",
            DisplayName = "GitHub",
            AttributeMapping = new() { ["google.subject"] = "assertion.sub", ["attribute.repository"] = "assertion.repository" },

            // Without this every repository on GitHub could sign in to the pool.
            AttributeCondition = $"assertion.repository == '{config.Repository}'",
            Oidc = new WorkloadIdentityPoolProviderOidcArgs { IssuerUri = "https://token.actions.githubusercontent.com" },
        });
        var environment = config.Environment ?? PropertyNames.OfChoice(expansion.Stack.Config.Environment.ToString());
        var preview = Add("preview", "pull_request", GcpRolesFor.Preview);
        var deploy = Add("deploy", $"environment:{environment}", GcpRolesFor.Deploy(expansion.Stack));
        scope.Component!.Export("provider", provider.Name);
        scope.Component.Export("previewAccount", preview.Email);
        scope.Component.Export("deployAccount", deploy.Email);
        return new GcpCiHandle(provider.Name, preview, deploy);

        Account Add(string what, string subject, IReadOnlyList<string> roles)
        {
            var account = GcpServiceAccount.Add(scope, expansion, $"ci-{what}", ["ci", what], $"CI {what} of {expansion.Stack.Name}", roles);
            scope.Add(new IAMMember($"ci-{what}-sign-in")
            {
                ServiceAccountId = account.Name,
                Role = "roles/iam.workloadIdentityUser",
                Member = Output.Format($"principal://iam.googleapis.com/{pool.Name}/subject/repo:{config.Repository}:{subject}"),
            });
            return account;
        }
    }
}
