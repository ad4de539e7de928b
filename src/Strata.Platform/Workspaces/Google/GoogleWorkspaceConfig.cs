using System.ComponentModel;

namespace Strata.Platform.Workspaces;

/// <summary>A workspace that Google Cloud opens for people's own accounts.</summary>
public abstract record GoogleWorkspaceConfig : WorkspaceConfig
{
    [Description("The Google accounts of users: { ada: ada@acme.example }.")]
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();
}
