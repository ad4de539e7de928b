using Strata.Graph;
using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>
/// Turns values of the graph into values for the engine, once everything they read has answered. What is put together from
/// parts is unknown when a part is, and secret when a part is.
/// </summary>
internal sealed class ValueResolver(IAnswers answers, IReadOnlyDictionary<string, string> secrets, bool isDryRun, PropertyProblems problems)
{
    public IEnumerable<PropertyField> Resolve(IEnumerable<Property> properties) =>
        properties.Select(property => new PropertyField(property.Name, Resolve(property.Value)));

    public PropertyValue Resolve(Value value)
    {
        switch (value)
        {
            case BoolValue flag:
                return PropertyValue.Of(flag.IsTrue);
            case NumberValue number:
                return PropertyValue.Of(number.Number);
            case TextValue text:
                return PropertyValue.Of(text.Text);
            case ListValue list:
                return PropertyValue.List(list.Items.Select(Resolve));
            case ObjectValue map:
                return PropertyValue.Object(Resolve(map.Properties));
            case SecretValue secret:
                return PropertyValue.Secret(Resolve(secret.Content));
            case ConfigSecretValue secret:
                return Secret(secret.Name);
            case InterpolatedValue text:
                return Assemble(PropertyValue.List(text.Parts.Select(Resolve)), parts => string.Concat(((ListProperty)parts).Items.Select(PropertyText.Of)));
            case JsonTextValue json:
                return Assemble(Resolve(json.Content), PropertyJson.Of);
            case ReferenceValue reference:
                return Reference(reference);
            case InvokeValue invoke:
                return Answer(invoke);
            case StackOutputValue output:
                return StackOutput(output);
            default:
                return PropertyValue.Null;
        }
    }

    private static PropertyValue Assemble(PropertyValue content, Func<PropertyValue, string> textOf)
    {
        var text = content.HasUnknown ? PropertyValue.Unknown : PropertyValue.Of(textOf(content.Revealed));
        return content.HasSecret ? PropertyValue.Secret(text) : text;
    }

    private PropertyValue Secret(string name)
    {
        if (secrets.TryGetValue(name, out var text))
        {
            return PropertyValue.Secret(PropertyValue.Of(text));
        }

        problems.SecretMissing(name, [.. secrets.Keys]);
        return PropertyValue.Null;
    }

    private PropertyValue Reference(ReferenceValue reference)
    {
        if (reference.Resource is not ComponentResource component || reference.Property is "urn")
        {
            return answers.Of(reference.Resource)[reference.Property];
        }

        return ComponentOutput.Find(component, reference.Property) is (var value, var rest)
            ? PropertyLookup.Find(Resolve(value), rest) ?? Missing
            : PropertyValue.Null;
    }

    private PropertyValue Answer(InvokeValue invoke) =>
        PropertyLookup.Find(answers.Of(invoke.Invoke), PropertyPath.Parse(invoke.Property)) ?? Missing;

    private PropertyValue Missing => isDryRun ? PropertyValue.Unknown : PropertyValue.Null;

    private PropertyValue StackOutput(StackOutputValue output)
    {
        var outputs = new StackOutputs(answers.Of(output.Stack));
        if (outputs.Find(output.Output) is { } found)
        {
            return found;
        }

        if (isDryRun)
        {
            problems.StackOutputNotYet(output.Stack.Stack, output.Output);
            return PropertyValue.Unknown;
        }

        problems.StackOutputMissing(output.Stack.Stack, output.Output, outputs.Names);
        return PropertyValue.Null;
    }
}
