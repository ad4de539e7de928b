using Strata.Diagnostics;
using Strata.Yaml;

namespace Strata.Platform.Stacks.Binding;

/// <summary>Checks that every reference names a component of the right kind, and every secret exists.</summary>
internal static class ReferenceChecker
{
    public static void Check(StackModel stack, Binder binder, DiagnosticBag diagnostics)
    {
        var components = stack.Named.ToList();
        foreach (var reference in binder.References)
        {
            if (components.Exists(c => c.Name == reference.Name && reference.Target.IsInstanceOfType(c)))
            {
                continue;
            }

            if (!components.Exists(c => c.Name == reference.Name) && IsWritten(stack, reference.Name))
            {
                continue; // It is there, only too broken to say what it is; that has been reported.
            }

            var wanted = KindNames.Of(reference.Target);
            diagnostics.Add(components.Find(c => c.Name == reference.Name) is { } other
                ? BindingErrors.WrongReference(reference.Span, reference.Name, KindNames.Of(other.GetType()), wanted)
                : BindingErrors.UnknownReference(reference.Span, reference.Name, wanted, Names(components, reference.Target)));
        }

        foreach (var (secret, at) in binder.Secrets)
        {
            if (!stack.Config.Secrets.Contains(secret.Name))
            {
                diagnostics.Add(BindingErrors.UnknownSecret(at.Span, secret.Name, [.. stack.Config.Secrets.Names]));
            }
        }
    }

    private static bool IsWritten(StackModel stack, string name) =>
        stack.Config.Mapping is { } top && top.Entries.Any(section => section.Value is YamlMapping map && map[name] is not null);

    private static IReadOnlyCollection<string> Names(List<NamedConfig> components, Type target) =>
        [.. components.Where(target.IsInstanceOfType).Select(c => c.Name)];
}
