using Strata.Graph;
using Strata.Platform.Stacks;

namespace Strata.Platform.Policies;

/// <summary>What a rule can see besides the resource it looks at.</summary>
internal sealed class PolicyContext(StackModel stack, ResourceGraph graph)
{
    private Dictionary<Resource, List<Resource>>? _users;

    public StackModel Stack { get; } = stack;

    public bool IsProd => Stack.Config.Environment == DeploymentEnvironment.Prod;

    public bool IsDev => Stack.Config.Environment == DeploymentEnvironment.Dev;

    /// <summary>The resources of a type whose inputs refer to another one, such as a bucket's settings.</summary>
    public IEnumerable<Resource> UsersOf(Resource resource, string type) =>
        (_users ??= Index()).TryGetValue(resource, out var users) ? users.Where(user => user.TypeToken == type) : [];

    private Dictionary<Resource, List<Resource>> Index()
    {
        var users = new Dictionary<Resource, List<Resource>>();
        foreach (var user in graph.Resources)
        {
            foreach (var input in user.InputProperties)
            {
                foreach (var used in Dependencies.In(input.Value))
                {
                    if (!users.TryGetValue(used, out var list))
                    {
                        users[used] = list = [];
                    }

                    if (list is [] || !ReferenceEquals(list[^1], user))
                    {
                        list.Add(user);
                    }
                }
            }
        }

        return users;
    }
}
