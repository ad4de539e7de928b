namespace Strata.Templating;

/// <summary>A function of the language.</summary>
internal sealed record TemplateFunction(string Name, Parameter[] Parameters, Func<FunctionCall, TemplateValue> Body)
{
    /// <summary>How it is written: <c>string.slice text start [length]</c>.</summary>
    public string Usage => $"{Name} {string.Join(' ', Parameters.Select(parameter => parameter.IsOptional ? $"[{parameter.Name}]" : parameter.Name))}";
}

/// <param name="IsOptional">It can be left out; those after it are optional too.</param>
internal sealed record Parameter(string Name, ArgumentKind Kind, bool IsOptional = false);

internal enum ArgumentKind
{
    Text,
    Whole,
    Number,
    List,
    Map,
    Function,

    /// <summary>Anything but null.</summary>
    Any,
    AnyOrNull,
}
