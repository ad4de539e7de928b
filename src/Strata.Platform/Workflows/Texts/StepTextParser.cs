namespace Strata.Platform.Workflows;

/// <summary>Reads the text of a step. <c>$${</c> is a literal <c>${</c>; a lone <c>$</c> is itself, so that shells keep theirs.</summary>
internal static class StepTextParser
{
    /// <summary>The text, or what is wrong with it as a clause.</summary>
    public static (StepText Text, string? Problem) Parse(string text)
    {
        var parts = new List<TextPart>();
        var literal = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith("$${"))
            {
                literal.Append("${");
                at += 2;
            }
            else if (text.AsSpan(at).StartsWith("${"))
            {
                var end = text.IndexOf('}', at);
                if (end < 0)
                {
                    return (Literal(text), "'${' has no closing '}'; write '$${' for the characters themselves");
                }

                if (ReferenceOf(text[(at + 2)..end].Trim()) is not { } reference)
                {
                    return (Literal(text), $"'{text[at..(end + 1)]}' is not ${{parameters.name}}, ${{steps.step.output}}, ${{item}} or ${{run.id}}; write '$${{' for the characters themselves");
                }

                Flush();
                parts.Add(reference);
                at = end;
            }
            else
            {
                literal.Append(text[at]);
            }
        }

        Flush();
        return (parts.Count == 0 ? Literal("") : new StepText(parts), null);

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new LiteralText(literal.ToString()));
                literal.Clear();
            }
        }
    }

    private static StepText Literal(string text) => new([new LiteralText(text)]);

    private static TextPart? ReferenceOf(string inside) => inside.Split('.') switch
    {
        ["item"] => new ItemReference(),
        ["run", "id"] => new RunReference(),
        ["parameters", { Length: > 0 } name] => new ParameterReference(name),
        ["steps", { Length: > 0 } step, { Length: > 0 } output] => new OutputReference(step, output),
        _ => null,
    };
}
