namespace Strata.Planning;

/// <summary>Why a property is different.</summary>
public enum ChangeCause
{
    /// <summary>Its own value was changed.</summary>
    Edited,

    /// <summary>It refers to a resource that is replaced, so its value is only known when the new one exists.</summary>
    TargetReplaced,
}
