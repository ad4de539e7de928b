using Strata.Graph;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>
/// A workflow as a pipeline of SageMaker: its definition (version 2020-12-01 of the pipeline definition schema), what each step is told,
/// its schedule, and the script that puts all of it in place. Every step is a processing job.
/// </summary>
internal static class SageMakerPipelineFiles
{
    private const string Template = "workflows/kubeflow";

    /// <summary>Where a job finds what was put beside the pipeline. An argument has 256 characters at most, so that a step is told in a file.</summary>
    private const string Below = "/opt/ml/processing/input/workflow";

    /// <summary>A processing job's longest, in seconds (SageMaker API reference, ProcessingStoppingCondition).</summary>
    private const long Longest = 777_600;

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, SageMakerPipelinesHandle scheduler, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, placed.Workflow.Config);
        Check(placed, context);
        var what = $"the pipeline '{workflow.Name}'";
        if (context.Known(scheduler.Root, what, config.KeySpan) is not { } root || context.Known(scheduler.Role.Arn, what, config.KeySpan) is not { } role)
        {
            return [];
        }

        var region = context.Stack.Providers.AwsRegion!;
        var around = new StepSurroundings(root, [new("AWS_REGION", region)], []);
        var (folder, name, code) = ($"pipelines/{workflow.Name}", $"{scheduler.PipelinePrefix}-{workflow.Name}", $"{root}/code/{workflow.Name}/");
        List<RenderedFile> files = [];
        List<Value> steps = [];
        foreach (var step in workflow.Steps)
        {
            var arguments = new StepArguments(step, fromStore: true);
            if (StepModel.Of(step, placed, around, context) is not { } model || SageMakerSizes.Of(step, workflow, context) is not { } machine)
            {
                continue;
            }

            var spec = new TemplateMap(
            [
                .. StepSpec.Of(step, placed, around, model, arguments),
                new("objects", true),
                new("retries", step.Config.Retries),
                new("backoff", step.Config.Backoff.Seconds),
            ]);
            if (context.File($"{folder}/code/{step.Name}.json", "workflows/kubeflow/step.json.sbn", new TemplateMap(new KeyValuePair<string, TemplateValue>("spec", spec))) is { } file)
            {
                files.Add(file);
            }

            steps.Add(Step(step, arguments, context.ReferenceTo(context.Stack.Config.Images[step.Config.Image.Name]), machine, role, code));
        }

        if (steps.Count < workflow.Steps.Count || StepProgram.In($"{folder}/code", context) is not { } runner)
        {
            return [];
        }

        var arn = $"arn:aws:sagemaker:{region}:{context.Stack.Config.Account}:pipeline/{name}";
        var schedule = AwsTriggers.Schedule(workflow, name, scheduler.Starter, new() { ["Arn"] = arn, ["SageMakerPipelineParameters"] = new ValueMap { ["PipelineParameterList"] = Value.List() } }, context);
        return
        [
            new($"{folder}/pipeline.json", JsonFile.Of(new ValueMap
            {
                ["Version"] = "2020-12-01",
                ["Metadata"] = new ValueMap(),
                ["Parameters"] = Value.List(config.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (Value)new ValueMap
                {
                    ["Name"] = one.Key,
                    ["Type"] = "String",
                    ["DefaultValue"] = one.Value.Default,
                    ["EnumValues"] = one.Value.Choices.Count == 0 ? null : Value.List(one.Value.Choices.Select(choice => (Value)choice)),
                })),
                ["Steps"] = Value.List(steps),
            }), Template),
            runner,
            .. files,
            .. schedule is null ? (RenderedFile[])[] : [new($"{folder}/schedule.json", JsonFile.Of(schedule), Template)],
            new($"{folder}/deploy.sh", Deploy(workflow, name, role, code, placed.Scheduler.Config.Name, context), Template),
        ];
    }

    private static void Check(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, placed.Workflow.Config);
        if (config.Concurrency == ConcurrencyPolicy.Forbid && config.IsSet(nameof(config.Concurrency)))
        {
            Refuse(config.SpanOf(nameof(config.Concurrency)), "'concurrency: forbid'", "SageMaker starts a run beside the one that goes on.", "Say 'concurrency: allow', or use 'engine: step-functions'.");
        }

        foreach (var step in workflow.Steps.Where(step => step.ForEach is not null))
        {
            Refuse(step.Config.SpanOf(nameof(step.Config.ForEach)), "a step for each item of a list", "The steps of a SageMaker pipeline are all there before it runs.", "Use 'engine: step-functions', or put the scheduler on 'cloud: gcp'.");
        }

        void Refuse(Text.SourceSpan? at, string what, string reason, string hint) => context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(at, workflow.Name, what, "SageMaker Pipelines", reason, hint));
    }

    private static ValueMap Step(WorkflowStep step, StepArguments arguments, string? image, string machine, string role, string code)
    {
        var config = step.Config;
        return new()
        {
            ["Name"] = step.Name,
            ["Type"] = "Processing",
            ["DependsOn"] = step.Needs.Count == 0 ? null : Value.List(step.Needs.Select(need => (Value)need)),
            ["Arguments"] = new ValueMap
            {
                ["AppSpecification"] = new ValueMap
                {
                    ["ImageUri"] = image,
                    ["ContainerEntrypoint"] = Value.List("python3", $"{Below}/strata_step.py"),
                    ["ContainerArguments"] = Value.List([$"@{Below}/{step.Name}.json", .. arguments.References.Select(Get)]),
                },
                ["ProcessingInputs"] = Value.List(new ValueMap
                {
                    ["InputName"] = "workflow",
                    ["S3Input"] = new ValueMap { ["S3Uri"] = code, ["LocalPath"] = Below, ["S3DataType"] = "S3Prefix", ["S3InputMode"] = "File", ["S3DataDistributionType"] = "FullyReplicated" },
                }),
                ["ProcessingResources"] = new ValueMap { ["ClusterConfig"] = new ValueMap { ["InstanceCount"] = 1, ["InstanceType"] = machine, ["VolumeSizeInGB"] = 30 } },

                // Only the cloud gives these: the script that puts the pipeline in place fills them in.
                ["NetworkConfig"] = new ValueMap { ["VpcConfig"] = new ValueMap { ["SecurityGroupIds"] = Value.List("SECURITY_GROUP"), ["Subnets"] = Value.List("SUBNETS") } },
                ["StoppingCondition"] = config.Timeout is null ? null : (Value)new ValueMap { ["MaxRuntimeInSeconds"] = Math.Min(Longest, Whole(config)) },
                ["RoleArn"] = role,
            },

            // What the service itself got wrong, or could not give; what the step got wrong is tried again in the same job.
            ["RetryPolicies"] = Value.List(
                new ValueMap { ["ExceptionType"] = Value.List("Step.SERVICE_FAULT", "Step.THROTTLING"), ["IntervalSeconds"] = 30, ["BackoffRate"] = 2, ["MaxAttempts"] = 5 },
                new ValueMap { ["ExceptionType"] = Value.List("SageMaker.JOB_INTERNAL_ERROR", "SageMaker.CAPACITY_ERROR"), ["IntervalSeconds"] = 300, ["BackoffRate"] = 2, ["MaxAttempts"] = 5 }),
        };
    }

    /// <summary>All tries with the waits between them, and ten minutes for the machine.</summary>
    private static long Whole(StepConfig config) => ((config.Retries + 1) * config.Timeout!.Seconds) + (config.Backoff.Seconds * ((1L << config.Retries) - 1)) + 600;

    private static Value Get(TextPart part) => new ValueMap { ["Get"] = part is ParameterReference parameter ? $"Parameters.{parameter.Name}" : "Execution.PipelineExecutionId" };

    private static string Deploy(Workflow workflow, string name, string role, string code, string scheduler, RenderContext context) => $$"""
        #!/usr/bin/env bash
        # Puts the pipeline in place, or brings it up to date. SUBNETS and SECURITY_GROUP are the outputs subnetIds (with commas) and securityGroupId of '{{scheduler}}'.
        set -euo pipefail
        cd "$(dirname "$0")"
        export AWS_REGION={{context.Stack.Providers.AwsRegion}}
        definition=$(sed -e "s/\"SUBNETS\"/\"${SUBNETS//,/\",\"}\"/" -e "s/SECURITY_GROUP/$SECURITY_GROUP/" pipeline.json)
        aws s3 sync --delete --only-show-errors code/ {{code}}
        settings=(--pipeline-name {{name}} --role-arn {{role}} --pipeline-definition "$definition")
        if aws sagemaker describe-pipeline --pipeline-name {{name}} > /dev/null 2>&1; then
          aws sagemaker update-pipeline "${settings[@]}" > /dev/null
        else
          aws sagemaker create-pipeline "${settings[@]}" --tags Key=stack,Value={{context.Stack.Name}} > /dev/null
        fi

        """ + (workflow.Config.Schedule is null ? "" : """
        aws scheduler update-schedule --cli-input-json file://schedule.json > /dev/null 2>&1 ||
          aws scheduler create-schedule --cli-input-json file://schedule.json > /dev/null

        """);
}
