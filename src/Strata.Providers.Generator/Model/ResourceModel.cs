namespace Strata.Generator.Model;

/// <param name="Token">Pulumi's type token: <c>aws:s3/bucket:Bucket</c>, <c>pulumi:providers:aws</c>.</param>
public sealed record ResourceModel(string Token, IReadOnlyList<PropertyModel> Inputs, IReadOnlyList<OutputModel> Outputs)
{
    /// <summary>Input paths whose change, there or below, replaces the resource, beyond what the inputs themselves say.</summary>
    public IReadOnlyList<string> ReplacePaths { get; init; } = [];

    /// <summary>The same for paths of which only some changes replace it.</summary>
    public IReadOnlyList<string> MayReplacePaths { get; init; } = [];

    public bool DeleteBeforeReplace { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>A component that the provider's plugin expands itself.</summary>
    public bool IsComponent { get; init; }

    public bool IsProvider => Token.StartsWith("pulumi:providers:", StringComparison.Ordinal);
}
