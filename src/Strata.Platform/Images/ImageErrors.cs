using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Images;

/// <summary>Problems of images.</summary>
public static class ImageErrors
{
    public static Diagnostic NotPinned(SourceSpan? at, string image, string requirement, string package) => Diagnostic.Error("STR931", at,
        $"'{requirement}' of '{image}' does not say one exact version, so that building it tomorrow may give another image than today. Write '{package}==' and the version.");

    public static Diagnostic NotARequirement(SourceSpan? at, string image, string requirement) => Diagnostic.Error("STR932", at,
        $"'{requirement}' of '{image}' is not a Python package with its version. Write it like torch==2.7.1 or 'feast[redis]==0.50.0'.");

    public static Diagnostic RequiredTwice(SourceSpan? at, string image, string package, string first, string second) => Diagnostic.Error("STR933", at,
        $"'{image}' requires '{package}' twice: '{first}' and '{second}' (case, dots, dashes and underscores make no difference to Python). Remove one of them.");

    public static Diagnostic BaseAndFrom(SourceSpan? at, string image) => Diagnostic.Error("STR934", at,
        $"'{image}' says both 'base' and 'from', and an image starts from one only. Remove one of them.");

    public static Diagnostic NoTpuLibrary(SourceSpan? at, string image, string baseName) => Diagnostic.Error("STR935", at,
        $"'{image}' is for TPUs and starts from '{baseName}', whose libraries do not use them. Use base: jax, pytorch or tensorflow, or name an image of your own under 'from'.");

    /// <param name="one">A kind of accelerator, and one of the steps that run on it.</param>
    /// <param name="other">The other.</param>
    public static Diagnostic TwoAccelerators(SourceSpan? at, string image, string one, string other) => Diagnostic.Error("STR936", at,
        $"'{image}' is to run on {one} and on {other}, which need different libraries. Make an image for each of them.");

    public static Diagnostic BasePinnedAgain(SourceSpan? at, string image, string package, string baseName) => Diagnostic.Error("STR937", at,
        $"'{image}' starts from '{baseName}' and does not require '{package}' itself, so nothing says which version it has. Add '{package}==' and the version to 'requirements'.");

    public static Diagnostic BadVariable(SourceSpan? at, string image, string variable) => Diagnostic.Error("STR938", at,
        $"'{variable}' of '{image}' cannot be the name of an environment variable. Use letters, digits and underscores, a letter first.");

    public static Diagnostic NoRegistry(SourceSpan? at, string image) => Diagnostic.Error("STR939", at,
        $"'{image}' has no registry to be pushed to: the stack has none. Add one under 'registries:'.");

    public static Diagnostic OtherAccelerator(SourceSpan? at, string image, string said, string runs) => Diagnostic.Error("STR940", at,
        $"'{image}' is said to be for {said}, and it is to run on {runs}. Remove 'accelerator', or let its steps run elsewhere.");
}
