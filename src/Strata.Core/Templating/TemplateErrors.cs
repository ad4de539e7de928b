using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Templating;

/// <summary>Problems of templates, found when they are read and when they are rendered.</summary>
public static class TemplateErrors
{
    public static Diagnostic Unexpected(SourceSpan at, string found, string expected) => Diagnostic.Error("STR401", at,
        $"Here is {found}, but {expected} is expected. Complete the statement, or remove what is too much.");

    public static Diagnostic UnclosedCode(SourceSpan at) => Diagnostic.Error("STR402", at,
        "The code block that begins here is never closed. Add '}}' where it ends, or write '{%{' and '}%}' around text that has '{{' in it.");

    public static Diagnostic UnclosedText(SourceSpan at, string quote) => Diagnostic.Error("STR403", at,
        $"The text that begins here has no closing {quote}. Add it, or write \\{quote} where the quote belongs to the text.");

    public static Diagnostic UnclosedEscape(SourceSpan at, string open, string close) => Diagnostic.Error("STR404", at,
        $"The '{open}' here is never closed. Add '{close}', with as many percent signs, where the literal text ends.");

    public static Diagnostic UnclosedBlock(SourceSpan at, string word) => Diagnostic.Error("STR405", at,
        $"This '{word}' has no 'end'. Add '{{{{ end }}}}' where it ends.");

    public static Diagnostic MisplacedWord(SourceSpan at, string word) => Diagnostic.Error("STR406", at,
        $"This '{word}' belongs to nothing that is open here. Remove it, or look for an 'end' too many above.");

    public static Diagnostic NotInSubset(SourceSpan at, string what, string hint) => Diagnostic.Error("STR407", at,
        $"Scriban's {what} is not among what Strata's templates can use, so that every template ends and is easy to follow. {hint}");

    public static Diagnostic UnknownEscape(SourceSpan at, string written) => Diagnostic.Error("STR408", at,
        $"'{written}' is not an escape. Known are \\n, \\r, \\t, \\b, \\f, \\\\, \\', \\\", \\xNN and \\uNNNN; write \\\\ for a backslash, or the text between backticks.");

    public static Diagnostic BadNumber(SourceSpan at, string written) => Diagnostic.Error("STR409", at,
        $"'{written}' is not a number that can be read. Write it like 12, 0x1f, 1.5 or 1e3, within 64 bits and without a suffix.");

    public static Diagnostic UnknownVariable(SourceSpan at, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR410", at,
        $"There is no variable '{name}' here.{Suggestion.For(name, known)} Use one that the template is given, or assign it before.");

    public static Diagnostic UnknownMember(SourceSpan at, string name, string owner, IReadOnlyCollection<string> known) => Diagnostic.Error("STR411", at,
        $"'{owner}' has no member '{name}'.{Suggestion.For(name, known)} Where it may be missing, write '?.' and a value after '??'.");

    public static Diagnostic UnknownFunction(SourceSpan at, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR412", at,
        $"There is no function '{name}'.{Suggestion.For(name, known)} The functions are listed in docs/templates.md.");

    public static Diagnostic NullValue(SourceSpan at, string written) => Diagnostic.Error("STR413", at,
        $"'{written}' is null here, and null cannot be printed or computed with. Give a value for this case ('{written} ?? \"…\"'), or ask first ('if {written}').");

    public static Diagnostic WrongArgument(SourceSpan at, string function, string parameter, string expected, string found) => Diagnostic.Error("STR414", at,
        $"'{function}' takes {expected} as '{parameter}', and this is {found}. Convert it, or give another value.");

    public static Diagnostic MissingArgument(SourceSpan at, string function, string parameter, string usage) => Diagnostic.Error("STR415", at,
        $"'{function}' is not given its '{parameter}'. Write it as '{usage}'; the first argument can come through a pipe.");

    public static Diagnostic TooManyArguments(SourceSpan at, string function, string usage) => Diagnostic.Error("STR416", at,
        $"This is one argument more than '{function}' takes. Write it as '{usage}'.");

    public static Diagnostic UnknownParameter(SourceSpan at, string name, string function, IReadOnlyCollection<string> known) => Diagnostic.Error("STR417", at,
        $"'{function}' has no argument '{name}' that is still to be given.{Suggestion.For(name, known)} Name one that it has, or leave it out.");

    public static Diagnostic WrongOperands(SourceSpan at, string symbol, string left, string right) => Diagnostic.Error("STR418", at,
        $"'{symbol}' cannot be applied to {left} and {right}. Convert one of them, for example with 'string.to_int', or compare values of one kind.");

