using System.Collections.Immutable;
using Strata.Text;

namespace Strata.Templating;

/// <summary>
/// Reads expressions. Where Scriban's rules would surprise (an operator beside a call without parentheses), it asks for parentheses.
/// </summary>
internal sealed class ExpressionParser(TokenReader tokens)
{
    private const int RangePrecedence = 120;
    private const int AndPrecedence = 40;

    /// <summary>Expressions in parentheses: nothing about them is unclear.</summary>
    private readonly HashSet<Expression> _closed = new(ReferenceEqualityComparer.Instance);

    private bool _isForHeader;

    public Expression Read() => tokens.Nested(() =>
    {
        var left = Conditional();
        while (tokens.Current.Is("|"))
        {
            if (IsOpen(left) && left is BinaryExpression or ConditionalExpression)
            {
                throw tokens.Stop(TemplateErrors.ParenthesesNeeded(tokens.Span(tokens.Current), "|"));
            }

            tokens.Take();
            tokens.SkipLines();
            left = PipeTarget(left);
            RefuseOperator();
        }

        return left;
    });

    /// <summary>A value of <c>when</c>, where <c>||</c> stands between values.</summary>
    public Expression ReadWhenValue() => tokens.Nested(() => Binary(AndPrecedence));

    /// <summary>What a <c>for</c> goes through; its options may follow.</summary>
    public Expression ReadForItems()
    {
        _isForHeader = true;
        try
        {
            return Read();
        }
        finally
        {
            _isForHeader = false;
        }
    }

    public Expression ReadOption() => tokens.Nested(() => Primary(canCall: false));

    private bool IsOpen(Expression expression) => !_closed.Contains(expression);

    private Expression Conditional()
    {
        var condition = Binary(0);
        if (!tokens.Current.Is("?"))
        {
            return condition;
        }

        RefuseCall(condition, tokens.Current);
        tokens.Take();
        var yes = tokens.Nested(Conditional);
        tokens.Expect(":");
        var no = tokens.Nested(Conditional);
        return new ConditionalExpression(tokens.Since(condition.Span.Start), condition, yes, no);
    }

    private Expression Binary(int least)
    {
        var left = Unary();
        while (tokens.Current is { Kind: TokenKind.Symbol } symbol && Precedence(symbol.Value) is { } precedence && precedence >= least)
        {
            RefuseCall(left, symbol);
            tokens.Take();
            var right = tokens.Nested(() => Binary(precedence + 1));
            RefuseCall(right, symbol);
            RefuseRange(left, right, symbol);
            left = new BinaryExpression(tokens.Since(left.Span.Start), symbol.Value, left, right);
        }

        if (tokens.Current.Is("?!"))
        {
            throw tokens.Stop(TemplateErrors.NotInSubset(tokens.Span(tokens.Current), "operator '?!'", "Write 'if' or a condition with '?' and ':'."));
        }

        return left;
    }

    private static int? Precedence(string symbol) => symbol switch
    {
        "??" => 20,
        "||" => 30,
        "&&" => AndPrecedence,
        "==" or "!=" => 70,
        "<" or "<=" or ">" or ">=" => 80,
        "+" or "-" => 100,
        "*" or "/" or "//" or "%" => 110,
        ".." or "..<" => RangePrecedence,
        _ => null,
    };

    private void RefuseCall(Expression operand, Token symbol)
    {
        if (operand is CallExpression or IncludeExpression && IsOpen(operand))
        {
            throw tokens.Stop(TemplateErrors.ParenthesesNeeded(tokens.Span(symbol), symbol.Value));
        }
    }

    private void RefuseRange(Expression left, Expression right, Token symbol)
    {
        if (IsRange(left) || IsRange(right))
        {
            throw tokens.Stop(TemplateErrors.ParenthesesNeeded(tokens.Span(symbol), symbol.Value));
        }

        bool IsRange(Expression operand) => operand is BinaryExpression { Operator: ".." or "..<" } && IsOpen(operand);
    }

    /// <summary>After a pipe only another pipe can follow.</summary>
    private void RefuseOperator()
    {
        if (tokens.Current is { Kind: TokenKind.Symbol } next && (next.Value == "?" || Precedence(next.Value) is not null))
        {
            throw tokens.Stop(TemplateErrors.ParenthesesNeeded(tokens.Span(next), next.Value));
        }
    }

    private Expression Unary()
    {
        var token = tokens.Current;
        if (token.Is("@"))
        {
            tokens.Take();
            var (function, _) = FunctionName();
            return new FunctionExpression(tokens.Since(token.Start), function);
        }

        if (token.Kind == TokenKind.Symbol && token.Value is "++" or "--" or "^")
        {
            throw tokens.Stop(TemplateErrors.NotInSubset(tokens.Span(token), $"operator '{token.Value}'", "Write 'x = x + 1', or give the arguments one by one."));
        }

        if (token.Kind != TokenKind.Symbol || token.Value is not ("!" or "-" or "+"))
        {
            return Primary(canCall: true);
        }

        tokens.Take();
        var operand = tokens.Nested(Unary);
        RefuseCall(operand, token);
        return new UnaryExpression(tokens.Since(token.Start), token.Value, operand);
    }

