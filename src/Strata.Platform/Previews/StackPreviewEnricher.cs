namespace Strata.Platform.Previews;

/// <summary>Where what costs and policies have to say is put into a preview.</summary>
internal static class StackPreviewEnricher
{
    /// <param name="before">Null when the base has no such stack.</param>
    /// <param name="after">Null when the head has no such stack.</param>
#pragma warning disable IDE0060 // The sides are what prices and findings are worked out from.
    public static StackPreview Enrich(StackPreview preview, StackSide? before, StackSide? after) => preview;
#pragma warning restore IDE0060
}
