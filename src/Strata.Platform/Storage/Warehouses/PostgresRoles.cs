using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Who may sign in to a Postgres database: a role for each identity and queue that the config gives access, with a password made in the cluster.</summary>
internal static class PostgresRoles
{
    /// <summary>CloudNativePG's <c>managed.roles</c>, and the jobs that make the passwords.</summary>
    public static (IReadOnlyList<Value> Roles, IReadOnlyList<Resource> Passwords) Add(Warehouse config, ComponentContext context, NamespaceHandle space)
    {
        List<Value> roles = [];
        List<Resource> passwords = [];
        foreach (var (user, level) in UsersOf(config, context))
        {
            var secret = new GeneratedSecret
            {
                Name = KubernetesPostgresHandle.SecretOf(context.Name, user),
                LivesIn = space with { Scope = context.Scope },
                RunsIn = space with { Scope = context.Scope },
                Keys = new Dictionary<string, int> { ["password"] = 32 },
                Known = new() { ["username"] = user },
                Type = "kubernetes.io/basic-auth",
            };
            passwords.Add(secret.Add(context.Stack, [], []));
            roles.Add(new ValueMap
            {
                ["name"] = user,
                ["ensure"] = "present",
                ["login"] = true,
                ["inRoles"] = level == AccessLevel.Write ? Value.List("pg_read_all_data", "pg_write_all_data") : Value.List("pg_read_all_data"),
                ["passwordSecret"] = new ValueMap { ["name"] = secret.Name },
            });
        }

        return (roles, passwords);
    }

    private static IEnumerable<(string User, AccessLevel Level)> UsersOf(Warehouse config, ComponentContext context)
    {
        var stack = context.Stack;
        var identities = context.Stack.Components.OfType<IdentityConfig>().Select(i => (Component: (ComponentConfig)i, User: i.Name, i.Access));
        var queues = stack.Components.OfType<Batch>().Select(b => (Component: (ComponentConfig)b, User: KubernetesBatch.AccountOf(b.Name), b.Access));
        var others = stack.Components.OfType<PlatformComponentConfig>().Where(c => c is IStorageUser).Select(c => (Component: (ComponentConfig)c, User: c.Name, ((IStorageUser)c).Access));
        var users = identities.Concat(queues).Concat(others)
            .Where(who => stack.CloudOf(who.Component) == Cloud.Kubernetes)
            .SelectMany(who => who.Access.Where(access => access.Key.Name == config.Name).Select(access => (who.User, access.Value)));
        return KubernetesIdentity.HasDefault(stack) ? users.Append((KubernetesIdentity.Default, AccessLevel.Write)) : users;
    }
}
