using Strata.Graph;

namespace Strata.Planning;

/// <summary>
/// What the engine tells resources apart by: the part of a URN after stack and project, such as
/// <c>strata:storage:ObjectStore$aws:s3/bucket:Bucket::lake</c>. Parents count by their types only, so moving a resource to
/// another component of the same type keeps it.
/// </summary>
public static class ResourceIdentity
{
    public static string Of(Resource resource) => $"{QualifiedType(resource)}::{resource.LogicalName}";

    /// <summary>The types from the outermost parent to the resource itself, joined by <c>$</c>.</summary>
    public static string QualifiedType(Resource resource) =>
        resource.ResourceOptions.Parent is { } parent ? Under(QualifiedType(parent), resource.TypeToken) : resource.TypeToken;

    internal static string Under(string parentType, string type) => parentType.Length == 0 ? type : $"{parentType}${type}";
}
