using System.Diagnostics.CodeAnalysis;
using Strata.Platform.Units;

namespace Strata.Platform.Stacks;

/// <summary>
/// Another stack that owns a shared thing: <c>platform-dev</c>, or with the thing's own name there, <c>platform-dev/cluster</c>;
/// a stack of another repository is <c>organization/project/stack</c> or <c>organization/project/stack/cluster</c>.
/// </summary>
/// <param name="Stack">As Pulumi names it.</param>
/// <param name="Component">The thing's name there; null when it is the same as here.</param>
public sealed record StackSource(string Stack, string? Component) : IUnit<StackSource>
{
    public static string Noun => "another stack";

    public static string Example => "platform-dev";

    public static string Pattern => "^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+){0,3}$";

    /// <summary>True when the stack is one of this repository, so that what it offers can be checked.</summary>
    public bool IsLocal => !Stack.Contains('/', StringComparison.Ordinal);

    public static bool TryParse(string text, [NotNullWhen(true)] out StackSource? value, [NotNullWhen(false)] out string? problem)
    {
        var parts = text.Split('/');
        var valid = parts.Length <= 4 && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'));
        value = !valid ? null : parts.Length switch
        {
            1 => new StackSource(parts[0], null),
            2 => new StackSource(parts[0], parts[1]),
            3 => new StackSource(text, null),
            _ => new StackSource(string.Join('/', parts[..3]), parts[3]),
        };
        problem = valid ? null : "a stack is named like platform-dev, platform-dev/cluster or organization/project/stack";
        return valid;
    }

    public override string ToString() => Component is null ? Stack : $"{Stack}/{Component}";
}
