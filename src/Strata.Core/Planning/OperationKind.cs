namespace Strata.Planning;

/// <summary>What happens to a resource, in the order summaries name them.</summary>
public enum OperationKind
{
    Create,
    Update,
    Replace,
    Delete,
    Same,
}
