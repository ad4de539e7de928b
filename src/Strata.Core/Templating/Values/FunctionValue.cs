namespace Strata.Templating;

/// <summary>A function given to another one, as in <c>array.each @string.upcase</c>.</summary>
internal sealed record FunctionValue(TemplateFunction Function) : TemplateValue
{
    internal override string Kind => "a function";
}

/// <summary>Stands for a value whose making failed and was reported, so that what uses it is not reported too.</summary>
internal sealed record FailedValue : TemplateValue
{
    public static FailedValue Instance { get; } = new();

    internal override string Kind => "nothing";
}
