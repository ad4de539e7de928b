using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>What a stack stands on in Google Cloud.</summary>
internal sealed class GcpFoundation(StackExpansion expansion)
{
    private Gcp.Provider? _provider;

    /// <summary>The stack's project.</summary>
    public string Project => expansion.Stack.Providers.GcpProject ?? throw Missing("gcp:project", "the project of everything on Google Cloud", "acme-ml-dev");

    /// <summary>The stack's region.</summary>
    public string Region => expansion.Stack.Providers.GcpRegion ?? throw Missing("gcp:region", "the region of everything on Google Cloud", "europe-west4");

    /// <summary>What other stacks may share of the network; null when there is none of the stack's own.</summary>
    public Value? NetworkOutputs => _provider is null ? null : null;

    /// <summary>Makes the provider with the stack's project, region and labels the one in use.</summary>
    public void Prepare() => _provider ??= expansion.Root.Use(expansion.Root.Add(new Gcp.Provider("gcp") { Project = Project, Region = Region }));

    /// <summary>Makes what belongs to the whole stack.</summary>
    public void ExpandStackWide() => Prepare();

    private ExpansionStoppedException Missing(string setting, string meaning, string example)
    {
        expansion.Diagnostics.Add(ComponentErrors.MissingProviderSetting(expansion.Stack.Config.SpanOf("Cloud"), setting, meaning, example));
        return new ExpansionStoppedException();
    }
}
