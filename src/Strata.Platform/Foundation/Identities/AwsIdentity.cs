using Strata.Aws.Eks;
using Strata.Aws.Iam;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Registries;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Workflows;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>An identity as an IAM role with the access the file gives it, bound to a service account on the stack's EKS clusters.</summary>
internal static class AwsIdentity
{
    public static AwsIdentityHandle Expand(IdentityConfig config, ComponentContext context)
    {
        var clusters = ClustersOf(config, context);
        var space = TeamNamespace.NameIn(context.Stack);
        CheckPolicies(config, context);
        var role = AwsRole.Add(
            context.Scope,
            context.Expansion,
            context.Name,
            ["identity", context.Name],
            Trust(space, context.Name),
            config.Policies,
            [.. Storage(config, context), .. Images(context)],
            IsOfJobs(config, context.Stack) ? [OfJobs(context)] : []);
        return new AwsIdentityHandle(role, context.Name, space)
        {
            Ready = [.. clusters.SelectMany(cluster => Bind(cluster, role, space, config.Access, context))],
        };
    }

    /// <summary>The identity of stacks that declare none: may write to all storage that the stack has on AWS. Null without a cluster there.</summary>
    public static AwsIdentityHandle? ExpandDefault(StackExpansion expansion)
    {
        var stack = expansion.Stack;
        if (stack.Config is not { Cloud: Cloud.Aws, Identities.Count: 0 } || !ClusterChoice.On(stack, Cloud.Aws).Any())
        {
            return null;
        }

        var storage = stack.Components.OfType<StorageConfig>().Where(s => stack.CloudOf(s) == Cloud.Aws && IsOwn(s));
        return expansion.Expand(new IdentityConfig
        {
            Name = "workload",
            Cloud = Cloud.Aws,
            Access = storage.ToDictionary(s => new Ref<StorageConfig>(s.Name, s.KeySpan ?? new SourceSpan(stack.File, 0, 0)), _ => AccessLevel.Write),
        }) as AwsIdentityHandle;
    }

    private static bool IsOwn(StorageConfig storage) => storage is not (ObjectStore { Existing: not null } or FileStore { Existing: not null } or Warehouse { Engine: WarehouseEngine.Snowflake });

    private static IReadOnlyList<EksClusterHandle> ClustersOf(IdentityConfig config, ComponentContext context)
    {
        if (!IsOfJobs(config, context.Stack) && !context.Stack.AllComponents.Any(c => c is Compute.Cluster && context.Stack.CloudOf(c) == Cloud.Aws))
        {
            context.Diagnostics.Add(AwsFoundationErrors.NobodyTakesIdentity(config.KeySpan, context.Name));
            throw new ExpansionStoppedException();
        }

        return [.. ClusterChoice.On(context.Stack, Cloud.Aws).Select(cluster => context.Expansion.HandleOf<EksClusterHandle>(cluster))];
    }

    /// <summary>The agent on each node takes the role on for pods, and tags the session with what they are: only this account in the team's namespace.</summary>
    private static PolicyStatement Trust(string space, string account) => PolicyStatement.Trust("pods.eks.amazonaws.com") with
    {
        Actions = ["sts:AssumeRole", "sts:TagSession"],
        Condition = new ValueMap
        {
            ["StringEquals"] = new ValueMap { ["aws:RequestTag/kubernetes-namespace"] = space, ["aws:RequestTag/kubernetes-service-account"] = account },
        },
    };

    /// <summary>Steps of a workflow that run as jobs in the stack's queues are to run as it.</summary>
    private static bool IsOfJobs(IdentityConfig config, StackModel stack) => stack.Config.Workflows.Values.Any(workflow =>
        workflow.Identity?.Name == config.Name && WorkflowScheduler.Of(workflow, stack, new DiagnosticBag()) is { Cloud: Cloud.Aws, Engine: WorkflowEngine.StepFunctions or WorkflowEngine.Batch });

    /// <summary>Jobs of AWS Batch, of this account only.</summary>
    private static PolicyStatement OfJobs(ComponentContext context) => PolicyStatement.Trust("ecs-tasks.amazonaws.com") with
    {
        Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = context.Expansion.Foundations.Aws.AccountId } },
    };

    private static IEnumerable<Resource> Bind(EksClusterHandle cluster, Role role, string space, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access, ComponentContext context)
    {
        var elsewhere = FederatedAccount.Add(context, cluster, space, context.Name, context.Name, StorageGrants.Elsewhere(context, cluster, access));
        yield return context.Expansion.Foundations.Kubernetes.ServiceAccountFor(context.Name, cluster, elsewhere.Annotations).Resource;
        foreach (var one in elsewhere.Ready)
        {
            yield return one;
        }

        yield return context.Scope.Add(new PodIdentityAssociation($"{context.Name}-{cluster.Config.Name}")
        {
            ClusterName = cluster.Name,
            Namespace = space,
            ServiceAccount = context.Name,
            RoleArn = role.Arn,
        });
    }

    private static IEnumerable<PolicyStatement> Storage(IdentityConfig config, ComponentContext context)
    {
        foreach (var (reference, level) in config.Access.Where(access => CrossCloud.Elsewhere(context.Stack, access.Key, Cloud.Aws) is null))
        {
            foreach (var statement in context.Use<StorageHandle>(reference).StatementsFor(level))
            {
                yield return statement;
            }
        }
    }

    /// <summary>Pulling, for what looks at images from inside a pod; the pods' own images are pulled by their nodes.</summary>
    private static IEnumerable<PolicyStatement> Images(ComponentContext context) =>
        context.Stack.Components.OfType<RegistryConfig>()
            .Where(registry => context.Stack.CloudOf(registry) == Cloud.Aws)
            .Select(registry => context.Expansion.Expand(registry))
            .OfType<AwsRegistryHandle>()
            .SelectMany(registry => registry.PullStatements);

    private static void CheckPolicies(IdentityConfig config, ComponentContext context)
    {
        foreach (var policy in config.Policies.Where(p => !p.StartsWith("arn:", StringComparison.Ordinal) || !p.Contains(":policy/", StringComparison.Ordinal)))
        {
            context.Diagnostics.Add(AwsFoundationErrors.NotAPolicy(config.SpanOf(nameof(config.Policies)), policy));
        }
    }
}
