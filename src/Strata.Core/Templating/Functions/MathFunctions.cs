namespace Strata.Templating;

/// <summary>Scriban's functions of <c>math</c> that give the same result every time.</summary>
internal static class MathFunctions
{
    private static readonly Parameter Input = new("value", ArgumentKind.Number);
    private static readonly Parameter With = new("with", ArgumentKind.Number);

    public static readonly TemplateFunction[] All =
    [
        Of("abs", [], call => call[0] is TemplateInteger { Number: > long.MinValue } whole ? new TemplateInteger(Math.Abs(whole.Number)) : new TemplateFloat(Math.Abs(call.Number(0)))),
        Of("ceil", [], call => Whole(call, Math.Ceiling)),
        Of("divided_by", [With], DividedBy),
        Of("floor", [], call => Whole(call, Math.Floor)),
        new("math.is_number", [new("value", ArgumentKind.AnyOrNull)], call => call[0] is TemplateInteger or TemplateFloat),
        Of("minus", [With], call => Compute(call, "-")),
        Of("modulo", [With], call => Compute(call, "%")),
        Of("plus", [With], call => Compute(call, "+")),
        Of("round", [new("precision", ArgumentKind.Whole, IsOptional: true)], Round),
        Of("times", [With], call => Compute(call, "*")),
    ];

    private static TemplateFunction Of(string name, Parameter[] others, Func<FunctionCall, TemplateValue> body) => new($"math.{name}", [Input, .. others], body);

    private static TemplateValue Whole(FunctionCall call, Func<double, double> round)
    {
        if (call[0] is TemplateInteger)
        {
            return call[0];
        }

        return Whole(call.Number(0), call, round);
    }

    private static TemplateInteger Whole(double value, FunctionCall call, Func<double, double> round)
    {
        var number = round(value);
        return Math.Abs(number) < 9e18 ? new TemplateInteger((long)number) : throw call.Failed("the number does not fit into 64 bits");
    }

    private static TemplateValue Compute(FunctionCall call, string symbol) => call.Compute(symbol, call[0], call[1]);

    /// <summary>By a whole number, rounded down to one.</summary>
    private static TemplateValue DividedBy(FunctionCall call) => call[1] is not TemplateInteger
        ? call.Compute("/", call[0], call[1])
        : call.Number(1) == 0 ? throw call.Failed("it would divide by zero")
        : call[0] is TemplateInteger ? call.Compute("//", call[0], call[1])
        : Whole(call.Number(0) / call.Number(1), call, Math.Floor);

    private static TemplateValue Round(FunctionCall call)
    {
        var digits = call.Has(1) ? call.Whole(1) : 0;
        return digits is < 0 or > 15 ? throw call.Wrong(1, "a number from 0 to 15")
            : digits == 0 ? Whole(call, number => Math.Round(number, MidpointRounding.AwayFromZero))
            : Math.Round(call.Number(0), (int)digits, MidpointRounding.AwayFromZero);
    }
}
