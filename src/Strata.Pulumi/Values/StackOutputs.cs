using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>The outputs of another stack, from what the engine read of it.</summary>
internal sealed class StackOutputs
{
    private readonly PropertyValue _outputs;
    private readonly bool _isSecretAsAWhole;
    private readonly ListProperty? _secretNames;

    public StackOutputs(ResourceAnswer stack)
    {
        var outputs = stack["outputs"];
        _isSecretAsAWhole = outputs is SecretProperty;
        _outputs = outputs is SecretProperty secret ? secret.Content : outputs;
        _secretNames = stack["secretOutputNames"] as ListProperty;
    }

    public IReadOnlyCollection<string> Names => _outputs is ObjectProperty map ? [.. map.Fields.Select(output => output.Name)] : [];

    /// <summary>An output, or a part of one by its path; null when the stack has none.</summary>
    public PropertyValue? Find(string output)
    {
        IReadOnlyList<PathStep> name = [new PathStep(output)];
        return Find(name) ?? Find(PropertyPath.Parse(output));
    }

    private PropertyValue? Find(IReadOnlyList<PathStep> path) =>
        PropertyLookup.Find(_outputs, path) is { } found ? (IsSecret(path[0].Name) ? PropertyValue.Secret(found) : found) : null;

    /// <summary>An engine may mark all outputs because one is secret; it then names the one, if it is new enough.</summary>
    private bool IsSecret(string? output) =>
        _isSecretAsAWhole && (_secretNames is null || _secretNames.Items.Any(secret => secret is TextProperty text && text.Text == output));
}
