using Strata.Diagnostics;

namespace Strata.Platform.Stacks.Editing;

/// <summary>Why a stack file is not changed.</summary>
public static class EditErrors
{
    public static Diagnostic NotAPath(string path) =>
        Diagnostic.Error("STR680", null, $"'{path}' is no path. Write keys with dots between them, as in compute.gpu.max; a key with a dot in it stands in quotes.");

    public static Diagnostic Secret(string path) =>
        Diagnostic.Error("STR681", null, $"'{path}' would stand in the file for everyone to read. The engine encrypts secrets: run 'pulumi config set --secret --path strata:{path}' and type the value when asked.");

    /// <param name="reason">A full sentence.</param>
    public static Diagnostic CannotEdit(string file, string path, string reason) =>
        Diagnostic.Error("STR682", null, $"'{path}' in '{file}' is left as it is. {reason}");

    public static Diagnostic WouldNotBeValid(string file, string path) =>
        Diagnostic.Error("STR683", null, $"Nothing was written: with this '{path}' the file '{file}' would have the problems above.");
}
