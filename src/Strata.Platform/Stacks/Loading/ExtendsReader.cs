using Strata.Diagnostics;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>Reads <c>strata:extends</c>: the name of a fragment, or a list of names.</summary>
internal static class ExtendsReader
{
    /// <summary>The references that make sense, in written order, each name once.</summary>
    public static IReadOnlyList<FragmentReference> Read(YamlNode extends, DiagnosticBag diagnostics)
    {
        var references = new List<FragmentReference>();
        foreach (var item in extends is YamlSequence list ? list.Items : [extends])
        {
            if (item is not YamlScalar scalar)
            {
                diagnostics.Add(StackErrors.ExtendsForm(item.Span, item.Describe()));
            }
            else if (ScalarTraps.Check(scalar, ExpectedScalar.Text) is { } trap)
            {
                diagnostics.Add(trap);
            }
            else if (Problem(scalar) is { } problem)
            {
                diagnostics.Add(problem);
            }
            else if (references.Find(r => r.Name == scalar.Text) is { } first)
            {
                diagnostics.Add(StackErrors.ExtendedTwice(scalar.Span, scalar.Text, first.Span));
            }
            else
            {
                references.Add(new FragmentReference(scalar.Text, scalar.AliasSite ?? scalar.Span));
            }
        }

        return references;
    }

    /// <summary>A name is folders and a file below <c>stacks/</c>: nothing that could lead anywhere else, on any system.</summary>
    private static Diagnostic? Problem(YamlScalar scalar)
    {
        var name = scalar.Text;
        if (name.Contains('\\') || name.Contains(':') || name.Split('/').Any(part => part is "" or "." or ".."))
        {
            return StackErrors.FragmentNameForm(scalar.Span, name);
        }

        return name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal)
            ? StackErrors.FragmentNameWithEnding(scalar.Span, name, name[..name.LastIndexOf('.')])
            : null;
    }
}
