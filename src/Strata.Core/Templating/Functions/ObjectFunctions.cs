namespace Strata.Templating;

/// <summary>Scriban's functions of <c>object</c> that need no types.</summary>
internal static class ObjectFunctions
{
    private static readonly Parameter Input = new("value", ArgumentKind.Map);
    private static readonly Parameter Key = new("key", ArgumentKind.Text);

    public static readonly TemplateFunction[] All =
    [
        new("object.default", [new("value", ArgumentKind.AnyOrNull), new("default", ArgumentKind.Any)], call => call[0] is TemplateNull or TemplateText { Text: "" } ? call[1] : call[0]),
        new("object.has_key", [Input, Key], call => call.Map(0)[call.Text(1)] is not null),
        new("object.has_value", [Input, Key], call => call.Map(0)[call.Text(1)] is not (null or TemplateNull)),
        new("object.keys", [Input], call => TemplateValue.List(call.Map(0).Names.Select(name => (TemplateValue)name))),
        new("object.size", [new("value", ArgumentKind.Any)], Size),
        new("object.to_json", [new("value", ArgumentKind.AnyOrNull)], call => JsonFormat.Write(call[0], 0, call.Writer())),
        new("object.typeof", [new("value", ArgumentKind.Any)], call => TypeOf(call[0])),
        new("object.values", [Input], call => new TemplateList(call.Map(0).Values)),
    ];

    private static TemplateValue Size(FunctionCall call) => call[0] switch
    {
        TemplateText text => text.Text.Length,
        TemplateList list => list.Items.Length,
        TemplateMap map => map.Names.Length,
        _ => throw call.Wrong(0, "text, a list or a map"),
    };

    private static string TypeOf(TemplateValue value) => value switch
    {
        TemplateBool => "boolean",
        TemplateInteger or TemplateFloat => "number",
        TemplateText => "string",
        TemplateList => "array",
        _ => "object",
    };
}
