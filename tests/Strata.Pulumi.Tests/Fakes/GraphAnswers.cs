using Strata.Graph;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>Teaches an engine to answer with a text at every place that something in a graph reads, of resources and of provider functions.</summary>
internal static class GraphAnswers
{
    public static void Add(ModelEngine engine, ResourceGraph graph)
    {
        foreach (var read in graph.Resources.SelectMany(PropertiesOf).Concat(graph.Outputs).SelectMany(property => In(property.Value)))
        {
            if (read is InvokeValue answer)
            {
                engine.Invokes[answer.Invoke.Token] = AnswerTree.With(engine.Invokes.GetValueOrDefault(answer.Invoke.Token, new()), answer.Property);
            }
            else if (read is ReferenceValue { Resource: CustomResource resource, Property: not ("id" or "urn") } reference)
            {
                var key = (resource.TypeToken, resource.LogicalName);
                engine.Made.TryAdd(key, []);
                engine.Made[key].Add(reference.Property);
            }
        }
    }

    private static IEnumerable<Property> PropertiesOf(Resource resource) =>
        resource is ComponentResource component ? component.InputProperties.Concat(component.Outputs) : resource.InputProperties;

    private static IEnumerable<Value> In(Value value) => value switch
    {
        InvokeValue answer => answer.Invoke.Arguments.SelectMany(argument => In(argument.Value)).Append(answer),
        ReferenceValue => [value],
        SecretValue secret => In(secret.Content),
        JsonTextValue json => In(json.Content),
        ListValue list => list.Items.SelectMany(In),
        InterpolatedValue text => text.Parts.SelectMany(In),
        ObjectValue map => map.Properties.SelectMany(property => In(property.Value)),
        _ => [],
    };
}
