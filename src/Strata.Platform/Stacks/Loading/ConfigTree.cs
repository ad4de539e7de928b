using Strata.Diagnostics;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>What holds for every value below <c>config:</c>, whatever it is for.</summary>
internal static class ConfigTree
{
    /// <summary>
    /// Finds secure values where none may be, tags (they are lost on the way through the engine), and keys that reach the
    /// program as another text than the one written.
    /// </summary>
    public static void Check(YamlNode node, SecureRule rule, DiagnosticBag diagnostics)
    {
        if (node.Tag is not (null or "!!str" or "!!map" or "!!seq"))
        {
            diagnostics.Add(StackErrors.TagNotKept(node.Span, node.Tag));
        }

        switch (node)
        {
            case YamlMapping mapping when rule != SecureRule.Allowed && SecureValue.Is(mapping):
                diagnostics.Add(rule == SecureRule.NotInFragment ? StackErrors.SecretInFragment(mapping.Span) : StackErrors.SecretElsewhere(mapping.Span));
                break;
            case YamlMapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    if (ScalarTraps.Check(key, ExpectedScalar.Text) is { } trap)
                    {
                        diagnostics.Add(trap);
                    }

                    Check(value, rule, diagnostics);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Check(item, rule, diagnostics);
                }

                break;
        }
    }

    /// <summary>A provider gets each of its values as text, so any value that changes on its way there is a mistake.</summary>
    public static void CheckTexts(YamlNode node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case YamlScalar scalar when ScalarTraps.Check(scalar, ExpectedScalar.Text) is { } trap:
                diagnostics.Add(trap);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    CheckTexts(entry.Value, diagnostics);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    CheckTexts(item, diagnostics);
                }

                break;
        }
    }
}
