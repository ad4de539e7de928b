namespace Strata.Cli.Commands;

/// <summary>One thing a checkup looked at.</summary>
/// <param name="What">What was looked for.</param>
/// <param name="Found">What is there.</param>
/// <param name="Mend">What to do about it; null when all is well.</param>
internal sealed record Finding(string What, string Found, string? Mend);
