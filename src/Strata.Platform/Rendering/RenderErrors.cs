using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>Problems of rendered files and of the folder they go to.</summary>
internal static class RenderErrors
{
    public static Diagnostic PathOutside(string path, string template) => Diagnostic.Error("STR441", null,
        $"'{template}' would be written to '{path}', which leads out of the output folder. Give it a path within the folder, without '..', a leading '/' or a drive.");

    public static Diagnostic PathNotAllowed(string path, string template, string found) => Diagnostic.Error("STR442", null,
        $"'{template}' would be written to '{path}', but the path has {found}. Give it a path of plain names with '/' between them.");

    public static Diagnostic PathTaken(string path, string template, string other) => Diagnostic.Error("STR443", null,
        $"Both '{other}' and '{template}' would be written to '{path}'. Give one of them another path.");

    public static Diagnostic PathDiffersInCase(string path, string template, string other) => Diagnostic.Error("STR444", null,
        $"'{path}' (of '{template}') and '{other}' differ only in upper and lower case, which is the same file on macOS and Windows. Rename one of them.");

    public static Diagnostic FileIsFolder(string path, string template, string inside) => Diagnostic.Error("STR445", null,
        $"'{template}' would be written to the file '{path}', and '{inside}' needs a folder of that name. Rename one of them.");

    public static Diagnostic BehindLink(string path, string template) => Diagnostic.Error("STR446", null,
        $"'{path}' (of '{template}') is a link or lies behind one, and writing it could change a file elsewhere. Replace the link with a folder or a file.");

    public static Diagnostic BrokenManifest(SourceSpan at, string problem) => Diagnostic.Error("STR447", at,
        $"The list of rendered files cannot be read: {problem}. After a merge take either side's list; without the file, the headers in the files themselves are asked.");

    public static Diagnostic NotValid(SourceSpan at, string language, string template, string problem) => Diagnostic.Error("STR448", at,
        $"What '{template}' makes is not valid {language}: {problem}. Nothing is written; change the template, or the values it is given.");

    public static Diagnostic EditedByHand(string path, string beside) => Diagnostic.Warning("STR449", null,
        $"'{path}' was changed by hand and is left as it is; what Strata would write is in '{beside}'. Move the change to the stack file or a template of the team, then put the new file in its place.");

    public static Diagnostic StaleEdited(string path) => Diagnostic.Warning("STR450", null,
        $"Nothing in the stack makes '{path}' any more, but it was changed by hand and is left there. Delete it when it is not needed.");
}
