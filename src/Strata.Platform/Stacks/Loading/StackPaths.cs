namespace Strata.Platform.Stacks;

/// <summary>What the place of a file below <c>stacks/</c> says about it.</summary>
internal static class StackPaths
{
    public const string Root = "stacks/";
    public const string Ending = ".yaml";
    private const string StackPrefix = Root + "Pulumi.";
    private const string Teams = Root + "teams/";

    /// <summary>Pulumi writes a <c>/</c> in a stack's name as <c>-</c> in the file's.</summary>
    public static string OfStack(string stack) => $"{StackPrefix}{stack.Replace('/', '-')}{Ending}";

    public static string OfFragment(string fragment) => $"{Root}{fragment}{Ending}";

    public static string WithShortEnding(string path) => path[..^Ending.Length] + ".yml";

    /// <summary>The stack a file belongs to, by either ending; null for a fragment.</summary>
    public static string? StackOf(string path)
    {
        var end = path.LastIndexOf('.');
        return path.StartsWith(StackPrefix, StringComparison.Ordinal) && path.IndexOf('/', Root.Length) < 0
            && end > StackPrefix.Length && path[end..] is Ending or ".yml"
                ? path[StackPrefix.Length..end]
                : null;
    }

    /// <summary>The name a fragment is extended by; null for a stack file and for a file with another ending.</summary>
    public static string? FragmentOf(string path) =>
        path.StartsWith(Root, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal) && StackOf(path) is null
            ? path[Root.Length..^Ending.Length]
            : null;

    /// <summary>The team a fragment belongs to: <c>teams/fraud.yaml</c> and all of <c>teams/fraud/</c> are team fraud's. Null: everyone's.</summary>
    public static string? TeamOf(string path)
    {
        if (!path.StartsWith(Teams, StringComparison.Ordinal))
        {
            return null;
        }

        var slash = path.IndexOf('/', Teams.Length);
        return slash < 0 ? path[Teams.Length..^Ending.Length] : path[Teams.Length..slash];
    }
}
