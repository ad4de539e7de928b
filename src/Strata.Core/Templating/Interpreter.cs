using System.Collections.Immutable;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>
/// Renders one template. A statement that fails is reported and left out, so that one run finds every problem; a limit ends it.
/// </summary>
internal sealed class Interpreter
{
    private readonly TemplateLibrary _library;
    private readonly DiagnosticBag _diagnostics;
    private readonly Allowance _allowance;
    private readonly Dictionary<string, TemplateValue> _variables = new(StringComparer.Ordinal);
    private readonly Evaluator _evaluator;
    private Frame _frame = new([], TemplateMap.Empty);
    private BoundedText? _output;
    private bool _failed;

    public Interpreter(TemplateLibrary library, DiagnosticBag diagnostics)
    {
        _library = library;
        _diagnostics = diagnostics;
        _allowance = new Allowance(library.Limits);
        _evaluator = new Evaluator(_allowance, Variable, () => _frame, Include);
    }

    public string? Render(Template template, TemplateMap model)
    {
        for (var i = 0; i < model.Names.Length; i++)
        {
            _variables[model.Names[i]] = model.Values[i];
        }

        try
        {
            var text = Capture(template.Statements, template);
            return _failed ? null : text;
        }
        catch (RenderStop stop)
        {
            Report(stop);
            return null;
        }
    }

    private string Capture(ImmutableArray<Statement> statements, Template template)
    {
        if (!template.Problems.IsEmpty)
        {
            _diagnostics.AddRange(template.Problems);
            throw new RenderStop(null, isFinal: true);
        }

        return Capture(statements, new SourceSpan(template.Source, 0, 0));
    }

    private string Capture(ImmutableArray<Statement> statements, SourceSpan at)
    {
        var outer = _output;
        _output = new BoundedText(_allowance, at);
        try
        {
            Run(statements);
            var text = _output.Finish();
            _allowance.Make(text.Length, at);
            return text;
        }
        finally
        {
            _output = outer;
        }
    }

    private Flow Run(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
        {
            try
            {
                if (Run(statement) is var flow and not Flow.Next)
                {
                    return flow;
                }
            }
            catch (RenderStop stop) when (!stop.IsFinal)
            {
                Report(stop);
            }
        }

        return Flow.Next;
    }

    private void Report(RenderStop stop)
    {
        _failed = true;
        if (stop.Problem is { } problem)
        {
            _diagnostics.Add(problem);
        }
    }

    private Flow Run(Statement statement)
    {
        switch (statement)
        {
            case TextStatement text:
                _output!.Add(text.Text);
                return Flow.Next;
            case PrintStatement print:
                _output!.AddIndented(TextOf(print.Value), print.Indent);
                return Flow.Next;
            case AssignStatement assign:
                Assign(assign);
                return Flow.Next;
            case CaptureStatement capture:
                Set(capture.Name, Capture(capture.Body, capture.NameSpan));
                return Flow.Next;
            case IfStatement choice:
                return Run(choice);
            case CaseStatement choice:
                return Run(choice);
            case ForStatement loop:
                return Run(loop);
            default:
                return statement is BreakStatement ? Flow.Break : Flow.Continue;
        }
    }

    /// <summary>A variable whose value fails stands for that, so that what uses it is not reported too.</summary>
    private void Assign(AssignStatement assign)
    {
        try
        {
            Set(assign.Name, _evaluator.Value(assign.Value));
        }
        catch (RenderStop)
        {
            Set(assign.Name, FailedValue.Instance);
            throw;
        }
    }

    private string TextOf(Expression expression)
    {
        var value = _evaluator.Value(expression);
        return Truth.TextOf(value) ?? throw new RenderStop(value is TemplateNull
            ? TemplateErrors.NullValue(expression.Span, ArgumentCheck.Written(expression.Span))
            : TemplateErrors.NotText(expression.Span, ArgumentCheck.Written(expression.Span), value.Kind));
    }

    private Flow Run(IfStatement choice)
    {
        foreach (var branch in choice.Branches)
        {
            if (branch.Condition is null || Truth.Of(_evaluator.Value(branch.Condition)))
            {
                return Run(branch.Body);
            }
        }

        return Flow.Next;
    }