    private Expression Primary(bool canCall)
    {
        var token = tokens.Current;
        var value = token switch
        {
            { Kind: TokenKind.String } => Literal(tokens.Take().Value),
            { Kind: TokenKind.Number } => Number(),
            { Kind: TokenKind.Identifier } => Word(canCall),
            { Kind: TokenKind.Symbol, Value: "(" } => Parentheses(),
            { Kind: TokenKind.Symbol, Value: "[" } => List(),
            { Kind: TokenKind.Symbol, Value: "{" } => Map(),
            { Kind: TokenKind.Symbol, Value: "$" } => Dollar(),
            { Kind: TokenKind.Symbol, Value: "@" } => Unary(),
            _ => throw tokens.Unexpected("a value"),
        };

        value = Members(value);
        if (canCall && value is VariableExpression or MemberExpression or IndexExpression && StartsArgument())
        {
            throw tokens.Stop(TemplateErrors.NotAFunction(value.Span, tokens.Written(value.Span)));
        }

        return value;

        Expression Literal(TemplateValue literal) => new LiteralExpression(tokens.Since(token.Start), literal);

        Expression Number() => NumberLiteral.Read(tokens.Take().Value) is { } number
            ? Literal(number)
            : throw tokens.Stop(TemplateErrors.BadNumber(tokens.Span(token), token.Value));

        Expression Dollar()
        {
            var dollar = tokens.Take();
            return tokens.Current.Kind == TokenKind.String && !tokens.Current.AfterSpace
                ? throw tokens.Stop(TemplateErrors.NotInSubset(tokens.Since(dollar.Start), "interpolated text", "Join the parts with '+'."))
                : new ArgumentsExpression(tokens.Since(token.Start), null);
        }
    }

    private Expression Members(Expression target)
    {
        while (true)
        {
            var token = tokens.Current;
            if (token.Is(".") || token.Is("?."))
            {
                tokens.Take();
                var name = tokens.ExpectName("the name of a member");
                if (tokens.Current.Is("?") && !tokens.Current.AfterSpace && name.Value is "empty" or "blank")
                {
                    throw tokens.Stop(TemplateErrors.NotInSubset(tokens.Span(name), "member 'empty?'", Words.Refused["empty"]));
                }

                target = new MemberExpression(tokens.Since(target.Span.Start), target, name.Value, tokens.Span(name), token.Value == "?.");
            }
            else if (token.Is("[") && !token.AfterSpace && target is not (CallExpression or IncludeExpression or FunctionExpression))
            {
                var inner = target;
                var key = tokens.InBrackets(() =>
                {
                    tokens.Take();
                    var read = Read();
                    tokens.Expect("]");
                    return read;
                });
                target = new IndexExpression(tokens.Since(inner.Span.Start), inner, key);
            }
            else
            {
                return target;
            }
        }
    }

    private Expression Word(bool canCall)
    {
        var token = tokens.Current;
        var at = tokens.Span(token);
        var name = token.Value;
        if (name is "true" or "false" or "null")
        {
            tokens.Take();
            return new LiteralExpression(at, name switch { "true" => TemplateValue.True, "false" => TemplateValue.False, _ => TemplateValue.Null });
        }

        if (name == "for" && tokens.Following.Is("."))
        {
            tokens.Take();
            tokens.Take();
            var field = tokens.ExpectName("the name of a loop's member");
            return LoopFields.Names.Contains(field.Value)
                ? new LoopExpression(tokens.Since(token.Start), field.Value)
                : throw tokens.Stop(TemplateErrors.UnknownMember(tokens.Span(field), field.Value, "for", LoopFields.Names));
        }

        if (name == "include")
        {
            return canCall ? Include() : throw tokens.Stop(TemplateErrors.FunctionAlone(at, name, "include 'name'"));
        }

        if (Words.Refused.TryGetValue(name, out var hint))
        {
            throw tokens.Stop(TemplateErrors.NotInSubset(at, $"'{name}'", hint));
        }

        if (FunctionTable.Groups.Contains(name) || FunctionTable.Find(name) is not null)
        {
            return Call(canCall);
        }

        if (Words.IsTaken(name))
        {
            throw tokens.Unexpected("a value");
        }

        tokens.Take();
        return name[0] == '$' && int.TryParse(name.AsSpan(1), out var position) ? new ArgumentsExpression(at, position)
            : name[0] == '$' && char.IsAsciiDigit(name[1]) ? throw tokens.Stop(TemplateErrors.BadNumber(at, name))
            : new VariableExpression(at, name);
    }

