using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Strata.Platform.Units;

/// <summary>Processor cores, as Kubernetes writes them: <c>4</c>, <c>0.5</c>, <c>500m</c>.</summary>
/// <param name="Millicores">Thousandths of a core; at least 1.</param>
public sealed record CpuCount(int Millicores) : IUnit<CpuCount>, IComparable<CpuCount>
{
    public static string Noun => "a number of processor cores";

    public static string Example => "4";

    public static string Pattern => "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$";

    public double Cores => Millicores / 1000.0;

    public static CpuCount FromCores(int cores) => new(cores * 1000);

    public static bool TryParse(string text, [NotNullWhen(true)] out CpuCount? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        var milli = text.EndsWith('m');
        var digits = milli ? text[..^1] : text;
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            problem = "it is not a number of cores such as 4, 0.5 or 500m";
            return false;
        }

        var millicores = milli ? number : number * 1000;
        if (millicores is < 1 or > 10_000_000)
        {
            problem = millicores < 1 ? "it must be at least a thousandth of a core" : "it is more than ten thousand cores";
            return false;
        }

        value = new CpuCount((int)millicores);
        problem = null;
        return true;
    }

    public int CompareTo(CpuCount? other) => Millicores.CompareTo(other?.Millicores ?? 0);

    public override string ToString() => Millicores % 1000 == 0
        ? (Millicores / 1000).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Millicores}m");
}
