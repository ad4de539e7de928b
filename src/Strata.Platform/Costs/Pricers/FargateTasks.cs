using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Services of ECS on Fargate, by the vCPUs and GiB of their tasks.</summary>
internal static class FargateTasks
{
    public static Pricer Pricer { get; } = new(["aws:ecs/service:Service"], PartsOf);

    private static IEnumerable<CostPart> PartsOf(Resource service, CostContext context)
    {
        var task = (service.At("taskDefinition") as ReferenceValue)?.Resource;
        if (task.At("cpu").AsNumber() is not { } cpu || task.At("memory").AsNumber() is not { } memory)
        {
            yield return CostContext.Unknown(service, "tasks", "how large a task is");
            yield break;
        }

        var tasks = Tasks(service, context) * CostAssumptions.HoursInMonth;
        yield return context.Part(service, "vCPUs of tasks", "fargate/vcpu", tasks * (decimal)(cpu / 1024), "hours");
        yield return context.Part(service, "memory of tasks", "fargate/memory", tasks * (decimal)(memory / 1024), "GiB hours");
    }

    private static Amount Tasks(Resource service, CostContext context) =>
        context.Siblings(service, "aws:appautoscaling/target:Target").FirstOrDefault() is { } scaling
            ? Amount.Between((decimal)(scaling.At("minCapacity").AsNumber() ?? 1), (decimal)(scaling.At("maxCapacity").AsNumber() ?? 1), CostAssumptions.ShareOfScale)
            : Amount.Of((decimal)(service.At("desiredCount").AsNumber() ?? 1));
}
