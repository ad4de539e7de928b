using Strata.Text;

namespace Strata.Templating;

/// <summary>The only way from a template to others: whoever renders decides what can be included.</summary>
public interface ITemplateLoader
{
    /// <summary>All names, for suggestions.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The template of a name such as <c>airflow/dag.py.sbn</c>; null when there is none.</summary>
    SourceText? Load(string name);
}
