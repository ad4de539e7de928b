namespace Strata.Graph;

/// <summary>A call of a provider function, such as <c>aws:index/getCallerIdentity:getCallerIdentity</c>.</summary>
public sealed class Invoke(string token, params IEnumerable<Property> arguments)
{
    public string Token { get; } = token;

    public IReadOnlyList<Property> Arguments { get; } = [.. arguments];

    /// <summary>The provider to ask; null for the package's default provider.</summary>
    public ProviderResource? Provider { get; init; }

    /// <summary>The plugin version to ask for, such as <c>7.48.0</c>; null lets the engine choose.</summary>
    public string? Version { get; init; }

    /// <summary>A property of the answer, or a path such as <c>names[0]</c>.</summary>
    public Output<T> Get<T>(string property) => new(new InvokeValue(this, property));
}