    public static Diagnostic ParenthesesNeeded(SourceSpan at, string symbol) => Diagnostic.Error("STR419", at,
        $"It is not clear what '{symbol}' belongs to beside a call or a pipe. Put parentheses around the call or around the argument, as in '(string.size name) > 3' or '(a + b) | math.abs'.");

    public static Diagnostic NotAList(SourceSpan at, string found) => Diagnostic.Error("STR420", at,
        $"'for' goes through a list or a map, and this is {found}. Give it a list, a map or a range such as 1..3.");

    public static Diagnostic OutOfRange(SourceSpan at, int index, int size) => Diagnostic.Error("STR421", at,
        $"There is no item {index} in a list of {size}. The first item is 0, and -1 is the last; ask for 'array.size' first where the list may be shorter.");

    public static Diagnostic NoMembers(SourceSpan at, string written, string found) => Diagnostic.Error("STR422", at,
        $"'{written}' is {found}, which has no such members. Only maps have members, by name, and lists items, by number.");

    public static Diagnostic UnknownTemplate(SourceSpan at, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR423", at,
        $"There is no template '{name}'.{Suggestion.For(name, known)} Include one by its path below 'templates'.");

    public static Diagnostic IncludeTooDeep(SourceSpan at, string name, int limit) => Diagnostic.Error("STR424", at,
        $"'{name}' is included more than {limit} deep here, and no deeper. Let a template not include itself, directly or through others.");

    public static Diagnostic TooManyIterations(SourceSpan at, int limit) => Diagnostic.Error("STR425", at,
        $"The loops of this template have taken {limit} steps together by here, and no more are taken. Loop over less.");

    public static Diagnostic TooLarge(SourceSpan at, int limit) => Diagnostic.Error("STR426", at,
        $"What is made here is larger than the {limit} characters and items a template may make. Make less of it, or split the template.");

    public static Diagnostic TooDeep(SourceSpan at, int limit) => Diagnostic.Error("STR427", at,
        $"This is nested more than {limit} deep, and no deeper is read. Assign parts of it to variables, or move a block to a template of its own.");

    public static Diagnostic DivisionByZero(SourceSpan at) => Diagnostic.Error("STR428", at,
        "This divides by zero. Ask first whether the divisor is zero.");

    public static Diagnostic NumberTooLarge(SourceSpan at) => Diagnostic.Error("STR429", at,
        "The result is no number within 64 bits. Compute with smaller numbers.");

    public static Diagnostic NotAFunction(SourceSpan at, string written) => Diagnostic.Error("STR430", at,
        $"'{written}' is followed by arguments or comes after a pipe, but it is not a function. Remove what follows, put an operator between, or name a function such as 'string.upcase'.");

    public static Diagnostic OutsideLoop(SourceSpan at, string word) => Diagnostic.Error("STR431", at,
        $"'{word}' has a meaning only inside a 'for' loop. Move it into one, or remove it.");

    public static Diagnostic CannotAssign(SourceSpan at, string written) => Diagnostic.Error("STR432", at,
        $"'{written}' cannot be assigned to: only a variable can, and names of functions and of the language are taken. Choose another name; to change a map or a list, make a new one.");

    public static Diagnostic NotText(SourceSpan at, string written, string found) => Diagnostic.Error("STR433", at,
        $"'{written}' is {found} and has no text of its own. Print it with 'to_json', 'to_yaml' or 'py', or join a list with 'array.join'.");

    public static Diagnostic TemplateTooLarge(SourceSpan at, int length, int limit) => Diagnostic.Error("STR434", at,
        $"The template has {length} characters, and at most {limit} are read. Split it.");

    public static Diagnostic DuplicateName(SourceSpan at, string name) => Diagnostic.Error("STR435", at,
        $"The name '{name}' is given twice. Remove one of the two.");

    public static Diagnostic UnknownCharacter(SourceSpan at, string character) => Diagnostic.Error("STR436", at,
        $"The character {character} has no meaning in code. Remove it, or put it in quotes if it is text.");

    public static Diagnostic FunctionFailed(SourceSpan at, string function, string problem) => Diagnostic.Error("STR437", at,
        $"'{function}' has no result here: {problem}. Give it another value, or ask first.");

    public static Diagnostic NoArgument(SourceSpan at, int position, int count) => Diagnostic.Error("STR438", at,
        $"'${position}' is an argument that this template was not given: it was included with {Count.Of(count, "argument")}. Give it in the 'include', or render the template that includes this one.");

    public static Diagnostic FunctionAlone(SourceSpan at, string name, string usage) => Diagnostic.Error("STR439", at,
        $"The function '{name}' is named here without its arguments. Write '{usage}' in parentheses, or '@{name}' to hand the function itself to another one.");
}