    private Flow Run(CaseStatement choice)
    {
        var subject = _evaluator.Value(choice.Subject);
        foreach (var branch in choice.Branches)
        {
            if (branch.Values.IsEmpty || branch.Values.Any(Matches))
            {
                return Run(branch.Body);
            }
        }

        return Flow.Next;

        bool Matches(Expression value) => Operators.Apply("==", subject, _evaluator.Value(value), value.Span, _allowance) is TemplateBool { IsTrue: true };
    }

    private Flow Run(ForStatement loop)
    {
        var items = Items(loop);
        var (outer, hidden) = (_frame.Loop, Read(loop.Name));
        try
        {
            for (var i = 0; i < items.Length; i++)
            {
                _allowance.Iterate(loop.Span);
                _frame.Loop = new LoopFields(i, items.Length);
                Set(loop.Name, items[i]);
                if (Run(loop.Body) == Flow.Break)
                {
                    break;
                }
            }
        }
        finally
        {
            _frame.Loop = outer;
            Set(loop.Name, hidden);
        }

        return Flow.Next;
    }

    private ImmutableArray<TemplateValue> Items(ForStatement loop)
    {
        var all = _evaluator.Value(loop.Items) switch
        {
            TemplateList list => list.Items,
            TemplateMap map => [.. map.Names.Select((name, at) => new TemplateMap([new("key", name), new("value", map.Values[at])]))],
            TemplateNull => throw new RenderStop(TemplateErrors.NullValue(loop.Items.Span, ArgumentCheck.Written(loop.Items.Span))),
            var other => throw new RenderStop(TemplateErrors.NotAList(loop.Items.Span, ArgumentCheck.Shown(other))),
        };

        // Scriban's order: turned round first, then cut.
        var items = (loop.IsReversed ? Enumerable.Reverse(all) : all).Skip(Option(loop.Offset) ?? 0);
        return [.. Option(loop.Limit) is { } limit ? items.Take(limit) : items];
    }

    private int? Option(Expression? option) => option is null ? null : _evaluator.Value(option) switch
    {
        TemplateInteger { Number: >= 0 and <= int.MaxValue } whole => (int)whole.Number,
        var other => throw new RenderStop(TemplateErrors.WrongArgument(option.Span, "for", "offset or limit", "a whole number from 0 on", ArgumentCheck.Shown(other))),
    };

    /// <summary>Variables with <c>$</c> belong to the template that is running; all others are shared with what it includes.</summary>
    private Dictionary<string, TemplateValue> Scope(string name) => name[0] == '$' ? _frame.Locals : _variables;

    private TemplateValue? Read(string name) => Scope(name).GetValueOrDefault(name);

    private void Set(string name, TemplateValue? value)
    {
        if (value is null)
        {
            Scope(name).Remove(name);
        }
        else
        {
            Scope(name)[name] = value;
        }
    }

    private TemplateValue Variable(VariableExpression variable) => Read(variable.Name) switch
    {
        null => throw new RenderStop(TemplateErrors.UnknownVariable(variable.Span, variable.Name, [.. Scope(variable.Name).Keys])),
        FailedValue => throw new RenderStop(null),
        var value => value,
    };

    private string Include(IncludeExpression include, string name, ImmutableArray<TemplateValue> positional, TemplateMap named)
    {
        var template = _library.Find(name)
            ?? throw new RenderStop(TemplateErrors.UnknownTemplate(include.Name.Span, name, _library.Names));
        if (_frame.Depth >= _allowance.Limits.Includes)
        {
            throw new RenderStop(TemplateErrors.IncludeTooDeep(include.Span, name, _allowance.Limits.Includes), isFinal: true);
        }

        var outer = _frame;
        _frame = new Frame(positional, named) { Depth = outer.Depth + 1 };
        try
        {
            return Capture(template.Statements, template);
        }
        finally
        {
            _frame = outer;
        }
    }

    private enum Flow
    {
        Next,
        Break,
        Continue,
    }
}
