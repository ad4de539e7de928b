using Strata.Platform.Stacks;
using Strata.Templating;

namespace Strata.Platform.Previews;

/// <summary>The repository in one of the two states.</summary>
/// <param name="Files">Its stack files.</param>
/// <param name="Stacks">The same, read.</param>
/// <param name="Templates">The templates that a team sees.</param>
public sealed record RepositoryState(IStackFiles Files, StackRepository Stacks, Func<string, TemplateLibrary> Templates)
{
    public ISidePlanner OwnPlanner() => new OwnPlanner(Stacks, Templates);
}
