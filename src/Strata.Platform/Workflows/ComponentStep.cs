namespace Strata.Platform.Workflows;

/// <summary>What the step of a workflow that a component brings along runs in and as, instead of an image and an identity of the stack.</summary>
/// <param name="Image">The image's reference.</param>
/// <param name="Account">A service account in the team's namespace.</param>
internal sealed record ComponentStep(string Image, string Account);
