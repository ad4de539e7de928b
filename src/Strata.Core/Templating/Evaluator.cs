using System.Collections.Immutable;

namespace Strata.Templating;

/// <summary>Computes expressions. Throws <see cref="RenderStop"/> where there is no value.</summary>
internal sealed class Evaluator(
    Allowance allowance,
    Func<VariableExpression, TemplateValue> variable,
    Func<Frame> frame,
    Func<IncludeExpression, string, ImmutableArray<TemplateValue>, TemplateMap, string> include)
{
    public TemplateValue Value(Expression expression)
    {
        allowance.Enter(expression.Span);
        try
        {
            return Compute(expression);
        }
        finally
        {
            allowance.Leave();
        }
    }

    private TemplateValue Compute(Expression expression) => expression switch
    {
        LiteralExpression literal => literal.Value,
        VariableExpression name => variable(name),
        MemberExpression member => Member(member),
        IndexExpression index => Index(index),
        CallExpression call => allowance.Made(Call(call), call.Span),
        BinaryExpression binary => Binary(binary),
        UnaryExpression unary => Unary(unary),
        ConditionalExpression choice => Value(Truth.Of(Value(choice.Condition)) ? choice.Yes : choice.No),
        ListExpression list => allowance.Made(new TemplateList([.. list.Items.Select(Value)]), list.Span),
        MapExpression map => allowance.Made(new TemplateMap(map.Entries.Select(entry => KeyValuePair.Create(entry.Name, Value(entry.Value)))), map.Span),
        LoopExpression loop => frame().Loop is { } fields ? fields[loop.Field] : throw new RenderStop(TemplateErrors.OutsideLoop(loop.Span, $"for.{loop.Field}")),
        ArgumentsExpression arguments => Arguments(arguments),
        IncludeExpression included => Include(included),
        FunctionExpression function => new FunctionValue(function.Function),
        _ => throw new InvalidOperationException($"'{expression.GetType()}' is no expression."),
    };

    private TemplateValue NotNull(Expression expression) => Value(expression) is var value and not TemplateNull
        ? value
        : throw new RenderStop(TemplateErrors.NullValue(expression.Span, ArgumentCheck.Written(expression.Span)));

    private TemplateValue Arguments(ArgumentsExpression expression)
    {
        var arguments = frame().Arguments;
        return expression.Position is not { } position ? new TemplateList(arguments)
            : position < arguments.Length ? arguments[position]
            : throw new RenderStop(TemplateErrors.NoArgument(expression.Span, position, arguments.Length));
    }

    private TemplateValue Member(MemberExpression member)
    {
        if (member.Target is ArgumentsExpression { Position: null } && member.Name != "size")
        {
            return MemberOf(frame().Named, member);
        }

        var target = Value(member.Target);
        return (target, member.Name) switch
        {
            (TemplateNull, _) => member.IsOptional ? TemplateValue.Null
                : throw new RenderStop(TemplateErrors.NullValue(member.Target.Span, ArgumentCheck.Written(member.Target.Span))),
            (TemplateMap map, _) => MemberOf(map, member),
            (TemplateList list, "size") => list.Items.Length,
            (TemplateText text, "size") => text.Text.Length,
            _ => throw new RenderStop(TemplateErrors.NoMembers(member.NameSpan, ArgumentCheck.Written(member.Target.Span), ArgumentCheck.Shown(target))),
        };
    }

    private static TemplateValue MemberOf(TemplateMap map, MemberExpression member) => map[member.Name]
        ?? (member.IsOptional ? TemplateValue.Null
            : throw new RenderStop(TemplateErrors.UnknownMember(member.NameSpan, member.Name, ArgumentCheck.Written(member.Target.Span), map.Names)));

    private TemplateValue Index(IndexExpression index)
    {
        var target = NotNull(index.Target);
        var key = NotNull(index.Key);
        switch (target, key)
        {
            case (TemplateList list, TemplateInteger whole):
                var place = whole.Number < 0 ? whole.Number + list.Items.Length : whole.Number;
                return place >= 0 && place < list.Items.Length
                    ? list.Items[(int)place]
                    : throw new RenderStop(TemplateErrors.OutOfRange(index.Key.Span, (int)Math.Clamp(whole.Number, int.MinValue, int.MaxValue), list.Items.Length));
            case (TemplateMap map, TemplateText name):
                return map[name.Text]
                    ?? throw new RenderStop(TemplateErrors.UnknownMember(index.Key.Span, name.Text, ArgumentCheck.Written(index.Target.Span), map.Names));
            default:
                throw new RenderStop(target is TemplateList or TemplateMap
                    ? TemplateErrors.WrongArgument(index.Key.Span, "[ ]", "key", target is TemplateList ? "a whole number" : "text", ArgumentCheck.Shown(key))
                    : TemplateErrors.NoMembers(index.Key.Span, ArgumentCheck.Written(index.Target.Span), ArgumentCheck.Shown(target)));
        }
    }

    private TemplateValue Unary(UnaryExpression unary)
    {
        if (unary.Operator == "!")
        {
            return !Truth.Of(Value(unary.Operand));
        }

        var operand = NotNull(unary.Operand);
        return operand is not (TemplateInteger or TemplateFloat)
            ? throw new RenderStop(TemplateErrors.WrongOperands(unary.Span, unary.Operator, "nothing", ArgumentCheck.Shown(operand)))
            : unary.Operator == "+" ? operand
            : operand is TemplateFloat number ? -number.Number
            : Operators.Compute("-", 0, operand, unary.Span);
    }

    private TemplateValue Binary(BinaryExpression binary)
    {
        switch (binary.Operator)
        {
            case "&&":
                return Truth.Of(Value(binary.Left)) && Truth.Of(Value(binary.Right));
            case "||":
                return Truth.Of(Value(binary.Left)) || Truth.Of(Value(binary.Right));
            case "??":
                return Value(binary.Left) is var value and not TemplateNull ? value : Value(binary.Right);
            case "==" or "!=":
                return Operators.Apply(binary.Operator, Value(binary.Left), Value(binary.Right), binary.Span, allowance);
            default:
                return Operators.Apply(binary.Operator, NotNull(binary.Left), NotNull(binary.Right), binary.Span, allowance);
        }
    }

    private TemplateValue Call(CallExpression call)
    {
        var bound = ArgumentBinding.Of(call);
        var values = new TemplateValue?[bound.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            if (bound[i] is { } argument)
            {
                values[i] = Value(argument.Value);
                ArgumentCheck.Check(call.Function, call.Function.Parameters[i], values[i]!, argument.Value.Span);
            }
        }

        return call.Function.Body(new FunctionCall(call.Function, values, [.. bound.Select(argument => argument?.Value.Span)], call.Span, allowance));
    }

    private TemplateText Include(IncludeExpression expression)
    {
        var name = NotNull(expression.Name) is TemplateText text ? text.Text
            : throw new RenderStop(TemplateErrors.WrongArgument(expression.Name.Span, "include", "name", "text", ArgumentCheck.Shown(Value(expression.Name))));
        ImmutableArray<TemplateValue> positional = [.. expression.Arguments.Where(argument => argument.Name is null).Select(argument => Value(argument.Value))];
        var named = new TemplateMap(expression.Arguments.Where(argument => argument.Name is not null).Select(argument => KeyValuePair.Create(argument.Name!, Value(argument.Value))));
        return new TemplateText(include(expression, name, positional, named));
    }
}
