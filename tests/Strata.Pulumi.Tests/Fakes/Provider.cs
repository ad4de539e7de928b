using Strata.Graph;

namespace Strata.Tests.Pulumi.Fakes;

internal sealed class Provider(string package, string name, ResourceOptions? options = null) : ProviderResource(package, name, options)
{
    public override ResourceFacts TypeFacts { get; } = new() { PluginVersion = "7.48.0" };

    public Provider With(string input, IInput value)
    {
        Set(input, value);
        return this;
    }
}
