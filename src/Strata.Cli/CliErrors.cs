using Strata.Diagnostics;

namespace Strata.Cli;

/// <summary>Problems of the command line and of where it is used.</summary>
public static class CliErrors
{
    public static Diagnostic NoRepository(string folder) =>
        Diagnostic.Error("STR601", null, $"There is no Strata repository at '{folder}' or above it: no folder with a Pulumi.yaml and 'stacks'. Change into one, name it with --root, or begin one here with 'strata init'.");

    public static Diagnostic UnknownStack(string name, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR602", null, $"There is no stack '{name}'.{Suggestion.For(name, known)} A stack is a file stacks/Pulumi.<name>.yaml.");

    public static Diagnostic NoStacks(string folder) =>
        Diagnostic.Error("STR603", null, $"There are no stacks in '{folder}'. A stack is a file Pulumi.<name>.yaml there.");

    public static Diagnostic UnknownPath(string stack, string path, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR604", null, $"The stack '{stack}' has no '{path}'.{Suggestion.For(path, known)} Run 'strata explain {stack}' to see every path.");

    public static Diagnostic CannotRead(string path, string reason) =>
        Diagnostic.Error("STR605", null, $"'{path}' cannot be read: {reason} Make it readable, or remove it.");

    public static Diagnostic CannotWrite(string path, string reason) =>
        Diagnostic.Error("STR606", null, $"'{path}' cannot be written: {reason} Nothing was changed. Make the folder writable and run the command again.");

    public static Diagnostic Usage(string problem) => Diagnostic.Error("STR607", null, $"{problem} Run 'strata --help' to see what there is.");

    public static Diagnostic Bug(string what) =>
        Diagnostic.Error("STR608", null, $"Strata made a mistake of its own: {what}. Please report it with the command and the stack file.");

    /// <param name="why">What the system says: "No space left on device".</param>
    public static Diagnostic Stopped(string why) =>
        Diagnostic.Error("STR640", null, $"Strata had to stop: {why.TrimEnd('.')}. What it printed so far is not whole. Make room, or open what it writes to, and run the command again.");

    public static Diagnostic NoPulumi() =>
        Diagnostic.Error("STR610", null, "The Pulumi CLI is not on the path, and it does the applying. Install it from https://www.pulumi.com/docs/install/, then run 'strata doctor'.");

    public static Diagnostic NotAReport(string folder) =>
        Diagnostic.Error("STR611", null, $"'{folder}' has files that are not a report's, and a report's folder holds nothing else. Name another folder with --out.");

    public static Diagnostic StaleSchema(string path) =>
        Diagnostic.Error("STR609", null, $"'{path}' is not what this version of Strata writes. Run 'strata schema' and commit the file.");

    public static Diagnostic BaseNotBuilt(string commit, string? said) =>
        Diagnostic.Warning("STR630", null, $"The program of {commit} does not build here, so that what its stacks were cannot be said and each of them counts as affected. {(said is null ? "Build that commit by hand to see why." : $"The build says: {said.TrimEnd('.')}.")}");

    public static Diagnostic NoBase() =>
        Diagnostic.Error("STR631", null, "There is nothing to compare with: no git repository with a branch main or master, here or at origin. Name a commit, branch or tag with --base.");

    public static Diagnostic MatrixWithoutFormat() =>
        Diagnostic.Error("STR632", null, "--matrix says what a matrix is for, and the format is another one. Add --format matrix, or leave --matrix out.");
}
