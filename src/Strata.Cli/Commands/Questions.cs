using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary>Asks a person for what no option said. Without a terminal what has no default is noted as missing.</summary>
/// <param name="input">Where answers come from; null without a terminal.</param>
internal sealed class Questions(Terminal terminal, TextReader? input)
{
    private readonly List<string> _missing = [];
    private readonly List<Diagnostic> _wrong = [];

    /// <summary>What keeps the answers from being used.</summary>
    public IReadOnlyList<Diagnostic> Problems => _missing.Count > 0 ? [.. _wrong, InitErrors.NotAnswered(_missing)] : _wrong;

    /// <summary>Notes an answer that cannot be used.</summary>
    public void Refuse(Diagnostic problem) => _wrong.Add(problem);

    /// <summary>The option's value, else the answer, else the default; empty when there is none of them.</summary>
    public string Ask(string question, string option, string? given, string? otherwise)
    {
        if (!string.IsNullOrWhiteSpace(given))
        {
            return given.Trim();
        }

        if (input is not null)
        {
            terminal.ErrorStyle.Write(terminal.Error, TextTone.Strong, question);
            terminal.Error.Write(string.IsNullOrEmpty(otherwise) ? ": " : $" [{otherwise}]: ");
            terminal.Error.Flush();
            if (input.ReadLine()?.Trim() is { Length: > 0 } answer)
            {
                return answer;
            }
        }

        if (otherwise is null)
        {
            _missing.Add(option);
        }

        return otherwise ?? "";
    }

    /// <summary>One of an enum's words.</summary>
    public T AskOne<T>(string question, string option, string? given, T? otherwise)
        where T : struct, Enum =>
        Read<T>(question, Ask($"{question} ({string.Join(", ", Words<T>())})", option, given, otherwise is { } value ? Word(value) : null));

    /// <summary>Several of an enum's words, with commas between them; "none" for none.</summary>
    public IReadOnlyList<T> AskSome<T>(string question, string option, string? given, IReadOnlyList<T> otherwise)
        where T : struct, Enum
    {
        var answer = Ask($"{question} ({string.Join(", ", Words<T>())}, or none)", option, given, string.Join(", ", otherwise.Select(Word)));
        return answer == "none" ? [] : [.. answer.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => Read<T>(question, word)).Distinct()];
    }

    private T Read<T>(string question, string answer)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(answer, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(answer[0]))
        {
            return value;
        }

        if (answer.Length > 0)
        {
            _wrong.Add(InitErrors.NotAnAnswer(question, answer, Words<T>()));
        }

        return default;
    }

    private static List<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Word)];

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
