using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>What MWAA runs as (MWAA user guide, "Amazon MWAA execution role"), and what its tasks may do.</summary>
internal static class AwsAirflowRole
{
    public static Role Add(ComponentContext context, AwsObjectStoreHandle dags, IReadOnlyList<StorageGrant> storage) => AwsRole.Add(
        context.Scope, context.Expansion, $"{context.Name}-role", [context.Name],
        PolicyStatement.Trust("airflow.amazonaws.com", "airflow-env.amazonaws.com"), [],
        [.. Service(context, dags), .. Jobs(context), .. storage.SelectMany(grant => grant.Storage.StatementsFor(grant.Level))]);

    private static IEnumerable<PolicyStatement> Service(ComponentContext context, AwsObjectStoreHandle dags)
    {
        var aws = context.Expansion.Foundations.Aws;
        var name = context.Named(AwsNames.Mwaa);
        yield return new(["airflow:PublishMetrics"], [Output.Format($"arn:aws:airflow:{aws.Region}:{aws.AccountId}:environment/{name}")]);
        yield return new(["s3:GetObject*", "s3:GetBucket*", "s3:List*"], [dags.Arn, Output.Format($"{dags.Arn}/*")]);
        yield return new(["s3:GetAccountPublicAccessBlock"], ["*"]); // Of the account: the action takes no resource.
        yield return new(
            ["logs:CreateLogStream", "logs:CreateLogGroup", "logs:PutLogEvents", "logs:GetLogEvents", "logs:GetLogRecord", "logs:GetLogGroupFields", "logs:GetQueryResults"],
            [Output.Format($"arn:aws:logs:{aws.Region}:{aws.AccountId}:log-group:airflow-{name}-*")]);
        yield return new(["logs:DescribeLogGroups"], ["*"]);
        yield return new(["cloudwatch:PutMetricData"], ["*"]); // Metrics have no ARNs.

        // The queues between scheduler and workers are in an account of AWS'.
        yield return new(
            ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage", "sqs:SendMessage"],
            [$"arn:aws:sqs:{aws.Region}:*:airflow-celery-*"]);
        if (dags.Key is { } key)
        {
            yield return new(["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*", "kms:Encrypt"], [key]);
        }
    }

    /// <summary>Steps run as jobs of the stack's queues, or as pods of its cluster.</summary>
    private static IEnumerable<PolicyStatement> Jobs(ComponentContext context)
    {
        if (context.Stack.Components.OfType<Batch>().Where(batch => context.Stack.CloudOf(batch) == Cloud.Aws).OrderBy(batch => batch.Name, StringComparer.Ordinal).FirstOrDefault() is { } queue)
        {
            foreach (var statement in StepFunctionsRights.Submitting(context, context.Expansion.HandleOf<AwsBatchHandle>(queue)))
            {
                yield return statement;
            }

            yield return new(["batch:ListJobs"], ["*"]); // Lists take no resource.
        }

        foreach (var cluster in ClusterChoice.On(context.Stack, Cloud.Aws))
        {
            yield return new(["eks:DescribeCluster"], [context.Expansion.HandleOf<EksClusterHandle>(cluster).Arn]);
        }
    }
}
