namespace Strata.Platform.Stacks;

/// <summary>Whether <c>{ secure: … }</c> may stand somewhere.</summary>
internal enum SecureRule
{
    /// <summary>A provider's value in a stack file: Pulumi's own business.</summary>
    Allowed,

    /// <summary>Ours: the engine marks a whole top-level key as secret, so secrets have one of their own.</summary>
    OnlyUnderSecrets,

    /// <summary>Ciphertext belongs to one stack, so no shared file can have any.</summary>
    NotInFragment,
}
