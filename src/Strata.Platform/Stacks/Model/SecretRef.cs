namespace Strata.Platform.Stacks;

/// <summary>A secret of <c>strata:secrets</c>, by name: <c>{ secret: wandb }</c>.</summary>
public sealed record SecretRef(string Name);
