using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Endpoints;
using Strata.Platform.ModelStores;
using Strata.Platform.Registries;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Foundation;

/// <summary>What people may do with what the stack has on AWS. What they may do in a cluster, the cluster says.</summary>
internal static class AwsStatementsFor
{
    /// <param name="level">Write is to change data, push images, run jobs and sign in to machines; read is to look.</param>
    public static IReadOnlyList<PolicyStatement> People(StackExpansion expansion, AccessLevel level)
    {
        var stack = expansion.Stack;
        var components = stack.Components.Where(c => stack.CloudOf(c) == Cloud.Aws).ToList();
        var statements = new List<PolicyStatement>();
        foreach (var storage in components.OfType<StorageConfig>())
        {
            statements.AddRange((expansion.Expand(storage) as StorageHandle)?.StatementsFor(level) ?? []);
        }

        foreach (var registry in components.OfType<RegistryConfig>())
        {
            if (expansion.Expand(registry) is AwsRegistryHandle images)
            {
                statements.AddRange(level == AccessLevel.Write ? [.. images.PullStatements, images.PushStatement] : images.PullStatements);
            }
        }

        if (components.OfType<Cluster>().Select(c => expansion.Expand(c)).OfType<EksClusterHandle>().Select(c => c.Arn).ToList() is { Count: > 0 } clusters)
        {
            statements.Add(new PolicyStatement(["eks:DescribeCluster"], clusters));
        }

        if (level == AccessLevel.Write && components.Exists(c => c is Batch))
        {
            statements.AddRange(Jobs(expansion));
        }

        if (level == AccessLevel.Write && components.Exists(c => c is Instances or MachineWorkspaceConfig))
        {
            statements.AddRange(Sessions(expansion));
        }

        if (level == AccessLevel.Write && components.Exists(c => c is SageMakerEndpoint))
        {
            statements.Add(new PolicyStatement(
                ["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointAsync"],
                [Output.Format($"arn:aws:sagemaker:{expansion.Foundations.Aws.Region}:{expansion.Foundations.Aws.AccountId}:endpoint/*")]) { Condition = OfTheStack(expansion) });
        }

        if (level == AccessLevel.Write)
        {
            statements.AddRange(AwsWorkspaceStatements.Of(expansion, components, OfTheStack(expansion)));
        }

        statements.AddRange(MlflowRights.OfPeople(expansion, level));
        return statements;
    }

    private static IEnumerable<PolicyStatement> Jobs(StackExpansion expansion)
    {
        var aws = expansion.Foundations.Aws;
        var prefix = Output.Format($"arn:aws:batch:{aws.Region}:{aws.AccountId}:");
        yield return new PolicyStatement(
            ["batch:SubmitJob", "batch:CancelJob", "batch:TerminateJob"],
            [Output.Format($"{prefix}job-queue/*"), Output.Format($"{prefix}job-definition/*"), Output.Format($"{prefix}job/*")])
        {
            Condition = OfTheStack(expansion),
        };

        // These take no resource.
        yield return new PolicyStatement(["batch:DescribeJobs", "batch:DescribeJobQueues", "batch:DescribeJobDefinitions", "batch:ListJobs"], ["*"]);
    }

    /// <summary>A shell on the stack's machines, by Session Manager: no port is open, and every session is on record.</summary>
    private static IEnumerable<PolicyStatement> Sessions(StackExpansion expansion)
    {
        var aws = expansion.Foundations.Aws;
        yield return new PolicyStatement(["ssm:StartSession"], [Output.Format($"arn:aws:ec2:{aws.Region}:{aws.AccountId}:instance/*")]) { Condition = OfTheStack(expansion) };
        yield return new PolicyStatement(
            ["ssm:StartSession"],
            [$"arn:aws:ssm:{aws.Region}::document/AWS-StartSSHSession", $"arn:aws:ssm:{aws.Region}::document/AWS-StartPortForwardingSession"]);
        yield return new PolicyStatement(["ssm:TerminateSession", "ssm:ResumeSession"], [Output.Format($"arn:aws:ssm:{aws.Region}:{aws.AccountId}:session/${{aws:userid}}-*")]);
    }

    private static ValueMap OfTheStack(StackExpansion expansion) =>
        new() { ["StringEquals"] = new ValueMap { ["aws:ResourceTag/stack"] = expansion.Stack.Name } };
}
