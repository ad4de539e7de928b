using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>Finds a part of a value. A part of a secret is secret, a part of what is not known is not known.</summary>
internal static class PropertyLookup
{
    /// <summary>Null when there is no such part.</summary>
    public static PropertyValue? Find(PropertyValue value, IEnumerable<PathStep> path)
    {
        var isSecret = false;
        PropertyValue? found = value;
        foreach (var step in path)
        {
            if (found is SecretProperty secret)
            {
                (found, isSecret) = (secret.Content, true);
            }

            found = found is UnknownProperty ? found : In(found, step);
        }

        return isSecret && found is not null ? PropertyValue.Secret(found) : found;
    }

    private static PropertyValue? In(PropertyValue? value, PathStep step) => (value, step.Name) switch
    {
        (ObjectProperty map, { } name) => map[name],
        (ListProperty list, null) when step.Index < list.Items.Length => list.Items[step.Index],
        _ => null,
    };
}
