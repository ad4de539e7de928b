using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>A network that someone else made.</summary>
public sealed record ExistingNetwork : ConfigRecord
{
    [Description("The network: a VPC id on AWS, a network name or self link on Google Cloud.")]
    public required string Id { get; init; }

    [Description("Private subnets: ids on AWS (at least two, in different zones), one name or self link on Google Cloud.")]
    public required IReadOnlyList<string> PrivateSubnets { get; init; }

    [Description("Public subnets, for what has to be reached from outside.")]
    public IReadOnlyList<string> PublicSubnets { get; init; } = [];

    [Description("The name of the subnet's secondary range for pods (Google Cloud).")]
    public string PodRange { get; init; } = "pods";

    [Description("The name of the subnet's secondary range for services (Google Cloud).")]
    public string ServiceRange { get; init; } = "services";
}
