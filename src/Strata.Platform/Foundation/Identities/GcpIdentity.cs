using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Registries;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>An identity as a service account with the access the file gives it.</summary>
internal static class GcpIdentity
{
    public static GcpIdentityHandle Expand(IdentityConfig config, ComponentContext context)
    {
        var (name, scope) = (context.Name, context.Scope);
        var account = GcpServiceAccount.Add(scope, context.Expansion, name, [name], $"{name} of {context.Stack.Name}", [.. Roles(config, context)]);
        foreach (var (storage, level) in config.Access.Where(access => CrossCloud.Elsewhere(context.Stack, access.Key, Cloud.Gcp) is null))
        {
            context.Use<StorageHandle>(storage).Grant(scope, $"{name}-{storage.Name}", account.Principal(), level);
        }

        foreach (var registry in context.Stack.Components.OfType<RegistryConfig>().Where(r => context.Stack.CloudOf(r) == Cloud.Gcp))
        {
            (context.Expansion.Expand(registry) as GcpRegistryHandle)?.GrantPull(scope, $"{name}-{registry.Name}", account.Principal());
        }

        if (!ClusterChoice.On(context.Stack, Cloud.Gcp).Any())
        {
            foreach (var (storage, there) in config.Access.Keys.Select(storage => (storage, CrossCloud.Elsewhere(context.Stack, storage, Cloud.Gcp))))
            {
                if (there is { } cloud)
                {
                    context.Diagnostics.Add(FederationErrors.NobodyThere(storage.Span, name, storage.Name, cloud.Title(), Cloud.Gcp.Title()));
                }
            }
        }

        GcpWorkloadIdentity.Bind(context, account, config.Access);
        return new GcpIdentityHandle(account.Email, account.Principal());
    }

    /// <summary>The identity of stacks that declare none: may write to all storage that the stack has on Google Cloud. Without a cluster there nobody would take it.</summary>
    public static void ExpandDefault(StackExpansion expansion)
    {
        if (expansion.Stack.Config is not { Cloud: Cloud.Gcp, Identities.Count: 0 } || !ClusterChoice.On(expansion.Stack, Cloud.Gcp).Any())
        {
            return;
        }

        var storage = expansion.Stack.Components.OfType<StorageConfig>().Where(s => expansion.Stack.CloudOf(s) == Cloud.Gcp && IsOwn(s));
        expansion.Expand(new IdentityConfig
        {
            Name = "workload",
            Cloud = Cloud.Gcp,
            Access = storage.ToDictionary(s => new Ref<StorageConfig>(s.Name, s.KeySpan ?? new SourceSpan(expansion.Stack.File, 0, 0)), _ => AccessLevel.Write),
        });
    }

    private static bool IsOwn(StorageConfig storage) => storage is not (ObjectStore { Existing: not null } or FileStore { Existing: not null } or Warehouse { Engine: WarehouseEngine.Snowflake });

    private static IEnumerable<string> Roles(IdentityConfig config, ComponentContext context)
    {
        foreach (var role in config.Policies)
        {
            if (!role.Contains("roles/", StringComparison.Ordinal))
            {
                context.Diagnostics.Add(GcpFoundationErrors.NotARole(config.SpanOf(nameof(config.Policies)), role));
            }

            yield return role;
        }
    }
}
