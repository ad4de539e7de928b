using Strata.Gcp.ServiceAccount;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>What models on Vertex AI run as: it reads the model, writes logs, and may do nothing else.</summary>
internal static class VertexAccount
{
    public static Account Add(ComponentContext context, IEnumerable<ModelFiles> files)
    {
        var name = $"{context.Name}-models";
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, name, [context.Name, "models"], $"Models of {context.Name} ({context.Stack.Name})", ["roles/logging.logWriter", "roles/monitoring.metricWriter"]);
        foreach (var grant in ModelFiles.RightsFor(files).Storage)
        {
            grant.Storage.Grant(context.Scope, $"{name}-{grant.Name}", account.Principal(), grant.Level);
        }

        return account;
    }
}
