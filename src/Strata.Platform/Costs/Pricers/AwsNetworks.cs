using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>What networks on AWS cost besides what goes through them.</summary>
internal static class AwsNetworks
{
    public static Pricer Pricer { get; } = new(
        ["aws:ec2/natGateway:NatGateway", "aws:ec2/eip:Eip", "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:lb/loadBalancer:LoadBalancer"],
        (resource, context) => resource.TypeToken switch
        {
            "aws:ec2/natGateway:NatGateway" => [context.Always(resource, "NAT gateway", "vpc/nat"), context.Usage(resource, "data through NAT", "how much goes out through it", "vpc/nat-data", "GB")],
            "aws:ec2/eip:Eip" => [context.Always(resource, "public address", "vpc/public-ip")],
            "aws:lb/loadBalancer:LoadBalancer" => [context.Always(resource, "load balancer", resource.At("loadBalancerType").AsText() == "network" ? "elb/network" : "elb/application"), context.Usage(resource, "traffic of the load balancer", "how much it passes on")],
            _ when resource.At("vpcEndpointType").AsText() == "Interface" =>
                [context.Part(resource, "interface endpoint", "vpc/endpoint", Amount.Of(Math.Max(1, resource.At("subnetIds").AsItems().Length) * CostAssumptions.HoursInMonth), "hours")],

            // Endpoints of the kind 'Gateway' cost nothing.
            _ => [],
        });
}
