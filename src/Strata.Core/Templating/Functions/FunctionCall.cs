using System.Collections.Immutable;
using Strata.Text;

namespace Strata.Templating;

/// <summary>A function with checked arguments, in the order of its parameters; null for one that was left out.</summary>
internal sealed class FunctionCall(TemplateFunction function, TemplateValue?[] values, SourceSpan?[] spans, SourceSpan at, Allowance allowance)
{
    public bool Has(int index) => values[index] is not null;

    public TemplateValue this[int index] => values[index] ?? TemplateValue.Null;

    public string Text(int index) => ((TemplateText)this[index]).Text;

    public long Whole(int index) => ((TemplateInteger)this[index]).Number;

    public double Number(int index) => this[index] switch { TemplateInteger whole => whole.Number, var number => ((TemplateFloat)number).Number };

    public ImmutableArray<TemplateValue> Items(int index) => ((TemplateList)this[index]).Items;

    public TemplateMap Map(int index) => (TemplateMap)this[index];

    /// <summary>Calls a function that was given as an argument.</summary>
    public TemplateValue Apply(int index, params TemplateValue[] arguments)
    {
        var applied = ((FunctionValue)this[index]).Function;
        var given = new TemplateValue?[applied.Parameters.Length];
        var required = applied.Parameters.Count(parameter => !parameter.IsOptional);
        if (arguments.Length < required || arguments.Length > given.Length)
        {
            throw Failed($"'{applied.Name}' does not take {Count.Of(arguments.Length, "argument")}");
        }

        var place = spans[index] ?? at;
        for (var i = 0; i < arguments.Length; i++)
        {
            ArgumentCheck.Check(applied, applied.Parameters[i], arguments[i], place);
            given[i] = arguments[i];
        }

        return applied.Body(new FunctionCall(applied, given, new SourceSpan?[given.Length], place, allowance));
    }

    public TemplateValue Compute(string symbol, TemplateValue left, TemplateValue right) => Operators.Compute(symbol, left, right, at);

    /// <summary>Says before something large is made how large it will be.</summary>
    public void Expect(long size) => allowance.Make(size, at);

    /// <summary>A writer for text that stops when it grows too large.</summary>
    public BoundedText Writer() => new(allowance, at);

    public RenderStop Failed(string reason) => new(TemplateErrors.FunctionFailed(at, function.Name, reason));

    /// <param name="index">The argument that names the member.</param>
    public RenderStop NoMember(int index, string name, IReadOnlyCollection<string> known) =>
        new(TemplateErrors.UnknownMember(spans[index] ?? at, name, ArgumentCheck.Written(spans[0] ?? at), known));

    public RenderStop Wrong(int index, string expected) => new(TemplateErrors.WrongArgument(
        spans[index] ?? at, function.Name, function.Parameters[index].Name, expected, ArgumentCheck.Shown(this[index])));
}
