using Strata.Pulumi.Codec;
using Strata.Pulumi.Values;
using ProtoStruct = Google.Protobuf.WellKnownTypes.Struct;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>Grows the values that paths lead to.</summary>
internal static class AnswerTree
{
    /// <summary>The same fields, with a text at the end of the path unless there is something already.</summary>
    public static ProtoStruct With(ProtoStruct fields, string path) => With(ProtoValue.ForStruct(fields), [.. PropertyPath.Parse(path)]).StructValue;

    private static ProtoValue With(ProtoValue value, ReadOnlySpan<PathStep> path)
    {
        if (path.IsEmpty)
        {
            return value.KindCase is ProtoValue.KindOneofCase.None ? ProtoValue.ForString("answered") : value;
        }

        if (path[0].Name is { } name)
        {
            value.StructValue ??= new ProtoStruct();
            value.StructValue.Fields[name] = With(value.StructValue.Fields.TryGetValue(name, out var known) ? known : new ProtoValue(), path[1..]);
            return value;
        }

        value.ListValue ??= new();
        while (value.ListValue.Values.Count <= path[0].Index)
        {
            value.ListValue.Values.Add(new ProtoValue());
        }

        value.ListValue.Values[path[0].Index] = With(value.ListValue.Values[path[0].Index], path[1..]);
        return value;
    }
}
