using System.Globalization;

namespace Strata.Cli.Output.Previews;

/// <summary>A run of a pipeline: a higher one is newer. A run that is started again keeps its number and counts attempts.</summary>
internal readonly record struct RunNumber(long Id, int Attempt) : IComparable<RunNumber>
{
    /// <summary><c>77</c> or <c>77.2</c>; null for anything else.</summary>
    public static RunNumber? Parse(string? text) => text?.Split('.') switch
    {
        [var id] when Id64(id) is { } number => new RunNumber(number, 1),
        [var id, var attempt] when Id64(id) is { } number && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => new RunNumber(number, count),
        _ => null,
    };

    public int CompareTo(RunNumber other) => Id != other.Id ? Id.CompareTo(other.Id) : Attempt.CompareTo(other.Attempt);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Attempt}");

    private static long? Id64(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