    private IncludeExpression Include()
    {
        var start = tokens.Take().Start;
        var name = StartsArgument() ? tokens.Nested(() => Primary(canCall: false)) : throw tokens.Unexpected("the name of a template");
        var arguments = Arguments();
        return new IncludeExpression(tokens.Since(start), name, arguments);
    }

    private CallExpression Call(bool canCall)
    {
        var (function, at) = FunctionName();
        if (!canCall || !StartsArgument())
        {
            throw tokens.Stop(TemplateErrors.FunctionAlone(at, function.Name, function.Usage));
        }

        var arguments = Arguments();
        return new CallExpression(tokens.Since(at.Start), function, at, arguments);
    }

    private CallExpression PipeTarget(Expression left)
    {
        var start = tokens.Current;
        if (start.Kind != TokenKind.Identifier)
        {
            throw tokens.Unexpected("a function");
        }

        if (Words.Refused.TryGetValue(start.Value, out var hint))
        {
            throw tokens.Stop(TemplateErrors.NotInSubset(tokens.Span(start), $"'{start.Value}'", hint));
        }

        var (function, at) = FunctionName();
        ImmutableArray<Argument> arguments = [new Argument(null, left.Span, left), .. Arguments()];
        return new CallExpression(tokens.Since(left.Span.Start), function, at, arguments);
    }

    /// <summary>The function whose name stands here: <c>quote</c> or <c>string.upcase</c>.</summary>
    private (TemplateFunction Function, SourceSpan At) FunctionName()
    {
        var first = tokens.ExpectName("the name of a function");
        var name = first.Value;
        if (FunctionTable.Groups.Contains(name))
        {
            tokens.Expect(".");
            name = $"{name}.{tokens.ExpectName("the name of a function").Value}";
        }

        var at = tokens.Since(first.Start);
        return FunctionTable.Find(name) is { } function
            ? (function, at)
            : throw tokens.Stop(TemplateErrors.UnknownFunction(at, name, FunctionTable.Names));
    }

    private ImmutableArray<Argument> Arguments()
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        while (StartsArgument())
        {
            var start = tokens.Current;
            string? name = null;
            if (start.Kind == TokenKind.Identifier && tokens.Following.Is(":"))
            {
                name = tokens.Take().Value;
                tokens.Take();
            }
            else if (arguments is [.., { Name: not null }])
            {
                throw tokens.Unexpected("a name before this argument too");
            }

            var value = tokens.Nested(() => Primary(canCall: false));
            arguments.Add(new Argument(name, name is null ? value.Span : tokens.Span(start), value));
        }

        return arguments.ToImmutable();
    }

    private bool StartsArgument() => tokens.Current switch
    {
        { Kind: TokenKind.String or TokenKind.Number } => true,
        { Kind: TokenKind.Identifier, Value: "offset" or "limit" } when _isForHeader && tokens.Following.Is(":") => false,
        { Kind: TokenKind.Identifier, Value: "reversed" } when _isForHeader => false,
        { Kind: TokenKind.Identifier } => true,
        { Kind: TokenKind.Symbol, Value: "(" or "[" or "{" or "$" or "@" } => true,
        _ => false,
    };

    private Expression Parentheses() => tokens.InBrackets(() =>
    {
        tokens.Take();
        var isForHeader = _isForHeader;
        _isForHeader = false;
        var value = Read();
        _isForHeader = isForHeader;
        tokens.Expect(")");
        _closed.Add(value);
        return value;
    });

    private Expression List() => tokens.InBrackets<Expression>(() =>
    {
        var start = tokens.Take().Start;
        var items = ImmutableArray.CreateBuilder<Expression>();
        while (!tokens.Current.Is("]"))
        {
            items.Add(Read());
            if (!tokens.TryTake(","))
            {
                break;
            }
        }

        tokens.Expect("]");
        return new ListExpression(tokens.Since(start), items.ToImmutable());
    });

    private Expression Map() => tokens.InBrackets<Expression>(() =>
    {
        var start = tokens.Take().Start;
        var entries = ImmutableArray.CreateBuilder<(string Name, Expression Value)>();
        while (!tokens.Current.Is("}"))
        {
            var name = tokens.Current.Kind is TokenKind.Identifier or TokenKind.String ? tokens.Take() : throw tokens.Unexpected("a name or '}'");
            if (entries.Any(entry => entry.Name == name.Value))
            {
                throw tokens.Stop(TemplateErrors.DuplicateName(tokens.Span(name), name.Value));
            }

            tokens.Expect(":");
            entries.Add((name.Value, Read()));
            if (!tokens.TryTake(","))
            {
                break;
            }
        }

        tokens.Expect("}");
        return new MapExpression(tokens.Since(start), entries.ToImmutable());
    });
}
