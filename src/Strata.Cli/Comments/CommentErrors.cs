using System.Globalization;
using Strata.Diagnostics;

namespace Strata.Cli.Comments;

/// <summary>Problems of posting a comment. None holds the token.</summary>
internal static class CommentErrors
{
    public static Diagnostic NoToken(string provider, string variable) =>
        Diagnostic.Error("STR650", null, $"There is no token for {provider}: a comment is posted in someone's name. Put one into the environment variable {variable}; it is never taken from the command line, where others can read it.");

    public static Diagnostic NoTarget(string what, string option, string variable) =>
        Diagnostic.Error("STR651", null, $"It is not known {what}. Say it with {option}, or run where {variable} is set, as in a pipeline of a pull or merge request.");

    public static Diagnostic NotAPreview(string path) =>
        Diagnostic.Error("STR652", null, $"'{path}' does not begin with the marker of a preview, by which the comment is found again. Make it with 'strata preview --base origin/main --format markdown'.");

    public static Diagnostic TooLong(string path, int length, int limit) =>
        Diagnostic.Error("STR653", null, $"'{path}' has {length.ToString(CultureInfo.InvariantCulture)} characters; the provider takes {limit.ToString(CultureInfo.InvariantCulture)}. Post what 'strata preview --format markdown' prints, which fits, and keep the full report as an artifact.");

    public static Diagnostic BadToken(string provider, string variable) =>
        Diagnostic.Error("STR654", null, $"{provider} does not accept the token (401): it is wrong, expired or revoked. Put a valid one into {variable}.");

    public static Diagnostic NotAllowed(string provider, string reason, string hint) =>
        Diagnostic.Error("STR655", null, $"{provider} does not let the token write comments here (403): {reason} {hint}");

    public static Diagnostic NotFound(string provider, string what) =>
        Diagnostic.Error("STR656", null, $"{provider} knows no {what} (404): the name or number is wrong, or the token may not see it, which is answered in the same way. Check both.");

    public static Diagnostic Failed(string provider, string reason, int attempts) =>
        Diagnostic.Error("STR657", null, $"{provider} did not answer as it should, after {attempts.ToString(CultureInfo.InvariantCulture)} attempts: {reason} Run the command again later.");

    public static Diagnostic Busy(string provider, int seconds) =>
        Diagnostic.Error("STR658", null, $"{provider} asks to wait {seconds.ToString(CultureInfo.InvariantCulture)} seconds before the next request, which is longer than a job should stand still. Run the command again then.");

    public static Diagnostic BadAddress(string address, string variable) =>
        Diagnostic.Error("STR659", null, $"'{address}' in {variable} is no address that a token may be sent to: it must begin with https://, or lead to this machine. Correct the variable.");

    public static Diagnostic BadNumber(string origin) =>
        Diagnostic.Error("STR660", null, $"{origin} does not hold the number of a pull or merge request: digits alone, above 0. Write the number and nothing else.");

    public static Diagnostic NotTheHead(string number) =>
        Diagnostic.Warning("STR661", null, $"Nothing was posted: the newest commit of pull request {number} is not the one that this run looked at. Either a newer run will post, or the number does not belong to the run.");

    public static Diagnostic BadRun(string text) =>
        Diagnostic.Error("STR662", null, $"'{text}' is no run: a number, with the attempt after a dot when there are several, as in 4711 or 4711.2. A higher one is newer. Correct --run.");

    public static Diagnostic Refused(string provider, int status, string reason) =>
        Diagnostic.Error("STR663", null, $"{provider} refused the comment ({status.ToString(CultureInfo.InvariantCulture)}): {reason} Look at the file, and at whether the conversation is locked.");

    public static Diagnostic Unsettled(string provider) =>
        Diagnostic.Error("STR664", null, $"The comment changed each time it was about to be written: other runs post to the same request on {provider} at this moment. Let only one at a time post, with the pipeline's concurrency setting.");

    public static Diagnostic BadProject(string name) =>
        Diagnostic.Error("STR665", null, $"'{name}' is no repository: on GitHub owner/name, on GitLab group/project or the project's number. Correct --repo.");
}
