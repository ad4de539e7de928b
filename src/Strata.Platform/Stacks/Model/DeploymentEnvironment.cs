namespace Strata.Platform.Stacks;

/// <summary>What a stack is for: drives protection, sizes and retention.</summary>
public enum DeploymentEnvironment
{
    Dev,
    Staging,
    Prod,
}
