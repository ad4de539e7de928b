using Strata.Aws.DynamoDB.Inputs;
using Strata.Aws.DynamoDB;
using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.ModelStores;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>What flows run as in batch and on Step Functions, as Metaflow's own module for Terraform has it.</summary>
/// <param name="JobRole">What steps run as.</param>
/// <param name="StatesRole">What state machines act as.</param>
/// <param name="EventsRole">What schedules act as to start state machines.</param>
/// <param name="Table">Where the steps of a foreach count themselves.</param>
/// <param name="MachinePrefix">What the names of state machines begin with, before an underscore.</param>
internal sealed record AwsMetaflowFlows(Role JobRole, Role StatesRole, Role EventsRole, Table Table, string MachinePrefix)
{
    public static AwsMetaflowFlows Add(ComponentContext context, AwsBatchHandle queue, AwsObjectStoreHandle store)
    {
        var aws = context.Expansion.Foundations.Aws;
        var table = AddTable(context);
        var prefix = context.Named(AwsNames.StateMachine with { MaxLength = 40 });
        var machines = Output.Format($"arn:aws:states:{aws.Region}:{aws.AccountId}:stateMachine:{prefix}_*");
        var key = aws.Keys.ArnFor("storage");
        IReadOnlyList<PolicyStatement> shared =
        [
            .. store.StatementsFor(AccessLevel.Write),
            new(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"], [table.Arn]),
            .. key is null ? (PolicyStatement[])[] : [new PolicyStatement(["kms:Decrypt", "kms:GenerateDataKey"], [key])],
        ];
        return new AwsMetaflowFlows(
            Role("job", "ecs-tasks", null, [.. shared, .. MlflowRights.OfRuns(context.Expansion)]),
            Role("states", "states", machines, [.. shared, .. Jobs(context, queue)]),
            Role("events", "events", null, [new PolicyStatement(["states:StartExecution"], [machines])]),
            table,
            prefix);

        Role Role(string what, string service, Output<string>? source, IReadOnlyList<PolicyStatement> statements)
        {
            var trust = PolicyStatement.Trust($"{service}.amazonaws.com");
            return AwsRole.Add(
                context.Scope, context.Expansion, $"{context.Name}-{what}-role", [context.Name, what],
                source is null ? trust : trust with { Condition = new ValueMap { ["ArnLike"] = new ValueMap { ["aws:SourceArn"] = source } } }, [], statements);
        }
    }

    private static Table AddTable(ComponentContext context) => context.Scope.Add(new Table($"{context.Name}-states")
    {
        Name = context.Named(AwsNames.DynamoTable),
        BillingMode = "PAY_PER_REQUEST",
        HashKey = "pathspec",
        Attributes = [new TableAttributeArgs { Name = "pathspec", Type = "S" }],
        Ttl = new TableTtlArgs { AttributeName = "ttl", Enabled = true },
        ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = context.Expansion.Foundations.Aws.Keys.ArnFor("storage") },
    });

    /// <summary>Metaflow makes the job definitions itself, without the stack's tags.</summary>
    private static IEnumerable<PolicyStatement> Jobs(ComponentContext context, AwsBatchHandle queue)
    {
        var aws = context.Expansion.Foundations.Aws;
        var batch = Output.Format($"arn:aws:batch:{aws.Region}:{aws.AccountId}:");
        yield return new PolicyStatement(["batch:SubmitJob"], [queue.Queue, Output.Format($"{batch}job-definition/*")]);
        yield return new PolicyStatement(["batch:TerminateJob", "batch:TagResource"], [Output.Format($"{batch}job/*")]);

        // These take no resource.
        yield return new PolicyStatement(["batch:DescribeJobs", "batch:DescribeJobDefinitions", "batch:DescribeJobQueues"], ["*"]);
        yield return new PolicyStatement(
            ["events:PutTargets", "events:PutRule", "events:DescribeRule"], [Output.Format($"arn:aws:events:{aws.Region}:{aws.AccountId}:rule/StepFunctionsGetEventsForBatchJobsRule")]);
    }
}
