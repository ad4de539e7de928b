using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Two roles that GitHub Actions takes on without keys: pull requests one that reads, approved deployments one that deploys.</summary>
internal static class AwsCiAccess
{
    private const string Issuer = "token.actions.githubusercontent.com";

    // Looking at settings, not at data: ReadOnlyAccess would let every pull request read every bucket.
    private static readonly string[] Look = ["arn:aws:iam::aws:policy/SecurityAudit", "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"];

    private static readonly string[] Change = ["arn:aws:iam::aws:policy/PowerUserAccess"];

    public static AwsCiHandle Expand(StackExpansion expansion, CiAccess config)
    {
        var scope = expansion.Root.AddComponent("strata:foundation:Ci", "aws-ci", config.KeySpan);
        var provider = config.CreateProvider
            ? (Input<string>)scope.Add(new OpenIdConnectProvider("ci-github") { Url = $"https://{Issuer}", ClientIdLists = ["sts.amazonaws.com"] }).Arn
            : Output.Format($"arn:aws:iam::{expansion.Foundations.Aws.AccountId}:oidc-provider/{Issuer}");
        var environment = config.Environment ?? PropertyNames.OfChoice(expansion.Stack.Config.Environment.ToString());
        var preview = Add("preview", "pull_request", Look, []);
        var deploy = Add("deploy", $"environment:{environment}", Change, AwsDeployStatements.For(expansion));
        scope.Component!.Export("previewRole", preview.Arn);
        scope.Component.Export("deployRole", deploy.Arn);
        return new AwsCiHandle(preview, deploy);

        Role Add(string what, string subject, IReadOnlyList<string> policies, IReadOnlyList<PolicyStatement> statements) =>
            AwsRole.Add(scope, expansion, $"ci-{what}", ["ci", what], Trust($"repo:{config.Repository}:{subject}"), policies, statements);

        PolicyStatement Trust(string subject) => new(["sts:AssumeRoleWithWebIdentity"], [])
        {
            Principal = new ValueMap { ["Federated"] = provider.Value },
            Condition = new ValueMap { ["StringEquals"] = new ValueMap { [$"{Issuer}:aud"] = "sts.amazonaws.com", [$"{Issuer}:sub"] = subject } },
        };
    }
}
