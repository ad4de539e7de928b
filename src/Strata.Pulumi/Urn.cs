using Strata.Graph;

namespace Strata.Pulumi;

/// <summary>The names the engine gives resources, by which it finds them again: stack, project, types of the components around it, type, name.</summary>
public static class Urn
{
    internal const string StackType = "pulumi:pulumi:Stack";

    /// <summary><c>urn:pulumi:fraud-dev::strata::strata:storage:ObjectStore$aws:s3/bucket:Bucket::lake</c></summary>
    public static string Of(Resource resource, string project, string stack) =>
        $"urn:pulumi:{stack}::{project}::{QualifiedType(resource)}::{resource.LogicalName}";

    private static string QualifiedType(Resource resource) =>
        resource.ResourceOptions.Parent is { TypeToken: not StackType } parent ? $"{QualifiedType(parent)}${resource.TypeToken}" : resource.TypeToken;
}
