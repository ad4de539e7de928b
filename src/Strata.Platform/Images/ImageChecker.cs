using System.Text.RegularExpressions;
using Strata.Diagnostics;
using Strata.Platform.Registries;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Binding;

namespace Strata.Platform.Images;

/// <summary>What must hold for an image by itself, wherever it runs.</summary>
internal static partial class ImageChecker
{
    /// <summary>What each base is built around: the one package whose version decides which base image fits.</summary>
    public static string? FrameworkOf(ImageBase start) => start switch
    {
        ImageBase.Pytorch => "torch",
        ImageBase.Tensorflow => "tensorflow",
        ImageBase.Jax => "jax",
        _ => null,
    };

    public static void Check(ImageConfig image, StackModel stack, DiagnosticBag diagnostics)
    {
        if (image.From is not null && image.IsSet(nameof(image.Base)))
        {
            diagnostics.Add(ImageErrors.BaseAndFrom(image.SpanOf(nameof(image.From)), image.Name));
        }

        if (image is { Accelerator: ImageAccelerator.Tpu, Base: ImageBase.Python, From: null })
        {
            diagnostics.Add(ImageErrors.NoTpuLibrary(image.SpanOf(nameof(image.Accelerator)), image.Name, PropertyNames.OfChoice(image.Base.ToString())));
        }

        foreach (var variable in image.Environment.Keys.Where(variable => !VariableName().IsMatch(variable)))
        {
            diagnostics.Add(ImageErrors.BadVariable(image.SpanOf(nameof(image.Environment)), image.Name, variable));
        }

        CheckRequirements(image, diagnostics);
        CheckRegistry(image, stack, diagnostics);
    }

    private static void CheckRequirements(ImageConfig image, DiagnosticBag diagnostics)
    {
        var at = image.SpanOf(nameof(image.Requirements));
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in image.Requirements)
        {
            switch (Requirement.Parse(text))
            {
                case ({ } requirement, _) when seen.TryGetValue(requirement.Package, out var first):
                    diagnostics.Add(ImageErrors.RequiredTwice(at, image.Name, requirement.Package, first, text));
                    break;
                case ({ } requirement, _):
                    seen[requirement.Package] = text;
                    break;
                case (null, { } package):
                    diagnostics.Add(ImageErrors.NotPinned(at, image.Name, text, package));
                    seen.TryAdd(package, text);
                    break;
                default:
                    diagnostics.Add(ImageErrors.NotARequirement(at, image.Name, text));
                    break;
            }
        }

        if (image.From is null && FrameworkOf(image.Base) is { } framework && !seen.ContainsKey(framework))
        {
            diagnostics.Add(ImageErrors.BasePinnedAgain(image.SpanOf(nameof(image.Base)), image.Name, framework, PropertyNames.OfChoice(image.Base.ToString())));
        }
    }

    private static void CheckRegistry(ImageConfig image, StackModel stack, DiagnosticBag diagnostics)
    {
        var registries = stack.AllComponents.OfType<RegistryConfig>().Select(registry => registry.Name).Order(StringComparer.Ordinal).ToList();
        if (image.Registry is not null || registries.Count == 1)
        {
            return;
        }

        diagnostics.Add(registries.Count == 0
            ? ImageErrors.NoRegistry(image.KeySpan, image.Name)
            : BindingErrors.NeedsOneOf(image.KeySpan, image.Name, "registry", "registry", registries));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex VariableName();
}
