namespace Strata.Graph;

/// <summary>The base of the generated nested input types (<c>…Args</c>): an object whose properties are set once, by initialiser.</summary>
public abstract class InputObject : IInput
{
    private readonly List<Property> _properties = [];

    public Value ToValue() => new ObjectValue([.. _properties]);

    /// <summary>Sets a property; null leaves it out.</summary>
    protected void Set(string name, IInput? value)
    {
        if (value is not null)
        {
            _properties.Add(new Property(name, value.ToValue()));
        }
    }
}
