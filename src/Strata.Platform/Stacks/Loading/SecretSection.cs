using Strata.Diagnostics;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary><c>strata:secrets: { name: { secure: … } }</c>, the one place for secrets.</summary>
internal static class SecretSection
{
    /// <summary>The section with a placeholder for each secret; whatever is not one is left out, so that nothing can print it.</summary>
    public static YamlNode Read(YamlNode section, bool isStack, DiagnosticBag diagnostics)
    {
        if (!isStack)
        {
            diagnostics.Add(StackErrors.SecretInFragment(section.Span));
        }
        else if (section is not YamlMapping)
        {
            diagnostics.Add(StackErrors.SecretsNotMap(section.Span));
        }

        var secrets = new List<YamlEntry>();
        foreach (var entry in isStack && section is YamlMapping map ? map.Entries : [])
        {
            if (SecureValue.Is(entry.Value))
            {
                secrets.Add(entry with { Value = SecureValue.Hide(entry.Value) });
            }
            else
            {
                diagnostics.Add(StackErrors.SecretNotSecure(entry.Key.Span, entry.Key.Text));
            }
        }

        return new YamlMapping(section.Span, secrets);
    }
}
