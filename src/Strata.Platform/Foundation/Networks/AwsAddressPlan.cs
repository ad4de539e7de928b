using Strata.Platform.Units;

namespace Strata.Platform.Foundation;

/// <summary>
/// How a VPC's addresses are divided: three quarters for the private subnets, one for each zone, as pods have addresses of their
/// own; the last quarter for the public ones, a sixteenth of all for each zone. A zone more or less moves nothing.
/// </summary>
internal static class AwsAddressPlan
{
    /// <summary>The largest VPC that AWS makes.</summary>
    public const int ShortestPrefix = 16;

    /// <summary>Leaves public subnets of 16 addresses, the smallest that AWS makes, and private ones of 256.</summary>
    public const int LongestPrefix = 22;

    public static Cidr Private(Cidr network, int zone) => network.Subnet(network.PrefixLength + 2, zone);

    public static Cidr Public(Cidr network, int zone) => network.Subnet(network.PrefixLength + 4, 12 + zone);
}
