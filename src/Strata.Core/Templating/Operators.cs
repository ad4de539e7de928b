using System.Collections.Immutable;
using Strata.Text;

namespace Strata.Templating;

/// <summary>What operators make of values.</summary>
internal static class Operators
{
    public static TemplateValue Apply(string symbol, TemplateValue left, TemplateValue right, SourceSpan at, Allowance allowance) => symbol switch
    {
        "==" => AreEqual(symbol, left, right, at),
        "!=" => !AreEqual(symbol, left, right, at),
        "<" => Compare(symbol, left, right, at) < 0,
        "<=" => Compare(symbol, left, right, at) <= 0,
        ">" => Compare(symbol, left, right, at) > 0,
        ">=" => Compare(symbol, left, right, at) >= 0,
        ".." or "..<" => Range(symbol, left, right, at, allowance),
        "+" when left is TemplateText || right is TemplateText => Joined(left, right, at, allowance),
        "*" when (left, right) is (TemplateText text, TemplateInteger count) => Repeated(text.Text, count.Number, at, allowance),
        "*" when (left, right) is (TemplateInteger count, TemplateText text) => Repeated(text.Text, count.Number, at, allowance),
        _ => Compute(symbol, left, right, at),
    };

    public static int CompareNumbers(TemplateValue? left, TemplateValue? right) => (left, right) switch
    {
        (TemplateInteger a, TemplateInteger b) => a.Number.CompareTo(b.Number),
        _ => ToDouble(left).CompareTo(ToDouble(right)),
    };

    public static TemplateValue Compute(string symbol, TemplateValue left, TemplateValue right, SourceSpan at)
    {
        try
        {
            return (left, right) switch
            {
                (TemplateInteger a, TemplateInteger b) => Whole(symbol, a.Number, b.Number, at),
                (TemplateInteger or TemplateFloat, TemplateInteger or TemplateFloat) => Float(symbol, ToDouble(left), ToDouble(right), at),
                _ => throw Wrong(symbol, left, right, at),
            };
        }
        catch (OverflowException)
        {
            throw new RenderStop(TemplateErrors.NumberTooLarge(at));
        }
    }

    private static double ToDouble(TemplateValue? value) => value is TemplateInteger whole ? whole.Number : ((TemplateFloat)value!).Number;

    private static RenderStop Wrong(string symbol, TemplateValue left, TemplateValue right, SourceSpan at) =>
        new(TemplateErrors.WrongOperands(at, symbol, ArgumentCheck.Shown(left), ArgumentCheck.Shown(right)));

    private static bool AreEqual(string symbol, TemplateValue left, TemplateValue right, SourceSpan at) => (left, right) switch
    {
        (TemplateNull, _) or (_, TemplateNull) => left is TemplateNull && right is TemplateNull,
        (TemplateInteger or TemplateFloat, TemplateInteger or TemplateFloat) => CompareNumbers(left, right) == 0,
        _ => left.GetType() == right.GetType() && left is not FunctionValue ? left.Equals(right) : throw Wrong(symbol, left, right, at),
    };

    private static int Compare(string symbol, TemplateValue left, TemplateValue right, SourceSpan at) => (left, right) switch
    {
        (TemplateText a, TemplateText b) => string.CompareOrdinal(a.Text, b.Text),
        (TemplateInteger or TemplateFloat, TemplateInteger or TemplateFloat) => CompareNumbers(left, right),
        _ => throw Wrong(symbol, left, right, at),
    };

    private static TemplateValue Whole(string symbol, long left, long right, SourceSpan at) => symbol switch
    {
        "/" or "//" or "%" when right == 0 => throw new RenderStop(TemplateErrors.DivisionByZero(at)),
        "/" => new TemplateFloat((double)left / right),
        "+" => new TemplateInteger(checked(left + right)),
        "-" => new TemplateInteger(checked(left - right)),
        "*" => new TemplateInteger(checked(left * right)),
        "//" => new TemplateInteger(checked(left / right)),
        _ => new TemplateInteger(right == -1 ? 0 : left % right),
    };

    private static TemplateValue Float(string symbol, double left, double right, SourceSpan at)
    {
        if (right == 0 && symbol is "/" or "//" or "%")
        {
            throw new RenderStop(TemplateErrors.DivisionByZero(at));
        }

        var result = symbol switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => left / right,
            "//" => Math.Truncate(left / right),
            _ => left % right,
        };
        return double.IsFinite(result) ? result : throw new RenderStop(TemplateErrors.NumberTooLarge(at));
    }

    private static TemplateValue Joined(TemplateValue left, TemplateValue right, SourceSpan at, Allowance allowance)
    {
        if (Truth.TextOf(left) is not { } first || Truth.TextOf(right) is not { } second)
        {
            throw Wrong("+", left, right, at);
        }

        allowance.Make((long)first.Length + second.Length, at);
        return first + second;
    }

    private static TemplateValue Repeated(string text, long count, SourceSpan at, Allowance allowance)
    {
        count = Math.Max(0, count);
        if (count > 0 && text.Length > allowance.Limits.Output / count)
        {
            throw new RenderStop(TemplateErrors.TooLarge(at, allowance.Limits.Output), isFinal: true);
        }

        allowance.Make(text.Length * count, at);
        return string.Concat(Enumerable.Repeat(text, text.Length == 0 ? 0 : (int)count));
    }

    private static TemplateList Range(string symbol, TemplateValue left, TemplateValue right, SourceSpan at, Allowance allowance)
    {
        if ((left, right) is not (TemplateInteger { Number: var first }, TemplateInteger { Number: var last }))
        {
            throw Wrong(symbol, left, right, at);
        }

        // Decimal: the difference of two of 64 bits needs more.
        var count = Math.Max(0, (decimal)last - first + (symbol == ".." ? 1 : 0));
        if (count > allowance.Limits.Iterations)
        {
            throw new RenderStop(TemplateErrors.TooManyIterations(at, allowance.Limits.Iterations), isFinal: true);
        }

        var items = ImmutableArray.CreateBuilder<TemplateValue>((int)count);
        for (var i = 0; i < (int)count; i++)
        {
            items.Add(first + i);
        }

        return new TemplateList(items.MoveToImmutable());
    }
}
