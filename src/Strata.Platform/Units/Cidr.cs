using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Strata.Platform.Units;

/// <summary>An IPv4 address range: <c>10.20.0.0/16</c>.</summary>
/// <param name="Address">The first address, as a number.</param>
/// <param name="PrefixLength">0 to 32.</param>
public sealed record Cidr(uint Address, int PrefixLength) : IUnit<Cidr>
{
    public static string Noun => "an IPv4 address range";

    public static string Example => "10.20.0.0/16";

    public static string Pattern => "^[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}$";

    /// <summary>How many addresses the range has.</summary>
    public long Size => 1L << (32 - PrefixLength);

    public static bool TryParse(string text, [NotNullWhen(true)] out Cidr? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        if (text.Split('/') is not [var address, var length]
            || address.Count(c => c == '.') != 3
            || !IPAddress.TryParse(address, out var ip) || ip.AddressFamily != AddressFamily.InterNetwork
            || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) || prefix > 32)
        {
            problem = "a range is an IPv4 address and a prefix length such as 10.20.0.0/16";
            return false;
        }

        var bytes = ip.GetAddressBytes();
        var number = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        var first = prefix == 0 ? 0 : number & (uint.MaxValue << (32 - prefix));
        if (first != number)
        {
            problem = $"the address is not the first of its range; write '{new Cidr(first, prefix)}'";
            return false;
        }

        value = new Cidr(number, prefix);
        problem = null;
        return true;
    }

    /// <summary>The <paramref name="index"/>th (from 0) of the ranges of the given length inside this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many.</exception>
    public Cidr Subnet(int prefixLength, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefixLength, PrefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << (prefixLength - PrefixLength));
        return new Cidr(Address + (uint)((long)index << (32 - prefixLength)), prefixLength);
    }

    /// <summary>The first address: <c>10.20.0.0</c>.</summary>
    public string FirstAddress => string.Create(CultureInfo.InvariantCulture, $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}");

    public bool Overlaps(Cidr other) => Address <= other.Last && other.Address <= Last;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstAddress}/{PrefixLength}");

    private uint Last => (uint)(Address + Size - 1);
}
