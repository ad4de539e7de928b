using Strata.Graph;

namespace Strata.Platform.Foundation;

/// <summary>A service account in the team's namespace, which pods run as.</summary>
/// <param name="Name">Its name; with the namespace, what clouds' identity bindings are made for.</param>
/// <param name="Resource">What needs it to exist waits for this.</param>
internal sealed record ServiceAccountHandle(string Name, NamespaceHandle Namespace, Resource Resource);
