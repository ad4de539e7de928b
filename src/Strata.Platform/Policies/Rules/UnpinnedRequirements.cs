using System.Globalization;
using Strata.Diagnostics;
using Strata.Platform.Images;

namespace Strata.Platform.Policies.Rules;

/// <summary>Python packages and tags of the stack's own images that may be others tomorrow.</summary>
internal static class UnpinnedRequirements
{
    public static PolicyRule Rule { get; } = new(
        "STR772",
        "unpinned-requirements",
        PolicySubjects.Pinning,
        Severity.Error,
        "Python requirements of the stack's images that are not one exact version.",
        "A model that is trained again is another model when its libraries are others.")
    {
        OfStack = context =>
            from image in context.Stack.Config.Images.Values
            where !image.IsBroken
            from requirement in image.Requirements.Select((text, i) => (text, i))
            where Requirement.Parse(requirement.text).Requirement is null
            select new PolicyViolation(string.Create(CultureInfo.InvariantCulture, $"images.{image.Name}.requirements[{requirement.i}]"), $"The image '{image.Name}' takes whichever version of '{requirement.text}' is the newest on the day. Write one exact version with '=='.")
            {
                Span = image.SpanOf(nameof(image.Requirements)),
                Component = $"images.{image.Name}",
            },
    };
}
