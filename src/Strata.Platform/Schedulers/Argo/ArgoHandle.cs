using Strata.Graph;

namespace Strata.Platform.Schedulers;

/// <summary>Argo Workflows in the team's namespace.</summary>
/// <param name="Account">The service account that steps run as.</param>
/// <param name="Store">What its repository of artifacts is: <c>s3</c> or <c>gcs</c>, as Argo names it.</param>
/// <param name="EventBus">The event bus's name; null without events.</param>
internal sealed record ArgoHandle(string Namespace, string Account, string Store, string? EventBus) : SchedulerHandle("argo")
{
    public override ValueMap Outputs => new()
    {
        ["namespace"] = Namespace,
        ["serviceAccount"] = Account,
        ["eventBus"] = EventBus is null ? null : (Value)EventBus,
    };
}
