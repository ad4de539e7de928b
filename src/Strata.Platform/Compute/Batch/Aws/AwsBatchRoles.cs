using Strata.Aws.Iam;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>Who does what in AWS Batch. Batch itself uses its service-linked role, which it makes when there is none.</summary>
/// <param name="Profile">What machines run as.</param>
/// <param name="Machine">The role in the profile.</param>
/// <param name="Execution">What pulls images for jobs.</param>
/// <param name="Job">What jobs run as.</param>
internal sealed record AwsBatchRoles(InstanceProfile Profile, Role Machine, Role Execution, Role Job)
{
    private const string Managed = "arn:aws:iam::aws:policy/";

    public static AwsBatchRoles Add(Batch config, ComponentContext context)
    {
        var machine = Role(context, "machine", "ec2.amazonaws.com", [$"{Managed}service-role/AmazonEC2ContainerServiceforEC2Role", $"{Managed}AmazonSSMManagedInstanceCore"], []);
        var profile = context.Scope.Add(new InstanceProfile($"{context.Name}-machine")
        {
            Name = context.Named(AwsNames.IamInstanceProfile, "machine"),
            Path = context.Stack.Config.Access.RolePath,
            Role = machine.Name,
        });
        var execution = Role(context, "execution", "ecs-tasks.amazonaws.com", [$"{Managed}service-role/AmazonECSTaskExecutionRolePolicy"], []);
        var access = AwsStorageAccess.StatementsFor(context, config, config.Access, nameof(config.Access));
        return new AwsBatchRoles(profile, machine, execution, Role(context, "job", "ecs-tasks.amazonaws.com", [], access));
    }

    private static Role Role(ComponentContext context, string what, string service, IReadOnlyList<string> policies, IReadOnlyList<PolicyStatement> statements) =>
        AwsRole.Add(context.Scope, context.Expansion, $"{context.Name}-{what}-role", [context.Name, what], PolicyStatement.Trust(service), policies, statements);
}
