using Strata.Graph;
using Strata.Platform.Foundation;

namespace Strata.Platform.Schedulers;

/// <summary>A Ray cluster for others to use.</summary>
/// <param name="Name">The RayCluster's name.</param>
/// <param name="Storage">Where results go.</param>
internal sealed record RayHandle(string Name, NamespaceHandle Space, PodIdentity Identity, Input<string> Storage) : SchedulerHandle("ray")
{
    /// <summary>The secret with the token (key <c>auth_token</c>) that clients need; the operator makes it.</summary>
    public string TokenSecret => Name;

    public string Head => $"{Name}-head-svc.{Space.Name}.svc";

    public override ValueMap Outputs => new()
    {
        ["engine"] = Engine,
        ["cluster"] = Name,
        ["namespace"] = Space.Name,
        ["client"] = $"ray://{Head}:{RayHead.ClientPort}",
        ["jobs"] = $"http://{Head}:{RayHead.DashboardPort}",
        ["tokenSecret"] = TokenSecret,
        ["serviceAccount"] = Identity.Account,
        ["storage"] = Storage,
    };
}
