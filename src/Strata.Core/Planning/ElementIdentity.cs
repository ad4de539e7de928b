using Strata.Graph;

namespace Strata.Planning;

/// <summary>What tells the elements of a list apart for people: the <c>name</c> of a container or a variable, the <c>Sid</c> of a statement.</summary>
public static class ElementIdentity
{
    /// <summary>The first of these that an element has, in this order.</summary>
    private static readonly string[] Keys = ["name", "key", "Sid", "sid", "id"];

    /// <returns>Null for what is no object, or has no such key with a text.</returns>
    public static string? Of(Value element) =>
        element is ObjectValue map ? Keys.Select(key => map[key]).OfType<TextValue>().FirstOrDefault()?.Text : null;
}
