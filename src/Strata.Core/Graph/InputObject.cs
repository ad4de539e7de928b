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

    /// <summary>Sets a property that the schema calls secret; null leaves it out.</summary>
    protected void SetSecret(string name, IInput? value)
    {
        if (value is not null)
        {
            var content = value.ToValue();
            _properties.Add(new Property(name, content is SecretValue or ConfigSecretValue ? content : new SecretValue(content)));
        }
    }
}
