using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Delivery;
using Strata.Platform.Foundation;

namespace Strata.Platform.Rendering;

/// <summary>The stack as the Pulumi Kubernetes Operator deploys it (pulumi/pulumi-kubernetes-operator v2.9.0: deploy/crds/pulumi.com_stacks.yaml, seen 2026-11-26).</summary>
internal static class PulumiStackFile
{
    /// <summary>The name in the repository's Pulumi.yaml, which is also the namespace of stacks' settings.</summary>
    private const string Project = "strata";

    public static RenderedFile Render(PulumiOperatorConfig config, RenderContext context) =>
        new("gitops/stack.yaml", YamlText.Of(Account(config, context), MayAsk(config, context), Stack(config, context)), "gitops/pulumi-operator");

    private static ValueMap Account(PulumiOperatorConfig config, RenderContext context)
    {
        var annotations = new InputMap<string>();
        foreach (var (name, value) in config.Annotations.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            annotations[name] = value;
        }

        return new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "ServiceAccount",
            ["metadata"] = KubernetesObject.Meta(context.Stack, "gitops", context.Stack.Name, config.Namespace, config.Annotations.Count > 0 ? annotations : null).ToValue(),
        };
    }

    /// <summary>The operator asks the deploying pod who calls it, and the pod asks the cluster.</summary>
    private static ValueMap MayAsk(PulumiOperatorConfig config, RenderContext context) => new()
    {
        ["apiVersion"] = "rbac.authorization.k8s.io/v1",
        ["kind"] = "ClusterRoleBinding",
        ["metadata"] = KubernetesObject.Meta(context.Stack, "gitops", $"{config.Namespace}:{context.Stack.Name}:auth-delegator").ToValue(),
        ["roleRef"] = new ValueMap { ["apiGroup"] = "rbac.authorization.k8s.io", ["kind"] = "ClusterRole", ["name"] = "system:auth-delegator" },
        ["subjects"] = Value.List(new ValueMap { ["kind"] = "ServiceAccount", ["name"] = context.Stack.Name, ["namespace"] = config.Namespace }),
    };

    private static ValueMap Stack(PulumiOperatorConfig config, RenderContext context)
    {
        var gitOps = context.Stack.Config.GitOps!;
        var repository = GitOpsRules.RepositoryOf(context.Stack)!;
        return new()
        {
            ["apiVersion"] = "pulumi.com/v1",
            ["kind"] = "Stack",
            ["metadata"] = KubernetesObject.Meta(context.Stack, "gitops", context.Stack.Name, config.Namespace).ToValue(),
            ["spec"] = new ValueMap
            {
                ["stack"] = $"{config.Organization ?? context.Stack.Config.Organization}/{Project}/{context.Stack.Name}",
                ["projectRepo"] = repository,
                ["branch"] = gitOps.Branch,
                ["gitAuth"] = gitOps.Credentials is { } secret ? (Value)SignIn(repository, secret) : null,
                ["serviceAccountName"] = context.Stack.Name,
                ["envRefs"] = new ValueMap { ["PULUMI_ACCESS_TOKEN"] = FromSecret(config.Token, "accessToken") },
                ["refresh"] = true,
                ["preview"] = config.Preview ? (Value)true : null,

                // Taking this object away must not take the team's data away.
                ["destroyOnFinalize"] = false,
                ["useLocalStackOnly"] = true,
                ["workspaceTemplate"] = new ValueMap { ["spec"] = new ValueMap { ["image"] = ContainerImages.Get("pulumi").Reference } },
            },
        };
    }

    private static ValueMap SignIn(string repository, string secret) => repository.StartsWith("ssh:", StringComparison.Ordinal)
        ? new() { ["sshAuth"] = new ValueMap { ["sshPrivateKey"] = FromSecret(secret, "identity") } }
        : new() { ["basicAuth"] = new ValueMap { ["userName"] = FromSecret(secret, "username"), ["password"] = FromSecret(secret, "password") } };

    private static Value FromSecret(string secret, string key) => new ValueMap { ["type"] = "Secret", ["secret"] = new ValueMap { ["name"] = secret, ["key"] = key } };
}
