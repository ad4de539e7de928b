using System.Globalization;

namespace Strata.Platform.Workflows;

/// <summary>
/// Reads a condition: <c>compare.winner == 'a' and (parameters.mode != 'dry' or check.score &gt;= 0.9)</c>. Text stands in single
/// quotes; <c>not</c> binds tighter than <c>and</c>, <c>and</c> tighter than <c>or</c>.
/// </summary>
internal sealed class ConditionParser
{
    private const int MostDepth = 32;
    private readonly List<string> _tokens;
    private int _at;
    private int _depth;

    private ConditionParser(List<string> tokens) => _tokens = tokens;

    /// <summary>The condition, or what is wrong with it as a clause.</summary>
    public static (Condition? Condition, string? Problem) Parse(string text)
    {
        if (Tokens(text, out var problem) is not { } tokens)
        {
            return (null, problem);
        }

        var parser = new ConditionParser(tokens);
        try
        {
            var condition = parser.Any();
            return parser._at == tokens.Count ? (condition, null) : (null, $"'{tokens[parser._at]}' is one too many");
        }
        catch (FormatException error)
        {
            return (null, error.Message);
        }
    }

    private string? Next => _at < _tokens.Count ? _tokens[_at] : null;

    private Condition Any() => Joined("or", All, conditions => new AnyOf(conditions));

    private Condition All() => Joined("and", One, conditions => new AllOf(conditions));

    private Condition Joined(string word, Func<Condition> inner, Func<IReadOnlyList<Condition>, Condition> join)
    {
        List<Condition> conditions = [inner()];
        while (Next == word)
        {
            _at++;
            conditions.Add(inner());
        }

        return conditions is [var only] ? only : join(conditions);
    }

    private Condition One()
    {
        if (++_depth > MostDepth)
        {
            throw new FormatException($"it is nested deeper than {MostDepth} levels");
        }

        Condition condition;
        switch (Next)
        {
            case "not":
                _at++;
                condition = new Not(One());
                break;
            case "(":
                _at++;
                condition = Any();
                Take(")");
                break;
            default:
                condition = Compare();
                break;
        }

        _depth--;
        return condition;
    }

    private Comparison Compare()
    {
        var left = ValueOf(Word("a value such as compare.winner"));
        var sign = Word("a comparison such as ==");
        var comparison = sign switch
        {
            "==" => ComparisonOperator.Equal,
            "!=" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            ">=" => ComparisonOperator.GreaterOrEqual,
            _ => throw new FormatException($"'{sign}' is not one of ==, !=, <, <=, >, >="),
        };
        var constant = ConstantOf(Word("a constant such as 'a' or 0.9"));
        return comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual || constant.IsNumber
            ? new Comparison(left, comparison, constant)
            : throw new FormatException($"'{sign}' compares numbers, and '{constant.Text}' is text");
    }

    private string Word(string wanted) => Next is { } token ? _tokens[_at++] : throw new FormatException($"it ends where {wanted} belongs");

    private void Take(string token)
    {
        if (Next != token)
        {
            throw new FormatException(Next is { } other ? $"'{token}' belongs where '{other}' stands" : $"'{token}' is missing at the end");
        }

        _at++;
    }

    private static TextPart ValueOf(string token) => token.Split('.') switch
    {
        ["parameters", { Length: > 0 } name] => new ParameterReference(name),
        [{ Length: > 0 } step, { Length: > 0 } output] when !token.StartsWith('\'') => new OutputReference(step, output),
        _ => throw new FormatException($"'{token}' is not an earlier step's output such as compare.winner, or a parameter such as parameters.mode"),
    };

    private static ConditionConstant ConstantOf(string token) => token switch
    {
        ['\'', .. var text, '\''] => new ConditionConstant(text, false),
        _ when double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => new ConditionConstant(token, true),
        _ => throw new FormatException($"'{token}' is not a constant: write text in single quotes, such as 'a'"),
    };

    private static List<string>? Tokens(string text, out string? problem)
    {
        List<string> tokens = [];
        problem = null;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            switch (text[at])
            {
                case ' ' or '\t':
                    at++;
                    continue;
                case '(' or ')':
                    at++;
                    break;
                case '\'':
                    at = text.IndexOf('\'', at + 1) + 1;
                    if (at == 0)
                    {
                        problem = "a text in single quotes does not end";
                        return null;
                    }

                    break;
                case '=' or '!' or '<' or '>':
                    at += at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
                    break;
                default:
                    while (at < text.Length && text[at] is not (' ' or '\t' or '(' or ')' or '\'' or '=' or '!' or '<' or '>'))
                    {
                        at++;
                    }

                    break;
            }

            tokens.Add(text[start..at]);
        }

        return tokens;
    }
}
