namespace Strata.Tests;

/// <summary>
/// Compares what the code makes with a file that was read and accepted. With <c>STRATA_ACCEPT=1</c> a difference is written to the
/// file, and the test still fails this once, so that nobody accepts by accident.
/// </summary>
internal static class Golden
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("STRATA_ACCEPT") == "1";

    /// <param name="path">Relative to tests/Golden, with forward slashes.</param>
    public static void Check(string path, string actual) => Check(path, actual, Accept);

    public static void Check(string path, string actual, bool accept) => CheckFile($"tests/Golden/{path}", actual, accept);

    /// <param name="path">Relative to the repository root, with forward slashes: for generated files outside of tests/Golden.</param>
    public static void CheckFile(string path, string actual) => CheckFile(path, actual, Accept);

    private static void CheckFile(string path, string actual, bool accept)
    {
        var file = Repository.PathOf(path);
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        if (expected == actual)
        {
            return;
        }

        var problem = expected is null ? $"'{path}' does not exist." : $"'{path}' differs (- file, + now):\n{TextDiff.Of(expected, actual)}";
        if (!accept)
        {
            Assert.Fail($"{problem}\n{(expected is null ? $"It would hold:\n{TextDiff.Of("", actual)}\n" : "")}If that is right: STRATA_ACCEPT=1 dotnet test tests/{Repository.TestProject}");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, actual);
        Assert.Fail($"Accepted. {problem}\nRead the change, then run the tests again without STRATA_ACCEPT.");
    }

    /// <summary>The case folders in a folder of tests/Golden, by name; none is a failure.</summary>
    public static TheoryData<string> Cases(string folder)
    {
        var path = Repository.PathOf($"tests/Golden/{folder}");
        string[] names = Directory.Exists(path) ? [.. Directory.GetDirectories(path).Select(name => Path.GetFileName(name)).Order(StringComparer.Ordinal)] : [];
        return names.Length > 0 ? [.. names] : throw new DirectoryNotFoundException($"'tests/Golden/{folder}' has no case folders.");
    }

    /// <summary>The text of a file in tests/Golden, such as a case's input.</summary>
    public static string Read(string path) => File.ReadAllText(Repository.PathOf($"tests/Golden/{path}")).ReplaceLineEndings("\n");
}
