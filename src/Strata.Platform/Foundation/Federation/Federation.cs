using Strata.Aws.Iam;
using Strata.Gcp.Iam;
using Strata.Gcp.Iam.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>How a cloud knows the service accounts of clusters that are not its own: by the clusters' OpenID Connect issuers, each made known once.</summary>
internal sealed class Federation(StackExpansion expansion)
{
    /// <summary>Who the tokens are for that pods show to AWS; the webhook's own default.</summary>
    public const string AwsAudience = "sts.amazonaws.com";

    /// <summary>Who the tokens are for that pods show to Google Cloud; the webhook's own default.</summary>
    public const string GoogleAudience = "sts.googleapis.com";

    private readonly Dictionary<string, (OpenIdConnectProvider Provider, string Issuer)> _aws = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (WorkloadIdentityPool Pool, WorkloadIdentityPoolProvider Provider)> _google = new(StringComparer.Ordinal);

    /// <summary>The cluster's issuer in AWS; the text is its address without scheme, which conditions of trust begin with.</summary>
    public (OpenIdConnectProvider Provider, string Issuer) AwsFor(ClusterHandle cluster)
    {
        if (_aws.TryGetValue(cluster.Config.Name, out var known))
        {
            return known;
        }

        expansion.Foundations.Prepare(Cloud.Aws);
        var url = cluster.Issuer!.Value is TextValue { Text: var text } ? text : throw new InvalidOperationException($"The issuer of '{cluster.Config.Name}' is not known before it is there.");
        var scope = expansion.Root.AddComponent("strata:foundation:AwsFederation", cluster.Config.Name);
        var provider = scope.Add(new OpenIdConnectProvider($"{cluster.Config.Name}-issuer", new ResourceOptions { DependsOn = cluster.Ready })
        {
            Url = url,
            ClientIdLists = [AwsAudience],
        });
        return _aws[cluster.Config.Name] = (provider, url["https://".Length..]);
    }

    /// <summary>A pool of the stack's own for the identities of a cluster, in which only accounts of the team's namespaces are.</summary>
    public (WorkloadIdentityPool Pool, WorkloadIdentityPoolProvider Provider) GoogleFor(ClusterHandle cluster)
    {
        if (_google.TryGetValue(cluster.Config.Name, out var known))
        {
            return known;
        }

        expansion.Foundations.Prepare(Cloud.Gcp);
        var gcp = expansion.Foundations.Gcp;
        var name = cluster.Config.Name;
        var scope = expansion.Root.AddComponent("strata:foundation:GoogleFederation", name);
        var pool = scope.Add(new WorkloadIdentityPool($"{name}-pods", new ResourceOptions { DependsOn = [gcp.Api("iam"), gcp.Api("iamcredentials"), gcp.Api("sts")] })
        {
            WorkloadIdentityPoolId = expansion.Named(GcpNames.WorkloadIdentity, name),
            DisplayName = "Pods",
            Description = $"Pods of {expansion.Stack.Name} on {name}",
        });
        var provider = scope.Add(new WorkloadIdentityPoolProvider($"{name}-issuer", new ResourceOptions { DependsOn = cluster.Ready })
        {
            WorkloadIdentityPoolId = pool.WorkloadIdentityPoolId,
            WorkloadIdentityPoolProviderId = "cluster",
            DisplayName = "Cluster",
            AttributeMapping = new() { ["google.subject"] = "assertion.sub" },

            // Others may have namespaces on the cluster.
            AttributeCondition = $"assertion.sub.startsWith('system:serviceaccount:{TeamNamespace.NameIn(expansion.Stack)}')",
            Oidc = new WorkloadIdentityPoolProviderOidcArgs { IssuerUri = cluster.Issuer!, AllowedAudiences = [GoogleAudience] },
        });
        return _google[name] = (pool, provider);
    }
}
