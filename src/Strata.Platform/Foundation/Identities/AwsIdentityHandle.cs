using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>An identity on AWS: a role that pods take on by their service account.</summary>
/// <param name="Role">The role.</param>
/// <param name="Account">The service account's name, on each of the stack's clusters on AWS.</param>
/// <param name="Namespace">The team's namespace.</param>
internal sealed record AwsIdentityHandle(Role Role, string Account, string Namespace) : Handle
{
    /// <summary>What pods wait for: they get the role only if the binding is there when they start.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];

    public override ValueMap Outputs => new() { ["roleArn"] = Role.Arn, ["serviceAccount"] = Account, ["namespace"] = Namespace };
}
