namespace Strata.Graph;

/// <summary>What a resource waits for.</summary>
public static class Dependencies
{
    /// <summary>
    /// Everything that must be registered before the resource: parent, provider, <c>dependsOn</c> and whatever its inputs refer
    /// to, in that order, each possibly more than once.
    /// </summary>
    public static IEnumerable<Resource> Of(Resource resource)
    {
        if (resource.ResourceOptions.Parent is { } parent)
        {
            yield return parent;
        }

        if (resource.ResourceOptions.Provider is { } provider)
        {
            yield return provider;
        }

        foreach (var other in resource.ResourceOptions.DependsOn)
        {
            yield return other;
        }

        foreach (var input in resource.InputProperties)
        {
            foreach (var other in In(input.Value))
            {
                yield return other;
            }
        }
    }

    /// <summary>The resources and stack references a value refers to.</summary>
    public static IEnumerable<Resource> In(Value value) => value.IsKnown ? [] : value switch
    {
        ReferenceValue reference => [reference.Resource],
        StackOutputValue output => [output.Stack],
        SecretValue secret => In(secret.Content),
        JsonTextValue json => In(json.Content),
        ListValue list => list.Items.SelectMany(In),
        InterpolatedValue text => text.Parts.SelectMany(In),
        ObjectValue map => map.Properties.SelectMany(property => In(property.Value)),
        InvokeValue invoke => InInvoke(invoke.Invoke),
        _ => [],
    };

    private static IEnumerable<Resource> InInvoke(Invoke invoke)
    {
        var arguments = invoke.Arguments.SelectMany(argument => In(argument.Value));
        return invoke.Provider is { } provider ? arguments.Prepend(provider) : arguments;
    }
}
