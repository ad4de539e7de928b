using Strata.Aws.Ebs;
using Strata.Aws.Inputs;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>What a stack stands on in AWS. Everything is made when it is first needed, and once.</summary>
internal sealed class AwsFoundation(StackExpansion expansion)
{
    private readonly Lazy<AwsIdentityHandle?> _defaultIdentity = new(() => AwsIdentity.ExpandDefault(expansion));
    private Aws.Provider? _provider;
    private AwsKeys? _keys;
    private AwsNetworkHandle? _network;

    /// <summary>The stack's region.</summary>
    public string Region => expansion.Stack.Providers.AwsRegion ?? throw Missing();

    /// <summary>The account's id.</summary>
    public Output<string> AccountId => CallerIdentity.Get<string>("accountId");

    /// <summary>The stack's encryption keys.</summary>
    public AwsKeys Keys => _keys ??= new AwsKeys(expansion);

    /// <summary>The network of everything private.</summary>
    /// <exception cref="ExpansionStoppedException">The stack names a network that it cannot have.</exception>
    public AwsNetworkHandle Network => _network ??= AwsNetwork.Expand(expansion);

    /// <summary>What other stacks may share of the network; null when there is none of the stack's own.</summary>
    public Value? NetworkOutputs => _network is not null && AwsNetwork.IsMadeBy(expansion.Stack) ? (Value)_network.Outputs : null;

    /// <summary>The roles that CI takes on; null when the stack has no CI.</summary>
    public AwsCiHandle? Ci => expansion.Stack.Config.Access.Ci is { } ci ? field ??= AwsCiAccess.Expand(expansion, ci) : null;

    /// <summary>What workloads run as in stacks that declare no identities; null where they do, and where there is no cluster on AWS.</summary>
    public AwsIdentityHandle? DefaultIdentity => _defaultIdentity.Value;

    /// <summary>Makes the provider with the stack's region and tags the one in use.</summary>
    public void Prepare() => _provider ??= expansion.Root.Use(expansion.Root.Add(new Aws.Provider("aws")
    {
        Region = Region,
        AllowedAccountIds = expansion.Stack.Config.Account is { } account ? [account] : null,
        DefaultTags = new ProviderDefaultTagsArgs { Tags = Tags.ToInput(Tags.Of(expansion.Stack)) },
    }));

    /// <summary>Makes what belongs to the whole stack.</summary>
    public void ExpandStackWide()
    {
        Prepare();
        _ = Ci;
        AwsBudget.Expand(expansion);
        AwsQuotas.Expand(expansion);
        var ownsNetwork = AwsNetwork.IsMadeBy(expansion.Stack);
        if (ownsNetwork)
        {
            EncryptDisks();
        }

        _ = DefaultIdentity;
        AwsAccess.Expand(expansion);

        // Last: it may be refused, and then nothing here goes on.
        if (ownsNetwork)
        {
            _ = Network;
        }
    }

    /// <summary>
    /// A setting of the whole account and region, left to the stacks that own a network there. It stays when the stack goes: others rely on it.
    /// </summary>
    private void EncryptDisks() => expansion.Root.Add(new EncryptionByDefault("disk-encryption", new ResourceOptions { RetainOnDelete = true }) { Enabled = true });

    /// <summary>A question to AWS, asked with the stack's provider.</summary>
    public Invoke Ask(string function, params Property[] arguments) => new(function, arguments) { Provider = _provider, Version = Aws.Plugin.Version };

    private Invoke CallerIdentity => field ??= Ask("aws:index/getCallerIdentity:getCallerIdentity");

    private ExpansionStoppedException Missing()
    {
        expansion.Diagnostics.Add(ComponentErrors.MissingProviderSetting(expansion.Stack.Config.SpanOf("Cloud"), "aws:region", "the region of everything on AWS", "eu-west-1"));
        return new ExpansionStoppedException();
    }
}
