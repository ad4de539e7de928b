using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Endpoints;

/// <summary>What SageMaker does not do together.</summary>
internal static class SageMakerRules
{
    private const string What = "an endpoint on SageMaker";

    /// <summary>Without machines between requests: nothing runs, and nothing is paid.</summary>
    public static bool IsServerless(SageMakerEndpoint config) => config is { Mode: EndpointMode.Online, Min: 0, Async: false };

    public static void Check(SageMakerEndpoint config, ComponentContext context, RolloutStrategy strategy)
    {
        if (IsServerless(config))
        {
            CheckServerless(config, context, strategy);
            if (strategy != RolloutStrategy.Rolling)
            {
                throw new ExpansionStoppedException();
            }
        }
        else if (config.IsSet(nameof(config.Memory)))
        {
            Refuse(config.SpanOf(nameof(config.Memory)), "memory", "It is for serverless endpoints, which have no machine.", "Set 'min: 0', or put it under 'machine'.");
        }

        if (config.Async && strategy is RolloutStrategy.Ab or RolloutStrategy.Shadow)
        {
            Refuse(config.SpanOf(nameof(config.Async)), $"async with {RolloutRules.Word(strategy)}", "An asynchronous endpoint has one variant.", "Remove 'async', or use 'strategy: canary'.");
        }

        if (config.Async && config.Scaling is not null)
        {
            Refuse(config.SpanOf(nameof(config.Scaling)), "scaling", "An asynchronous endpoint grows by the requests that wait for it.", "Remove it; 'min' and 'max' say how far.");
        }

        if (config.Mode == EndpointMode.Batch)
        {
            foreach (var property in new[] { nameof(config.Async), nameof(config.Capture), nameof(config.Memory) }.Where(config.IsSet))
            {
                context.Diagnostics.Add(EndpointErrors.OfOtherMode(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, "batch", "online"));
            }
        }
        else if (config.IsSet(nameof(config.ContentType)))
        {
            context.Diagnostics.Add(EndpointErrors.OfOtherMode(config.SpanOf(nameof(config.ContentType)), "contentType", config.Name, "online", "batch"));
        }

        var rollout = config.Rollout;
        if (strategy == RolloutStrategy.Canary && rollout.Steps == 1 && rollout.Percent > 50)
        {
            Refuse(rollout.SpanOf(nameof(rollout.Percent)), $"percent: {rollout.Percent}", "A canary is half of the capacity at most.", "Use 50 or less, or 'strategy: blue-green'.");
        }

        if (strategy == RolloutStrategy.Rolling && rollout.IsSet(nameof(rollout.Percent)) && rollout.Percent is < 5 or > 50)
        {
            Refuse(rollout.SpanOf(nameof(rollout.Percent)), $"percent: {rollout.Percent}", "A batch of a rolling update is 5 to 50 percent of the machines.", "Use a number between.");
        }

        if (rollout.Alarms is { Query: not null } alarms)
        {
            Refuse(alarms.SpanOf(nameof(alarms.Query)), "query", "It goes back when an alarm of CloudWatch rings, and asks no Prometheus.", "Use 'errorPercent' or 'latencyMs'.");
        }

        if (config.Image is { } image && image.Contains('/', StringComparison.Ordinal) && !image.Contains(".dkr.ecr.", StringComparison.Ordinal))
        {
            Refuse(config.SpanOf(nameof(config.Image)), image, "It pulls from ECR only.", "Push the image to one of the stack's registries, and name it there.");
        }

        void Refuse(SourceSpan? at, string property, string reason, string hint) => context.Diagnostics.Add(EndpointErrors.NotHad(at, property, What, reason, hint));
    }

    private static void CheckServerless(SageMakerEndpoint config, ComponentContext context, RolloutStrategy strategy)
    {
        const string Serverless = "a serverless endpoint on SageMaker";
        Refuse(nameof(config.Machine), config.IsSet(nameof(config.Machine)), "machine", "It has no machine, and no GPU.", "Set 'min: 1' for a machine, or 'async: true' for one that goes when there is no work.");
        Refuse(nameof(config.Rollout), strategy != RolloutStrategy.Rolling, RolloutRules.Word(strategy), "SageMaker moves its requests at once.", "Remove the rollout, or set 'min: 1'.");
        Refuse(nameof(config.Rollout), config.Rollout.Alarms is not null, "alarms", "There is no way back that they could start.", "Remove them, or set 'min: 1'.");
        Refuse(nameof(config.Capture), config.Capture is not null, "capture", "SageMaker keeps nothing of what it answers.", "Remove it, or set 'min: 1'.");
        Refuse(nameof(config.Scaling), config.Scaling is not null, "scaling", "It grows with its requests, up to 'max' at one time.", "Remove it, or set 'min: 1'.");
        Refuse(nameof(config.Max), config.Max > 200, "max", "It answers 200 requests at one time at most.", "Use 200 or less, or set 'min: 1'.");
        Refuse(nameof(config.Memory), config.Memory.WholeGibibytes > 6, "memory", "It has 6 GiB at most.", "Use 6Gi or less, or set 'min: 1' for a machine.");

        void Refuse(string property, bool asked, string word, string reason, string hint)
        {
            if (asked)
            {
                context.Diagnostics.Add(EndpointErrors.NotHad(config.SpanOf(property) ?? config.KeySpan, word, Serverless, reason, hint));
            }
        }
    }
}
