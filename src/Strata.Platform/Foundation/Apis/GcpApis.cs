using Strata.Gcp.Projects;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>The Google APIs that the stack switches on in its project: each when first needed, and once.</summary>
internal sealed class GcpApis(StackExpansion expansion)
{
    private readonly Dictionary<string, Service> _apis = [];
    private Scope? _scope;

    /// <summary>An API by its short name: <c>container</c> for <c>container.googleapis.com</c>. What lives in it depends on this.</summary>
    public Service Enable(string service)
    {
        if (!_apis.TryGetValue(service, out var api))
        {
            _scope ??= expansion.Root.AddComponent("strata:foundation:Apis", "gcp-apis");

            // Left on when the stack goes: other stacks may share the project.
            _apis[service] = api = _scope.Add(new Service(service) { ServiceName = $"{service}.googleapis.com", DisableOnDestroy = false });
        }

        return api;
    }
}
