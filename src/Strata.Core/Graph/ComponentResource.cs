using Strata.Text;

namespace Strata.Graph;

/// <summary>A group of resources with one name: what one entry of a stack file becomes.</summary>
public sealed class ComponentResource(string type, string name, ResourceOptions? options = null) : Resource(type, name, options)
{
    private readonly List<Property> _outputs = [];

    /// <summary>Where the stack file asks for the component; null when nothing there does (a network by default, say).</summary>
    public SourceSpan? Origin { get; init; }

    public IReadOnlyList<Property> Outputs => _outputs;

    /// <summary>Adds an output that people see under the component.</summary>
    public void Export(string name, Value value) => _outputs.Add(new Property(name, value));
}
