namespace Strata.Platform.Costs;

/// <summary>How much of something: at least, as a rule, at most.</summary>
internal readonly record struct Amount(decimal Low, decimal Expected, decimal High)
{
    public static Amount Of(decimal always) => new(always, always, always);

    /// <summary>What scales between two limits.</summary>
    public static Amount Between(decimal min, decimal max, decimal share) => new(min, min + ((max - min) * share), max);

    public static Amount operator *(Amount amount, decimal factor) => new(amount.Low * factor, amount.Expected * factor, amount.High * factor);

    /// <summary>Each with its own factor.</summary>
    public Amount Times(Amount other) => new(Low * other.Low, Expected * other.Expected, High * other.High);

    public CostRange At(decimal price) => new(Low * price, Expected * price, High * price);
}
