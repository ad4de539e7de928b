namespace Strata.Templating;

/// <summary>What words of the language mean.</summary>
internal static class Words
{
    /// <summary>Words of Scriban that are refused, with what to write instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["while"] = "Write 'for' over a list or a range, which always ends.",
        ["tablerow"] = "Write the rows with 'for'.",
        ["func"] = "Put what is repeated into a template of its own and 'include' it with arguments.",
        ["do"] = "Put what is repeated into a template of its own and 'include' it with arguments.",
        ["wrap"] = "Put what is repeated into a template of its own and 'include' it with arguments.",
        ["ret"] = "Put what may be left out between 'if' and 'end'.",
        ["with"] = "Assign the object to a variable with a short name.",
        ["import"] = "Write the members with their object, as in 'step.name'.",
        ["readonly"] = "Leave the word out.",
        ["this"] = "Write the variable itself.",
        ["empty"] = "Compare the size: 'list.size == 0', or ask 'string.empty text'.",
        ["include_join"] = "Write 'include' in a 'for' loop, with 'for.last' for what stands between.",
        ["date"] = "What is rendered may not depend on the day; give the time to the template as text.",
        ["regex"] = "Use the functions of 'string', or prepare the text before the template is rendered.",
        ["html"] = "Use 'to_json', 'to_yaml', 'quote' or 'py' to put values into files.",
        ["timespan"] = "Prepare the text before the template is rendered.",
    };

    private static readonly HashSet<string> Language =
        ["if", "else", "end", "for", "in", "case", "when", "break", "continue", "capture", "include", "true", "false", "null"];

    /// <summary>A refused word that has an <c>end</c>.</summary>
    public static bool IsRefusedBlock(string word) => word is "while" or "tablerow" or "func" or "wrap" or "with";

    public static bool IsBlockEnd(string word) => word is "end" or "else" or "when";

    /// <summary>No variable can have the name.</summary>
    public static bool IsTaken(string name) =>
        Language.Contains(name) || Refused.ContainsKey(name) || FunctionTable.Groups.Contains(name) || FunctionTable.Find(name) is not null;
}
