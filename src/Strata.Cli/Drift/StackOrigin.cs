using Strata.Diagnostics;

namespace Strata.Cli.Drift;

/// <summary>The stack and the project whose resources a file of the engine's is about, as each of their URNs says.</summary>
/// <param name="Project">The <c>name</c> in Pulumi.yaml; null when it is not known, and then any is right.</param>
internal sealed record StackOrigin(string Stack, string? Project)
{
    /// <returns>Null for what is no URN.</returns>
    public static StackOrigin? Of(string urn) =>
        urn.StartsWith("urn:pulumi:", StringComparison.Ordinal) && urn["urn:pulumi:".Length..].Split("::") is [var stack, var project, _, _, ..] ? new StackOrigin(stack, project) : null;

    /// <summary>What to say of a file that has resources of another stack or project; null when all are of this one.</summary>
    /// <param name="command">That writes the right file.</param>
    public Diagnostic? Refuse(string path, IEnumerable<string> urns, string command)
    {
        foreach (var found in urns.Select(Of).OfType<StackOrigin>())
        {
            if (found.Stack != Stack)
            {
                return DriftErrors.OtherStack(path, found.Stack, found.Project!, Stack, command);
            }

            if (Project is not null && found.Project != Project)
            {
                return DriftErrors.OtherProject(path, Stack, found.Project!, Project, command);
            }
        }

        return null;
    }
}
