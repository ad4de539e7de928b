using Strata.Generator.Model;

namespace Strata.Generator.Emitting;

/// <summary>Writes the class of a nested input type.</summary>
internal static class TypeEmitter
{
    public static void Emit(SourceWriter writer, CSharpNames names, CSharpTypes types, string id, IReadOnlyList<PropertyModel> properties)
    {
        var className = CSharpNames.TypeClass(id);
        var propertyNames = names.OfType(id, properties);
        writer.Line();
        writer.Line($"public sealed class {className} : InputObject");
        writer.Block(() =>
        {
            Constants(writer, $"public {className}()", properties);
            foreach (var (property, name) in properties.Zip(propertyNames).Where(pair => pair.First.Constant is null))
            {
                PropertyEmitter.Emit(writer, property, name, types, property.Secret ? "SetSecret" : "Set", readable: false);
            }
        });
    }

    /// <summary>The constructor that sets what has only one value; nothing when there is no such property.</summary>
    public static void Constants(SourceWriter writer, string head, IReadOnlyList<PropertyModel> properties)
    {
        if (!properties.Any(property => property.Constant is not null))
        {
            return;
        }

        writer.Line(head);
        writer.Block(() =>
        {
            foreach (var property in properties.Where(property => property.Constant is not null))
            {
                var value = property.Type is PrimitiveType { Name: "string" } ? Literals.Text(property.Constant!) : property.Constant!;
                writer.Line($"Set({Literals.Text(property.Name)}, (Value){value});");
            }
        });
        writer.Line();
    }
}
