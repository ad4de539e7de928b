using Strata.Diagnostics;
using Strata.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Strata.Yaml;

/// <summary>
/// Walks through YamlDotNet's events of one text, one at a time. Whatever goes wrong in the parser becomes a problem at the best
/// place known; nothing is thrown.
/// </summary>
internal sealed class YamlEvents(SourceText source, DiagnosticBag diagnostics)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(source.Content), skipComments: true));
    private readonly List<int> _openBrackets = [];

    public ParsingEvent Current { get; private set; } = new StreamStart();

    public int Start => Index(Current.Start);

    public int End => Index(Current.End);

    public SourceSpan CurrentSpan => Span(Start, End);

    /// <summary>Moves to the next event. False when there is none: the text is not YAML, and the error is reported.</summary>
    public bool Next()
    {
        try
        {
            if (_parser.MoveNext())
            {
                Current = _parser.Current!;
                return true;
            }

            Fail(null);
        }
        catch (YamlException problem)
        {
            Fail(problem);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // For some broken texts the parser fails in its own works (InvalidOperationException and others), with no place.
            Fail(null);
        }

        return false;
    }

    /// <summary>Reports that the text breaks off at the current event.</summary>
    public void Fail(YamlException? problem) => diagnostics.Add(YamlSyntax.Problem(source, problem, End, _openBrackets));

    /// <summary>Notes an opening bracket, so that one that is never closed can be named.</summary>
    public void OpenBracket(int at) => _openBrackets.Add(at);

    public void CloseBracket() => _openBrackets.RemoveAt(_openBrackets.Count - 1);

    /// <summary>The character at an offset; NUL past the end.</summary>
    public char CharAt(int index) => index < source.Content.Length ? source.Content[index] : '\0';

    public SourceSpan Span(int start, int end) => new(source, start, Math.Max(start, end));

    private int Index(in Mark mark) => (int)Math.Clamp(mark.Index, 0, source.Content.Length);
}
