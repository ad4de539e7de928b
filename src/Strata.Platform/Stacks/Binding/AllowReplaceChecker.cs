using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Yaml;

namespace Strata.Platform.Stacks.Binding;

/// <summary>Checks what <c>allowReplace</c> names. A component need not be there any more: removing it is what may need an entry.</summary>
internal static class AllowReplaceChecker
{
    /// <summary>What the stack makes without an entry of its own: networks, keys, ….</summary>
    private const string Foundation = "foundation";

    private static readonly string[] Sections = [.. ComponentCatalog.Kinds.Select(kind => kind.Section).Append(Foundation).Distinct()];

    public static void Check(StackModel stack, DiagnosticBag diagnostics)
    {
        if (stack.Config.AllowReplace.Count == 0 || stack.Config.Mapping?["allowReplace"] is not YamlSequence entries)
        {
            return;
        }

        var known = stack.AllComponents.Select(component => $"{ComponentCatalog.KindOf(component).Section}.{component.Name}").ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.Items.OfType<YamlScalar>())
        {
            if (entry.Text.Split("::") is [var type, { Length: > 0 }] && type.Contains(':', StringComparison.Ordinal))
            {
                continue; // A resource is only known once the stack is expanded: the preview checks it.
            }

            if (entry.Text.Split('.') is not [{ Length: > 0 } section, { Length: > 0 }])
            {
                diagnostics.Add(BindingErrors.AllowedForm(entry.Span, entry.Text));
            }
            else if (!Sections.Contains(section))
            {
                diagnostics.Add(BindingErrors.UnknownSection(entry.Span, entry.Text, section, Sections));
            }
            else if (section != Foundation && !known.Contains(entry.Text))
            {
                diagnostics.Add(BindingErrors.AllowedNotThere(entry.Span, entry.Text, known));
            }
        }
    }
}
