using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Values;

namespace Strata.Tests.Pulumi.Fakes;

internal sealed class FixedAnswers : IAnswers
{
    private readonly Dictionary<object, object> _answers = [];

    public ResourceAnswer Of(Resource resource) => (ResourceAnswer)_answers[resource];

    public PropertyValue Of(Invoke invoke) => (PropertyValue)_answers[invoke];

    public void Add(Invoke invoke, PropertyValue answer) => _answers.Add(invoke, answer);

    public void Add(Resource resource, bool missingIsUnknown, params IEnumerable<PropertyField> outputs) =>
        _answers.Add(resource, new ResourceAnswer($"urn:{resource}", PropertyValue.Of("the-id"), outputs.ToDictionary(output => output.Name, output => output.Value), missingIsUnknown));
}
