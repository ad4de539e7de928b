namespace Strata.Templating;

/// <summary>Scriban's functions of <c>array</c>. Lists never change: each gives a new one.</summary>
internal static class ArrayFunctions
{
    private static readonly Parameter Input = new("list", ArgumentKind.List);
    private static readonly Parameter Function = new("function", ArgumentKind.Function);
    private static readonly Parameter Member = new("member", ArgumentKind.Text);

    public static readonly TemplateFunction[] All =
    [
        Of("add", [new("value", ArgumentKind.AnyOrNull)], call => TemplateValue.List(call.Items(0).Append(call[1]))),
        Of("any", [Function, new("argument", ArgumentKind.Any, IsOptional: true)], call => call.Items(0).Any(item => Truth.Of(call.Has(2) ? call.Apply(1, item, call[2]) : call.Apply(1, item)))),
        Of("compact", [], call => TemplateValue.List(call.Items(0).Where(item => item is not TemplateNull))),
        Of("concat", [new("other", ArgumentKind.List)], call => TemplateValue.List(call.Items(0).Concat(call.Items(1)))),
        Of("contains", [new("item", ArgumentKind.AnyOrNull)], call => call.Items(0).Any(item => item.Equals(call[1]))),
        Of("each", [Function], call => TemplateValue.List(call.Items(0).Select(item => call.Apply(1, item)))),
        Of("filter", [Function], call => TemplateValue.List(call.Items(0).Where(item => Truth.Of(call.Apply(1, item))))),
        Of("first", [], call => call.Items(0) is [var first, ..] ? first : TemplateValue.Null),
        Of("insert_at", [new("index", ArgumentKind.Whole), new("value", ArgumentKind.AnyOrNull)], call => new TemplateList(call.Items(0).Insert(Place(call, call.Items(0).Length), call[2]))),
        Of("join", [new("delimiter", ArgumentKind.Text), new("function", ArgumentKind.Function, IsOptional: true)], Join),
        Of("last", [], call => call.Items(0) is [.., var last] ? last : TemplateValue.Null),
        Of("limit", [new("count", ArgumentKind.Whole)], call => TemplateValue.List(call.Items(0).Take((int)Math.Clamp(call.Whole(1), 0, int.MaxValue)))),
        Of("map", [Member], call => TemplateValue.List(call.Items(0).Select(item => MemberOf(call, item)))),
        Of("offset", [new("index", ArgumentKind.Whole)], call => TemplateValue.List(call.Items(0).Skip((int)Math.Clamp(call.Whole(1), 0, int.MaxValue)))),
        Of("remove_at", [new("index", ArgumentKind.Whole)], call => new TemplateList(call.Items(0).RemoveAt(Place(call, call.Items(0).Length - 1)))),
        Of("reverse", [], call => TemplateValue.List(call.Items(0).Reverse())),
        Of("size", [], call => call.Items(0).Length),
        Of("sort", [Member with { IsOptional = true }], Sort),
        Of("uniq", [], Unique),
    ];

    private static TemplateFunction Of(string name, Parameter[] others, Func<FunctionCall, TemplateValue> body) => new($"array.{name}", [Input, .. others], body);

    /// <summary>A place in the list, a negative one counted from its end.</summary>
    private static int Place(FunctionCall call, int most)
    {
        var index = call.Whole(1) < 0 ? call.Whole(1) + call.Items(0).Length : call.Whole(1);
        return index >= 0 && index <= most ? (int)index : throw call.Wrong(1, $"a place in the list of {call.Items(0).Length}");
    }

    private static TemplateValue MemberOf(FunctionCall call, TemplateValue item)
    {
        var name = call.Text(1);
        return item is TemplateMap map
            ? map[name] ?? throw call.NoMember(1, name, map.Names)
            : throw call.Failed($"an item of the list is {ArgumentCheck.Shown(item)} and has no member '{name}'");
    }

    private static TemplateValue Join(FunctionCall call)
    {
        var text = call.Writer();
        var items = call.Items(0);
        for (var i = 0; i < items.Length; i++)
        {
            var shown = Truth.TextOf(items[i]) ?? throw call.Failed($"item {i} of the list is {items[i].Kind} and has no text");
            if (call.Has(2))
            {
                shown = Truth.TextOf(call.Apply(2, shown)) ?? throw call.Failed("the function gives no text");
            }

            text.Add(i == 0 ? "" : call.Text(1)).Add(shown);
        }

        return text.Finish();
    }

    /// <summary>Stable: equal items keep their order.</summary>
    private static TemplateValue Sort(FunctionCall call)
    {
        var keyed = call.Items(0).Select(item => (Key: call.Has(1) ? MemberOf(call, item) : item, Item: item)).ToList();
        if (keyed.All(pair => pair.Key is TemplateText))
        {
            return TemplateValue.List(keyed.OrderBy(pair => ((TemplateText)pair.Key).Text, StringComparer.Ordinal).Select(pair => pair.Item));
        }

        return keyed.All(pair => pair.Key is TemplateInteger or TemplateFloat)
            ? TemplateValue.List(keyed.OrderBy(pair => pair.Key, Comparer<TemplateValue>.Create(Operators.CompareNumbers)).Select(pair => pair.Item))
            : throw call.Failed("only texts or only numbers can be put in order");
    }

    private static TemplateValue Unique(FunctionCall call)
    {
        var seen = new HashSet<TemplateValue>();
        call.Expect((long)call.Items(0).Length * (call.Items(0).Any(item => item is TemplateMap) ? call.Items(0).Length : 1));
        return TemplateValue.List(call.Items(0).Where(seen.Add));
    }
}
