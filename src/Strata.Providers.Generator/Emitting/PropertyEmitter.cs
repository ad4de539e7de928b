using Strata.Generator.Model;

namespace Strata.Generator.Emitting;

/// <summary>Writes one input as a C# property.</summary>
internal static class PropertyEmitter
{
    /// <param name="set">The base class's method that takes the value: <c>Set</c> or <c>SetSecret</c>.</param>
    /// <param name="readable">The resource gives the value back as an output.</param>
    public static void Emit(SourceWriter writer, PropertyModel property, string name, CSharpTypes types, string set, bool readable)
    {
        writer.Summary(PropertyDocs.Of(property));
        var type = types.Input(property.Type);
        var key = Literals.Text(property.Name);
        var value = property.Type is not ListType { Item: AnyType } ? "value"
            : property.Required ? "Value.List(value)"
            : "value is null ? null : Value.List(value)";
        var init = $"init => {set}({key}, {value});";
        var required = property.Required ? "required " : "";
        if (readable && property.Type is PrimitiveType)
        {
            if (!property.Required)
            {
                writer.Line("[AllowNull]");
            }

            writer.Line($"public {required}{type} {name} {{ get => GetOutput<{CSharpTypes.Output(property.Type)}>({key}); {init} }}");
        }
        else
        {
            writer.Line($"public {required}{type}{(property.Required ? "" : "?")} {name} {{ {init} }}");
        }
    }
}
