using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>
/// The graph as Metaflow can have it: what is split must be joined again, so that each level of steps ends in a join before the next
/// begins. Steps may so wait a little longer than they have to, never less.
/// </summary>
internal sealed class MetaflowNodes(Workflow workflow)
{
    private readonly IReadOnlyList<IReadOnlyList<WorkflowStep>> _levels = StepLevels.Of(workflow);

    /// <summary>What the flow's start leads to.</summary>
    public string Start => Entries(0);

    public TemplateValue Joins => TemplateValue.List(Enumerable.Range(0, _levels.Count).Where(level => _levels[level].Count > 1)
        .Select(level => (TemplateValue)new TemplateMap(new("kind", "join"), new("name", Join(level)), new("next", Entries(level + 1)))));

    /// <summary>A step's own node. Neither it nor what it gives out can be called like something of Metaflow's.</summary>
    public static string Of(WorkflowStep step) => $"step_{Id(step.Name)}";

    public static string Entry(WorkflowStep step) => step.ForEach is null ? Of(step) : $"list_{Id(step.Name)}";

    /// <summary>Where the tasks of a list come together.</summary>
    public static string Gather(WorkflowStep step) => $"gather_{Id(step.Name)}";

    public static string Id(string step) => step.Replace('-', '_');

    /// <summary><c>self.a, self.b</c></summary>
    public static string Calls(params IEnumerable<string> names) => string.Join(", ", names.Select(name => $"self.{name}"));

    /// <summary>What comes after a step, or after its list.</summary>
    public string Next(WorkflowStep step)
    {
        var level = Enumerable.Range(0, _levels.Count).First(one => _levels[one].Contains(step));
        return _levels[level].Count > 1 ? Calls(Join(level)) : Entries(level + 1);
    }

    private static string Join(int level) => FormattableString.Invariant($"join_{level + 1}");

    private string Entries(int level) => level == _levels.Count ? "self.end" : Calls(_levels[level].Select(Entry));
}
