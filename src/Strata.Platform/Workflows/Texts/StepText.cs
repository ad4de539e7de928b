namespace Strata.Platform.Workflows;

/// <summary>Text of a step with references that are filled in when it runs: <c>s3://lake/${run.id}/${steps.pull.path}</c>.</summary>
/// <param name="Parts">Never empty; no two neighbours are both literal.</param>
public sealed record StepText(IReadOnlyList<TextPart> Parts)
{
    /// <summary>True when nothing is filled in.</summary>
    public bool IsLiteral => Parts is [LiteralText];

    /// <summary>Puts the text together in a scheduler's own terms.</summary>
    /// <param name="literal">How the scheduler writes literal text.</param>
    /// <param name="reference">How the scheduler refers to a value.</param>
    public string Write(Func<string, string> literal, Func<TextPart, string> reference) =>
        string.Concat(Parts.Select(part => part is LiteralText text ? literal(text.Text) : reference(part)));
}

/// <summary>A part of a step's text.</summary>
public abstract record TextPart;

public sealed record LiteralText(string Text) : TextPart;

/// <summary><c>${parameters.name}</c></summary>
public sealed record ParameterReference(string Name) : TextPart;

/// <summary><c>${steps.step.output}</c></summary>
public sealed record OutputReference(string Step, string Output) : TextPart;

/// <summary><c>${item}</c>: the item of the list that the step runs once for each of.</summary>
public sealed record ItemReference : TextPart;

/// <summary><c>${run.id}</c>: what tells one run from all others.</summary>
public sealed record RunReference : TextPart;
