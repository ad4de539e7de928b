namespace Strata.Templating;

/// <summary>Which argument of a call belongs to which parameter.</summary>
internal static class ArgumentBinding
{
    /// <summary>By parameter; null for one that is left out.</summary>
    public static Argument?[] Of(CallExpression call)
    {
        var parameters = call.Function.Parameters;
        var bound = new Argument?[parameters.Length];
        var next = 0;
        foreach (var argument in call.Arguments)
        {
            var place = argument.Name is { } name ? Array.FindIndex(parameters, parameter => parameter.Name == name) : next++;
            if (argument.Name is not null && (place < 0 || bound[place] is not null))
            {
                throw new RenderStop(TemplateErrors.UnknownParameter(argument.Span, argument.Name, call.Function.Name,
                    [.. parameters.Where((_, i) => bound[i] is null).Select(parameter => parameter.Name)]));
            }

            if (place >= parameters.Length)
            {
                throw new RenderStop(TemplateErrors.TooManyArguments(argument.Span, call.Function.Name, call.Function.Usage));
            }

            bound[place] = argument;
        }

        var missing = Array.FindIndex(parameters, parameter => !parameter.IsOptional && bound[Array.IndexOf(parameters, parameter)] is null);
        return missing < 0 ? bound
            : throw new RenderStop(TemplateErrors.MissingArgument(call.NameSpan, call.Function.Name, parameters[missing].Name, call.Function.Usage));
    }
}
