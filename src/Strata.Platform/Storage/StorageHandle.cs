using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Storage that identities can be given access to, in each cloud's own terms.</summary>
internal abstract record StorageHandle : Handle
{
    /// <summary>What an AWS identity's policy has to say; empty for what is not on AWS or needs no policy.</summary>
    public virtual IReadOnlyList<PolicyStatement> StatementsFor(AccessLevel level) => [];

    /// <summary>Gives a Google Cloud principal access; does nothing for what is not on Google Cloud.</summary>
    /// <param name="scope">Where the bindings go: the identity's own component.</param>
    /// <param name="name">The start of the bindings' logical names, unique for identity and storage.</param>
    /// <param name="member">The principal: <c>serviceAccount:…</c>.</param>
    public virtual void Grant(Scope scope, string name, Input<string> member, AccessLevel level)
    {
    }

    /// <summary>The environment by which a pod on Kubernetes reaches the storage; empty where identity is enough.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, Input<string>>> Environment => [];
}
