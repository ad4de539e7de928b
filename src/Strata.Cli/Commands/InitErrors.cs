using Strata.Diagnostics;

namespace Strata.Cli.Commands;

/// <summary>Why a stack is not begun.</summary>
public static class InitErrors
{
    public static Diagnostic NotAnswered(IReadOnlyList<string> options) =>
        Diagnostic.Error("STR684", null, $"There is no terminal to ask on, and {string.Join(", ", options)} {(options.Count == 1 ? "is" : "are")} not given. Give what is missing as options; 'strata init --help' says what each is.");

    public static Diagnostic StackExists(string file) =>
        Diagnostic.Error("STR685", null, $"'{file}' is there already. Name another stack with --name, or change this one with 'strata set' and 'strata add'.");

    public static Diagnostic NotAnAnswer(string question, string answer, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR686", null, $"'{answer}' is no answer to '{question}'.{Suggestion.For(answer, known)} Say one of {string.Join(", ", known)}.");

    public static Diagnostic NotAnAmount(string budget) =>
        Diagnostic.Error("STR688", null, $"'{budget}' is no amount. The budget is a whole number of US dollars a month, or 0 for none.");

    public static Diagnostic NotAName(string stack) =>
        Diagnostic.Error("STR689", null, $"'{stack}' is no name for a stack: letters, digits, '-', '_' and '.' are. Give another team, or a name with --name.");

    public static Diagnostic DraftNotValid(string file) =>
        Diagnostic.Error("STR687", null, $"Nothing was written: '{file}' would have the problems above. Give other answers.");
}
