using System.Collections.Immutable;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Reads a template into statements. Reports every problem it finds, and goes on after the statement that has it.</summary>
internal sealed class TemplateParser
{
    private readonly DiagnosticBag _diagnostics;
    private readonly TokenReader _tokens;
    private readonly ExpressionParser _expressions;
    private string _indent = "";
    private int _loops;

    private TemplateParser(SourceText source, DiagnosticBag diagnostics, TemplateLimits limits)
    {
        _diagnostics = diagnostics;
        _tokens = new TokenReader(source, new TemplateLexer(source, diagnostics).Read(), diagnostics, limits.Depth);
        _expressions = new ExpressionParser(_tokens);
    }

    /// <summary>The statements of a template. Never throws; with errors in <paramref name="diagnostics"/> they are incomplete.</summary>
    public static ImmutableArray<Statement> Parse(SourceText source, DiagnosticBag diagnostics, TemplateLimits limits)
    {
        if (source.Content.Length > limits.Characters)
        {
            diagnostics.Add(TemplateErrors.TemplateTooLarge(new SourceSpan(source, 0, 0), source.Content.Length, limits.Characters));
            return [];
        }

        var parser = new TemplateParser(source, diagnostics, limits);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (true)
        {
            try
            {
                statements.AddRange(parser.Block());
            }
            catch (SyntaxStop)
            {
                break;
            }

            var token = parser._tokens.Current;
            if (token.Kind == TokenKind.End)
            {
                break;
            }

            diagnostics.Add(TemplateErrors.MisplacedWord(parser._tokens.Span(token), token.Value));
            parser._tokens.Take();
            parser._tokens.SkipStatement();
        }

        return statements.ToImmutable();
    }

