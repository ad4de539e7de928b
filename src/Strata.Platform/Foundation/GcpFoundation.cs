using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>What a stack stands on in Google Cloud. Everything is made when it is first needed, and once.</summary>
internal sealed class GcpFoundation(StackExpansion expansion)
{
    private Gcp.Provider? _provider;
    private GcpNetworkHandle? _network;

    /// <summary>The stack's project.</summary>
    public string Project => expansion.Stack.Providers.GcpProject ?? throw Missing("gcp:project", "the project of everything on Google Cloud", "acme-ml-dev");

    /// <summary>The stack's region.</summary>
    public string Region => expansion.Stack.Providers.GcpRegion ?? throw Missing("gcp:region", "the region of everything on Google Cloud", "europe-west4");

    /// <summary>The stack's zone, for what lives in one zone only.</summary>
    public string Zone => expansion.Stack.Providers.GcpZone ?? throw Missing("gcp:zone", "the zone of what lives in one zone only, such as a disk or a single machine", "europe-west4-a");

    /// <summary>The project's number, which Google's own accounts are named by.</summary>
    public Output<string> ProjectNumber => ProjectFacts.Get<string>("number");

    /// <summary>The stack's encryption keys.</summary>
    public GcpKeys Keys => field ??= new GcpKeys(expansion);

    /// <summary>The accounts by which Google's services act in the project.</summary>
    public GcpServiceAgents Agents => field ??= new GcpServiceAgents(expansion);

    /// <summary>Roles in the project, each given once.</summary>
    public GcpProjectRoles Roles => field ??= new GcpProjectRoles(expansion);

    /// <summary>The accounts that CI signs in as; null when the stack has no CI.</summary>
    public GcpCiHandle? Ci => expansion.Stack.Config.Access.Ci is { } ci ? field ??= GcpCiAccess.Expand(expansion, ci) : null;

    /// <summary>The network of everything private.</summary>
    /// <exception cref="ExpansionStoppedException">The stack names a network that it cannot have.</exception>
    public GcpNetworkHandle Network => _network ??= GcpNetwork.Expand(expansion);

    /// <summary>What other stacks may share of the network; null when there is none of the stack's own.</summary>
    public Value? NetworkOutputs => _network is not null && GcpNetwork.IsMadeBy(expansion.Stack) ? (Value)_network.Outputs : null;

    private GcpApis Apis => field ??= new GcpApis(expansion);

    private Invoke ProjectFacts => field ??= Ask("gcp:organizations/getProject:getProject", "projectId", "cloudresourcemanager");

    /// <summary>Switches an API on, by its short name (<c>container</c> for <c>container.googleapis.com</c>); what lives in it depends on the result.</summary>
    public Resource Api(string service) => Apis.Enable(service);

    /// <summary>A question about the project, asked when the API that answers it is on.</summary>
    /// <param name="argument">What the function calls the project's id.</param>
    public Invoke Ask(string function, string argument, string service) =>
        new(function, new Property(argument, Apis.Enable(service).Project)) { Provider = _provider, Version = Gcp.Plugin.Version };

    /// <summary>Makes the provider with the stack's project, region and labels the one in use.</summary>
    /// <remarks>The project is billed for the calls too: budgets and quotas refuse people's own credentials otherwise.</remarks>
    public void Prepare() => _provider ??= expansion.Root.Use(expansion.Root.Add(new Gcp.Provider("gcp")
    {
        Project = Project,
        Region = Region,
        Zone = expansion.Stack.Providers.GcpZone,
        UserProjectOverride = true,
        BillingProject = Project,
        DefaultLabels = Tags.ToInput(Labels.ForGcp(Tags.Of(expansion.Stack))),
    }));

    /// <summary>Makes what belongs to the whole stack.</summary>
    public void ExpandStackWide()
    {
        Prepare();
        if (GcpNetwork.IsAskedFor(expansion.Stack.Config.Network) && GcpNetwork.IsMadeBy(expansion.Stack))
        {
            _ = Network;
        }

        _ = Ci;
        GcpAccess.Expand(expansion);
        GcpBudget.Expand(expansion);
        GcpQuotas.Expand(expansion);
        GcpIdentity.ExpandDefault(expansion);
    }

    private ExpansionStoppedException Missing(string setting, string meaning, string example)
    {
        expansion.Diagnostics.Add(ComponentErrors.MissingProviderSetting(expansion.Stack.Config.SpanOf("Cloud"), setting, meaning, example));
        return new ExpansionStoppedException();
    }
}
