using Strata.Generator.Model;

namespace Strata.Generator.Emitting;

/// <summary>The C# types of properties, as seen from one namespace.</summary>
internal sealed class CSharpTypes(CSharpNames names, Token place, bool insideInputs)
{
    /// <summary>The type of an input property.</summary>
    public string Input(PropertyType type) => type switch
    {
        PrimitiveType => $"Input<{Item(type)}>",
        ListType { Item: AnyType } => "IReadOnlyList<Value>",
        _ => Item(type),
    };

    /// <summary>What <c>GetOutput</c> gives.</summary>
    public static string Output(PropertyType type) => type switch
    {
        PrimitiveType primitive => Primitive(primitive),
        ListType { Item: PrimitiveType primitive } => $"IReadOnlyList<{Primitive(primitive)}>",
        _ => "Value",
    };

    private string Item(PropertyType type) => type switch
    {
        PrimitiveType primitive => Primitive(primitive),
        BlockType block => Block(block.TypeId),
        MapType { Item: AnyType } => "ValueMap",
        MapType map => $"InputMap<{Item(map.Item)}>",
        ListType list => $"InputList<{Item(list.Item)}>",
        UnionType union => $"InputUnion<{string.Join(", ", union.Choices.Select(Item))}>",
        _ => "Value",
    };

    private static string Primitive(PrimitiveType type) => type.Name switch
    {
        "string" => "string",
        "integer" => "int",
        "number" => "double",
        "boolean" => "bool",
        _ => throw new InvalidOperationException($"'{type.Name}' is not a primitive type."),
    };

    private string Block(string typeId)
    {
        var target = Token.OfType(typeId);
        var name = CSharpNames.TypeClass(typeId);
        return names.Namespace(target) != names.Namespace(place) ? $"global::Strata.{names.Namespace(target)}.Inputs.{name}"
            : insideInputs ? name
            : $"Inputs.{name}";
    }
}
