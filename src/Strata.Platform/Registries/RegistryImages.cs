using Strata.Platform.Images;
using Strata.Platform.Stacks;

namespace Strata.Platform.Registries;

/// <summary>Which images lie in which registry.</summary>
internal static class RegistryImages
{
    /// <summary>The images a registry is for: those it names and those of the stack that are pushed to it; without either one with its own name.</summary>
    public static IReadOnlyList<string> Of(RegistryConfig registry, StackModel stack)
    {
        var pushed = stack.Config.Images.Values.Where(image => RegistryOf(image, stack) == registry).Select(image => image.Name).Order(StringComparer.Ordinal);
        return registry.Images.Concat(pushed).DefaultIfEmpty(registry.Name).Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>The registry an image is pushed to; null where the file names none that there is, which was said when the stack was checked.</summary>
    public static RegistryConfig? RegistryOf(ImageConfig image, StackModel stack)
    {
        var registries = stack.Components.OfType<RegistryConfig>().ToList();
        return image.Registry is { } named ? registries.Find(registry => registry.Name == named.Name) : registries is [var only] ? only : null;
    }
}