    /// <summary>Statements up to an <c>end</c>, <c>else</c> or <c>when</c>, or the end of the template.</summary>
    private ImmutableArray<Statement> Block() => _tokens.Nested(() =>
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        while (true)
        {
            var token = _tokens.Current;
            switch (token.Kind)
            {
                case TokenKind.End:
                case TokenKind.Identifier when Words.IsBlockEnd(token.Value):
                    return statements.ToImmutable();
                case TokenKind.Text:
                    _tokens.Take();
                    statements.Add(new TextStatement(token.Value, _tokens.Span(token)));
                    break;
                case TokenKind.CodeStart:
                    _tokens.Take();
                    _indent = token.Value;
                    break;
                case TokenKind.CodeEnd or TokenKind.Separator:
                    _tokens.Take();
                    break;
                default:
                    if (Try(Statement) is { } statement)
                    {
                        statements.Add(statement);
                    }

                    break;
            }
        }
    });

    /// <summary>Reads one thing of a statement; on a problem skips to the statement's end.</summary>
    private T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            var result = read();
            ExpectEnd();
            return result;
        }
        catch (SyntaxStop stop) when (!stop.IsFinal)
        {
            _tokens.SkipStatement();
            return null;
        }
    }

    private void ExpectEnd()
    {
        var token = _tokens.Current;
        if (token.Kind is not (TokenKind.CodeEnd or TokenKind.Separator or TokenKind.End) && !(token.Kind == TokenKind.Identifier && Words.IsBlockEnd(token.Value)))
        {
            throw _tokens.Unexpected("the end of the statement");
        }
    }

    private Statement Statement()
    {
        var token = _tokens.Current;
        switch (token.Kind == TokenKind.Identifier ? token.Value : "")
        {
            case "if":
                return If();
            case var word when Words.IsRefusedBlock(word):
                throw Refused();
            case "for" when !_tokens.Following.Is("."):
                return For();
            case "case":
                return Case();
            case "capture":
                return Capture();
            case "break" or "continue":
                _tokens.Take();
                return _loops == 0 ? throw _tokens.Stop(TemplateErrors.OutsideLoop(_tokens.Span(token), token.Value))
                    : token.Value == "break" ? new BreakStatement() : new ContinueStatement();
            default:
                return _tokens.Following is { Kind: TokenKind.Symbol, Value: "=" or "+=" or "-=" or "*=" or "/=" or "//=" or "%=" } && token.Kind == TokenKind.Identifier
                    ? Assignment()
                    : Print();
        }
    }

    /// <summary>Reports a block that is refused, and reads past its end.</summary>
    private SyntaxStop Refused()
    {
        var word = _tokens.Take();
        var stop = _tokens.Stop(TemplateErrors.NotInSubset(_tokens.Span(word), $"'{word.Value}'", Words.Refused[word.Value]));
        _tokens.SkipStatement();
        _loops++;
        Block();
        _loops--;
        _tokens.TryTakeWord("end");
        return stop;
    }

    private PrintStatement Print()
    {
        var value = _expressions.Read();
        return _tokens.Current is { Kind: TokenKind.Symbol, Value: "=" or "+=" or "-=" or "*=" or "/=" or "//=" or "%=" or "++" or "--" }
            ? throw _tokens.Stop(TemplateErrors.CannotAssign(value.Span, _tokens.Written(value.Span)))
            : new PrintStatement(value, _indent);
    }

    private AssignStatement Assignment()
    {
        var (name, at) = VariableName();
        var symbol = _tokens.Take().Value;
        var value = _expressions.Read();
        return new AssignStatement(name, at, symbol == "=" ? value
            : new BinaryExpression(_tokens.Since(at.Start), symbol[..^1], new VariableExpression(at, name), value));
    }

    private (string Name, SourceSpan At) VariableName()
    {
        var token = _tokens.ExpectName("the name of a variable");
        return Words.IsTaken(token.Value) || (token.Value.Length > 1 && token.Value[0] == '$' && char.IsAsciiDigit(token.Value[1]))
            ? throw _tokens.Stop(TemplateErrors.CannotAssign(_tokens.Span(token), token.Value))
            : (token.Value, _tokens.Span(token));
    }

    private CaptureStatement Capture()
    {
        var word = _tokens.Take();
        var target = Try(() => new NameAt(VariableName()));
        var body = Block();
        End(word);
        return target is null ? throw new SyntaxStop() : new CaptureStatement(target.Value.Name, target.Value.At, body);
    }

    private IfStatement If()
    {
        var word = _tokens.Take();
        List<IfBranch> branches = [new(Condition(), Block())];
        while (branches[^1].Condition is not null && _tokens.TryTakeWord("else"))
        {
            var condition = _tokens.TryTakeWord("if") ? Condition() : null;
            branches.Add(new IfBranch(condition, Block()));
        }

        End(word);
        return new IfStatement([.. branches]);
    }

    /// <summary>A condition; after a problem in it one that stands for it, so that the blocks still belong together.</summary>
    private Expression Condition()
    {
        var at = _tokens.Span(_tokens.Current);
        return Try(_expressions.Read) ?? new LiteralExpression(at, TemplateValue.Null);
    }

    private CaseStatement Case()
    {
        var word = _tokens.Take();
        var subject = Try(_expressions.Read);
        foreach (var statement in Block())
        {
            if (statement is not TextStatement { Text: var text, Span: var span } || !string.IsNullOrWhiteSpace(text))
            {
                _diagnostics.Add(TemplateErrors.Unexpected(statement is TextStatement at ? at.Span : _tokens.Span(word), "something between 'case' and its first 'when'", "'when'"));
            }
        }

        var branches = new List<WhenBranch>();
        while (_tokens.TryTakeWord("when"))
        {
            var values = Try(WhenValues);
            branches.Add(new WhenBranch([.. values ?? []], Block()));
        }

        if (_tokens.TryTakeWord("else"))
        {
            branches.Add(new WhenBranch([], Block()));
        }

        End(word);
        return subject is null ? throw new SyntaxStop() : new CaseStatement(subject, [.. branches]);
    }

    private List<Expression> WhenValues()
    {
        List<Expression> values = [_expressions.ReadWhenValue()];
        while (_tokens.TryTake(",") || _tokens.TryTake("||"))
        {
            values.Add(_expressions.ReadWhenValue());
        }

        return values;
    }

    private ForStatement For()
    {
        var word = _tokens.Take();
        var header = Try(() => ForHeader(word));
        _loops++;
        var body = Block();
        _loops--;
        End(word);
        return header is null ? throw new SyntaxStop() : header with { Body = body };
    }

    private ForStatement ForHeader(Token word)
    {
        var (name, _) = VariableName();
        if (!_tokens.TryTakeWord("in"))
        {
            throw _tokens.Unexpected("'in'");
        }

        var items = _expressions.ReadForItems();
        var (offset, limit, isReversed) = ((Expression?)null, (Expression?)null, false);
        while (_tokens.Current is { Kind: TokenKind.Identifier } option)
        {
            if (_tokens.TryTakeWord("reversed"))
            {
                isReversed = true;
                continue;
            }

            if (option.Value is not ("offset" or "limit"))
            {
                throw _tokens.Unexpected("'offset:', 'limit:', 'reversed' or the end of the statement");
            }

            _tokens.Take();
            _tokens.Expect(":");
            var value = _expressions.ReadOption();
            (offset, limit) = option.Value == "offset" ? (value, limit) : (offset, value);
        }

        return new ForStatement(name, _tokens.Span(word), items, offset, limit, isReversed, []);
    }

    private void End(Token word)
    {
        if (_tokens.TryTakeWord("end"))
        {
            return;
        }

        var token = _tokens.Current;
        throw token.Kind == TokenKind.Identifier
            ? Misplaced(token)
            : _tokens.Stop(TemplateErrors.UnclosedBlock(_tokens.Span(word), word.Value));

        SyntaxStop Misplaced(Token found)
        {
            _tokens.Take();
            _tokens.SkipStatement();
            var stop = _tokens.Stop(TemplateErrors.MisplacedWord(_tokens.Span(found), found.Value));
            Block();
            _tokens.TryTakeWord("end");
            return stop;
        }
    }

    private sealed record NameAt((string Name, SourceSpan At) Value);
}
