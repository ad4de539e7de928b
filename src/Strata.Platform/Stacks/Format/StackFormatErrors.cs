using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks.Format;

/// <summary>Problems of the version of a file's form.</summary>
public static class StackFormatErrors
{
    public static Diagnostic Unknown(SourceSpan at, string found, int current) => Diagnostic.Error("STR695", at,
        $"The file says that it has format '{found}', and this version of Strata knows formats up to {current}. Use the version of Strata that wrote the file, or a newer one; without the line the file is read as format {current}.");
}
