using Strata.Generator.Model;

namespace Strata.Generator.Reading;

/// <summary>
/// Parses the facts' type notation: <c>string</c>, <c>array&lt;T&gt;</c>, <c>map&lt;T&gt;</c>, <c>#type</c>,
/// <c>resource:token</c> (its id is taken as well) and <c>A|B</c>.
/// </summary>
internal ref struct FactsTypeParser(string text, IReadOnlySet<string> enums)
{
    private int _at;

    public PropertyType Parse()
    {
        var type = Union();
        return _at == text.Length ? type : throw new FormatException($"'{text}' is not a type: it should end at character {_at}.");
    }

    private PropertyType Union()
    {
        List<PropertyType> choices = [Single()];
        while (_at < text.Length && text[_at] == '|')
        {
            _at++;
            choices.Add(Single());
        }

        return UnionType.Of(choices);
    }

    private PropertyType Single()
    {
        var start = _at;
        while (_at < text.Length && text[_at] is not ('<' or '>' or '|'))
        {
            _at++;
        }

        var word = text[start.._at];
        switch (word)
        {
            case "array":
                return new ListType(Inner());
            case "map":
                return new MapType(Inner());
            case "string" or "integer" or "number" or "boolean":
                return new PrimitiveType(word);
            case "any":
                return new AnyType();
            case "asset" or "archive":
                return new AssetType();
            case ['#', .. var id]:
                return enums.Contains(id) ? PrimitiveType.Text : new BlockType(id);
            case var _ when word.StartsWith("resource:", StringComparison.Ordinal):
                return PrimitiveType.Text;
            default:
                throw new FormatException($"'{word}' in '{text}' is not a type.");
        }
    }

    private PropertyType Inner()
    {
        Expect('<');
        var inner = Union();
        Expect('>');
        return inner;
    }

    private void Expect(char wanted)
    {
        if (_at >= text.Length || text[_at] != wanted)
        {
            throw new FormatException($"'{text}' is not a type: '{wanted}' should be at character {_at}.");
        }

        _at++;
    }
}
