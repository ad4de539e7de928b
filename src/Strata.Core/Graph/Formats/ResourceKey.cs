namespace Strata.Graph.Formats;

/// <summary>How formats point at a resource.</summary>
public static class ResourceKey
{
    /// <summary>
    /// <c>aws:s3/bucket:Bucket::lake</c>, like the end of a URN. One resource in a stack has it, and it reads back without
    /// doubt: no type token holds <c>::</c>, so the first one ends the type.
    /// </summary>
    public static string Of(Resource resource) => $"{resource.TypeToken}::{resource.LogicalName}";
}
