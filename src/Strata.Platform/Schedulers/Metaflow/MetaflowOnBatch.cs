using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Metaflow on AWS without a cluster: its service on Fargate, flows in the stack's batch queue, and by themselves on Step Functions.</summary>
internal static class MetaflowOnBatch
{
    public static MetaflowHandle Expand(MetaflowConfig config, ComponentContext context)
    {
        var queue = context.QueueFor<AwsBatchHandle>(config, config.Batch, nameof(config.Batch));
        if (queue.ShareIdentifier is not null)
        {
            context.Diagnostics.Add(PipelineErrors.SharedQueue(config.Batch is null ? config.KeySpan : config.SpanOf(nameof(config.Batch)), config.Name, queue.Config.Name));
        }

        var store = context.StorageFor<ObjectStore, AwsObjectStoreHandle>(config, config.Store, nameof(config.Store));
        var database = AwsMetaflowDatabase.Add(context);
        var url = AwsMetaflowService.Add(context, database);
        var flows = AwsMetaflowFlows.Add(context, queue, store);
        return new MetaflowHandle(new ValueMap
        {
            ["METAFLOW_DEFAULT_DATASTORE"] = "s3",
            ["METAFLOW_DATASTORE_SYSROOT_S3"] = Output.Format($"{store.Url}/metaflow"),
            ["METAFLOW_DATATOOLS_S3ROOT"] = Output.Format($"{store.Url}/metaflow/data"),
            ["METAFLOW_DEFAULT_METADATA"] = "service",
            ["METAFLOW_SERVICE_URL"] = url,
            ["METAFLOW_SERVICE_INTERNAL_URL"] = url,
            ["METAFLOW_BATCH_JOB_QUEUE"] = queue.Queue,
            ["METAFLOW_ECS_S3_ACCESS_IAM_ROLE"] = flows.JobRole.Arn,
            ["METAFLOW_SFN_IAM_ROLE"] = flows.StatesRole.Arn,
            ["METAFLOW_SFN_STATE_MACHINE_PREFIX"] = flows.MachinePrefix,
            ["METAFLOW_SFN_DYNAMO_DB_TABLE"] = flows.Table.Name,
            ["METAFLOW_EVENTS_SFN_ACCESS_IAM_ROLE"] = flows.EventsRole.Arn,
        });
    }
}
