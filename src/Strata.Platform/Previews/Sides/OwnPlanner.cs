using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Templating;

namespace Strata.Platform.Previews;

/// <summary>Plans with this program's own code.</summary>
/// <param name="templates">The templates that a team sees.</param>
public sealed class OwnPlanner(StackRepository stacks, Func<string, TemplateLibrary> templates) : ISidePlanner
{
    public StackSide? Plan(string stack)
    {
        if (stacks.Bind(stack) is not { } bound)
        {
            return null;
        }

        var (graph, files, diagnostics, problems) = stacks.ExpandAndRender(stack, templates);
        // That files cannot be rendered yet stops no update: it is said, and the stack is planned all the same.
        return new StackSide(stack, bound.Model, graph, files, [.. diagnostics, .. problems.Select(problem => problem with { Severity = Severity.Warning })]);
    }
}
