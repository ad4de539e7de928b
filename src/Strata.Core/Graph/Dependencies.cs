namespace Strata.Graph;

/// <summary>What a resource waits for.</summary>
public static class Dependencies
{
    /// <summary>
    /// Everything that must be registered before the resource: parent, provider, <c>dependsOn</c> and whatever its inputs refer
    /// to, in that order, each possibly more than once.
    /// </summary>
    public static IReadOnlyList<Resource> Of(Resource resource)
    {
        var found = new List<Resource>();
        var options = resource.ResourceOptions;
        if (options.Parent is { } parent)
        {
            found.Add(parent);
        }

        if (options.Provider is { } provider)
        {
            found.Add(provider);
        }

        found.AddRange(options.DependsOn);
        foreach (var input in resource.InputProperties)
        {
            Add(input.Value, found);
        }

        return found;
    }

    /// <summary>The resources and stack references a value refers to, each possibly more than once.</summary>
    public static IReadOnlyList<Resource> In(Value value)
    {
        if (value.IsKnown)
        {
            return [];
        }

        var found = new List<Resource>();
        Add(value, found);
        return found;
    }

    private static void Add(Value value, List<Resource> found)
    {
        if (value.IsKnown)
        {
            return;
        }

        switch (value)
        {
            case ReferenceValue reference:
                found.Add(reference.Resource);
                break;
            case StackOutputValue output:
                found.Add(output.Stack);
                break;
            case SecretValue secret:
                Add(secret.Content, found);
                break;
            case JsonTextValue json:
                Add(json.Content, found);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    Add(item, found);
                }

                break;
            case InterpolatedValue text:
                foreach (var part in text.Parts)
                {
                    Add(part, found);
                }

                break;
            case ObjectValue map:
                foreach (var property in map.Properties)
                {
                    Add(property.Value, found);
                }

                break;
            case InvokeValue { Invoke: var invoke }:
                if (invoke.Provider is { } provider)
                {
                    found.Add(provider);
                }

                foreach (var argument in invoke.Arguments)
                {
                    Add(argument.Value, found);
                }

                break;
        }
    }
}
