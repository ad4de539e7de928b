using Strata.Aws.Iam;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>Machines on EC2, in private subnets and reached through Session Manager: one, or an Auto Scaling group.</summary>
internal static class AwsInstances
{
    public static AwsInstancesHandle Expand(Instances config, ComponentContext context)
    {
        var region = context.Expansion.Foundations.Aws.Region;
        var machine = MachineSelection.Choose(context, config.Machine, config.Spot, region, config.SpanOf(nameof(config.Machine))).Machine;
        if (config.Min > config.Max)
        {
            context.Diagnostics.Add(ComputeErrors.MinAboveMax(config.SpanOf(nameof(config.Min)), context.Name, config.Min, config.Max));
        }

        if (AwsMachineImage.Of(config, context, machine) is not { } image)
        {
            throw new ExpansionStoppedException();
        }

        var access = AwsStorageAccess.StatementsFor(context, config, config.Access, nameof(config.Access));
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], PolicyStatement.Trust("ec2.amazonaws.com"),
            ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"], access);
        var profile = context.Scope.Add(new InstanceProfile(context.Name)
        {
            Name = context.Named(AwsNames.IamInstanceProfile),
            Path = context.Stack.Config.Access.RolePath,
            Role = role.Name,
        });
        var group = AwsEgressGroup.Add(context, context.Expansion.Foundations.Aws.Network);
        var plan = new AwsInstancePlan(config, context, machine, image, profile, group, [.. AwsRights.Of(context, role), .. context.Expansion.Foundations.Aws.Network.Ready]);
        return config.Max == 1 ? AwsSingleInstance.Add(plan, role) : AwsInstanceGroup.Add(plan, role);
    }
}
