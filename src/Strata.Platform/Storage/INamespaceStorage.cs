using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Storage that lives in a namespace of a cluster, whose pods reach it by what is in their environment.</summary>
internal interface INamespaceStorage
{
    NamespaceHandle Space { get; }

    /// <summary>What users of it wait for.</summary>
    IReadOnlyList<Resource> Ready { get; }

    /// <summary>The environment by which a user's pods sign in.</summary>
    /// <param name="user">The identity or queue.</param>
    IEnumerable<EnvVarArgs> EnvironmentFor(string user, AccessLevel level);
}
