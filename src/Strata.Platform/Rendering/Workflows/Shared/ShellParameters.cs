using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Parameters of a workflow that a shell script starts: environment variables of whoever calls it.</summary>
internal static class ShellParameters
{
    /// <summary>Not the bare name, which may be one the shell itself knows.</summary>
    public static string VariableOf(string parameter) => $"PARAMETER_{parameter.ToUpperInvariant()}";

    /// <summary>Defaults, and a check of those with choices.</summary>
    public static IEnumerable<string> Lines(Workflow workflow)
    {
        foreach (var (name, parameter) in workflow.Config.Parameters)
        {
            var variable = VariableOf(name);
            yield return $"export {variable}=\"${{{variable}-{InDoubleQuotes(parameter.Default)}}}\"";
            if (parameter.Choices.Count > 0)
            {
                yield return $"case \"${variable}\" in {string.Join('|', parameter.Choices.Select(ShellText.Quote))}) ;; *) echo {ShellText.Quote($"{variable} must be one of {string.Join(", ", parameter.Choices)}.")} >&2; exit 2 ;; esac";
            }
        }
    }

    private static string InDoubleQuotes(string text) => string.Concat(text.Select(c => c is '"' or '\\' or '$' or '`' or '}' ? $"\\{c}" : c.ToString()));
}
