namespace Strata.Platform.Costs;

/// <summary>US dollars a month: what it costs when little runs, as a rule, and at the limits that the stack sets.</summary>
public readonly record struct CostRange(decimal Low, decimal Expected, decimal High)
{
    public static CostRange Zero { get; } = new(0, 0, 0);

    public static CostRange operator +(CostRange left, CostRange right) =>
        new(left.Low + right.Low, left.Expected + right.Expected, left.High + right.High);

    public static CostRange operator -(CostRange left, CostRange right) =>
        new(left.Low - right.Low, left.Expected - right.Expected, left.High - right.High);
}
