using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Machines with an address in the internet.</summary>
internal static class PublicMachines
{
    public static PolicyRule Rule { get; } = new(
        "STR703",
        "public-machines",
        PolicySubjects.PublicAccess,
        Severity.Error,
        "EC2 machines and launch templates that take a public address; Compute Engine machines with access configs; Workbench and Cloud Workstations that do not switch public addresses off; SageMaker notebooks with direct internet access.",
        "A machine in the internet is one stolen key or one unpatched service away from strangers, and people's data is on it.")
    {
        Types =
        [
            "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate", "aws:sagemaker/notebookInstance:NotebookInstance", "aws:sagemaker/domain:Domain",
            "gcp:compute/instance:Instance", "gcp:compute/instanceTemplate:InstanceTemplate", "gcp:workbench/instance:Instance", "gcp:workstations/workstationConfig:WorkstationConfig",
        ],
        OfResource = (machine, _) => Check(machine),
    };

    private static IEnumerable<PolicyViolation> Check(Resource machine) => machine.TypeToken switch
    {
        "aws:ec2/instance:Instance" => When(machine, "associatePublicIpAddress", machine.At("associatePublicIpAddress").IsTrue(), "Set it to false"),
        "aws:ec2/launchTemplate:LaunchTemplate" => When(machine, "networkInterfaces", machine.At("networkInterfaces").AsItems().Any(i => i.At("associatePublicIpAddress").IsTrue()), "Set 'associatePublicIpAddress' to false"),
        "aws:sagemaker/notebookInstance:NotebookInstance" => When(machine, "directInternetAccess", machine.At("directInternetAccess").AsText() != "Disabled", "Set it to 'Disabled'"),
        "aws:sagemaker/domain:Domain" => When(machine, "appNetworkAccessType", machine.At("appNetworkAccessType").AsText() != "VpcOnly", "Set it to 'VpcOnly'"),
        "gcp:workbench/instance:Instance" => When(machine, "gceSetup.disablePublicIp", !machine.At("gceSetup.disablePublicIp").IsTrue(), "Set it to true"),
        "gcp:workstations/workstationConfig:WorkstationConfig" => When(machine, "host.gceInstance.disablePublicIpAddresses", !machine.At("host.gceInstance.disablePublicIpAddresses").IsTrue(), "Set it to true"),
        _ => When(machine, "networkInterfaces", machine.At("networkInterfaces").AsItems().Any(i => i.At("accessConfigs").AsItems().Length > 0), "Leave 'accessConfigs' out"),
    };

    private static IEnumerable<PolicyViolation> When(Resource machine, string path, bool isPublic, string fix) =>
        isPublic ? [new(path, $"'{machine.LogicalName}' has a way in from the internet. {fix}, and reach it through the session manager or the identity-aware proxy.")] : [];
}
