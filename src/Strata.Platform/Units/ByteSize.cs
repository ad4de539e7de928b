using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Strata.Platform.Units;

/// <summary>An amount of memory or storage, as Kubernetes writes it: <c>512Mi</c>, <c>32Gi</c>, <c>1.5Ti</c>.</summary>
/// <param name="Bytes">At least 1.</param>
public sealed record ByteSize(long Bytes) : IUnit<ByteSize>, IComparable<ByteSize>
{
    private const long Kibi = 1024;

    private static readonly (string Suffix, long Factor)[] Units =
    [
        ("Ki", Kibi), ("Mi", Kibi * Kibi), ("Gi", Kibi * Kibi * Kibi), ("Ti", Kibi * Kibi * Kibi * Kibi), ("Pi", Kibi * Kibi * Kibi * Kibi * Kibi),
        ("k", 1_000), ("M", 1_000_000), ("G", 1_000_000_000), ("T", 1_000_000_000_000), ("P", 1_000_000_000_000_000),
    ];

    public static string Noun => "an amount of memory or storage";

    public static string Example => "32Gi";

    public static string Pattern => "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|Pi|k|M|G|T|P)$";

    public static ByteSize FromGibibytes(double gibibytes) => new((long)Math.Ceiling(gibibytes * Kibi * Kibi * Kibi));

    /// <summary>In GiB, as the clouds count memory and disks.</summary>
    public double Gibibytes => Bytes / (double)(Kibi * Kibi * Kibi);

    /// <summary>In whole GiB, rounded up.</summary>
    public int WholeGibibytes => (int)Math.Ceiling(Gibibytes);

    /// <summary>In whole MiB, rounded up.</summary>
    public int WholeMebibytes => (int)Math.Ceiling(Bytes / (double)(Kibi * Kibi));

    public static bool TryParse(string text, [NotNullWhen(true)] out ByteSize? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        var digits = text.AsSpan().TrimEnd("KMGTPkimgtpBb");
        var suffix = text[digits.Length..];
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            problem = "it does not start with a number";
            return false;
        }

        var factor = Array.Find(Units, unit => unit.Suffix == suffix).Factor;
        if (factor == 0)
        {
            problem = suffix.Length == 0
                ? $"it has no unit; write '{text}Gi' if you mean gibibytes"
                : $"'{suffix}' is not a unit; the units are Ki, Mi, Gi, Ti and Pi (powers of 1024) and k, M, G, T and P (powers of 1000)";
            return false;
        }

        if (number <= 0 || number * factor > long.MaxValue / 2)
        {
            problem = number <= 0 ? "it must be more than nothing" : "it is more than any machine holds";
            return false;
        }

        value = new ByteSize((long)(number * factor));
        problem = null;
        return true;
    }

    public int CompareTo(ByteSize? other) => Bytes.CompareTo(other?.Bytes ?? 0);

    /// <summary>With the largest unit that gives a whole number: <c>32Gi</c>.</summary>
    public override string ToString()
    {
        foreach (var (suffix, factor) in Units.Take(5).Reverse().Concat(Units.Skip(5).Reverse()))
        {
            if (Bytes >= factor && Bytes % factor == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Bytes / factor}{suffix}");
            }
        }

        return Bytes.ToString(CultureInfo.InvariantCulture);
    }
}
