namespace Strata.Graph;

/// <summary>A configured provider, <c>pulumi:providers:aws</c> and its like: which region, which tags, which cluster.</summary>
public abstract class ProviderResource(string package, string name, ResourceOptions? options)
    : CustomResource($"pulumi:providers:{package}", name, options)
{
    /// <summary>Sets an input that is not text; null leaves it out. Provider settings reach plugins as text, so it goes as JSON.</summary>
    protected void SetJson(string name, IInput? input) => Set(name, input is null ? null : Output.Json(input.ToValue()));
}
