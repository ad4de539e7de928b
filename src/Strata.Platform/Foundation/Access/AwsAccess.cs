using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>A role for the stack's admins and one for its members, which they take on from their own.</summary>
internal static class AwsAccess
{
    public static void Expand(StackExpansion expansion)
    {
        AccessConfig config = expansion.Stack.Config.Access;
        var admins = AwsPrincipals.Of(expansion, config.Admins, nameof(config.Admins));
        var members = AwsPrincipals.Of(expansion, config.Members, nameof(config.Members));
        if (admins.Count + members.Count == 0)
        {
            return;
        }

        var isProd = expansion.Stack.Config.Environment == DeploymentEnvironment.Prod;
        var scope = expansion.Root.AddComponent("strata:foundation:Access", "aws-access", config.KeySpan);
        Add("admins", admins, AccessLevel.Write);

        // In prod data is changed by workloads, and people look at it.
        Add("members", members, isProd ? AccessLevel.Read : AccessLevel.Write);

        void Add(string who, IReadOnlyList<string> principals, AccessLevel level)
        {
            if (principals.Count == 0)
            {
                return;
            }

            var trust = new PolicyStatement(["sts:AssumeRole"], [])
            {
                Principal = new ValueMap { ["AWS"] = Value.List(principals.Select(arn => (Value)arn)) },
            };
            var role = AwsRole.Add(scope, expansion, $"access-{who}", [who], trust, [], AwsStatementsFor.People(expansion, level));
            scope.Component!.Export($"{who}Role", role.Arn);
        }
    }
}
