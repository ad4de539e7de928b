namespace Strata.Templating;

/// <summary>What a loop knows of its step: the members of <c>for</c>.</summary>
internal readonly record struct LoopFields(int Index, int Length)
{
    public static readonly string[] Names = ["index", "rindex", "first", "last", "even", "odd", "length"];

    public TemplateValue this[string field] => field switch
    {
        "index" => Index,
        "rindex" => Length - Index - 1,
        "first" => Index == 0,
        "last" => Index == Length - 1,
        "even" => Index % 2 == 0,
        "odd" => Index % 2 != 0,
        _ => Length,
    };
}
