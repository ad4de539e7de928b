using Strata.Gcp.Projects;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>
/// The accounts by which Google's services act in the stack's project, as IAM members. Most come into being with their API, some
/// only when asked for.
/// </summary>
internal sealed class GcpServiceAgents(StackExpansion expansion)
{
    private readonly Dictionary<string, Input<string>> _members = [];
    private Scope? _scope;

    /// <summary>The agent of a service by its API's short name: <c>storage</c>, <c>compute</c>, <c>pubsub</c>.</summary>
    public Input<string> MemberOf(string service)
    {
        if (!_members.TryGetValue(service, out var member))
        {
            _members[service] = member = Find(service);
        }

        return member;
    }

    private Input<string> Find(string service)
    {
        var gcp = expansion.Foundations.Gcp;
        var api = gcp.Api(service);
        return service switch
        {
            // Asking for these two brings them into being.
            "storage" => Output.Format($"serviceAccount:{gcp.Ask("gcp:storage/getProjectServiceAccount:getProjectServiceAccount", "project", service).Get<string>("emailAddress")}"),
            "bigquery" => Output.Format($"serviceAccount:{gcp.Ask("gcp:bigquery/getDefaultServiceAccount:getDefaultServiceAccount", "project", service).Get<string>("email")}"),

            // These two exist as soon as their API is on, under addresses that Google documents.
            "compute" => Output.Format($"serviceAccount:service-{gcp.ProjectNumber}@compute-system.iam.gserviceaccount.com"),
            "container" => Output.Format($"serviceAccount:service-{gcp.ProjectNumber}@container-engine-robot.iam.gserviceaccount.com"),
            _ => Identity(service, api).Member,
        };
    }

    private ServiceIdentity Identity(string service, Resource api)
    {
        _scope ??= expansion.Root.AddComponent("strata:foundation:ServiceAgents", "gcp-service-agents");
        return _scope.Add(new ServiceIdentity(service, new ResourceOptions { DependsOn = [api] }) { Service = $"{service}.googleapis.com" });
    }
}
