using System.Diagnostics;
using System.Text.RegularExpressions;
using Strata.Graph;
using Xunit.Abstractions;

namespace Strata.Tests.Providers;

/// <summary>Mistakes that the compiler has to find. The SDK's own compiler is asked, because no package knows the current C#.</summary>
public sealed partial class CompilerTests(ITestOutputHelper output) : IDisposable
{
    private const string Fine = "new Aws.S3.BucketVersioning(\"b\") { Bucket = \"b\", VersioningConfiguration = new() { Status = \"Enabled\" } }";

    private readonly string _folder = Directory.CreateTempSubdirectory("strata-compiler").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Wrong_names_wrong_types_and_missing_inputs_do_not_compile()
    {
        (string Expression, string[] Errors)[] snippets =
        [
            (Fine, []),
            (Fine.Replace("Bucket = ", "Bukket = ", StringComparison.Ordinal), ["CS0117", "CS9035"]),
            (Fine.Replace("Bucket = \"b\", ", "", StringComparison.Ordinal), ["CS9035"]),
            (Fine.Replace("Status = \"Enabled\"", "", StringComparison.Ordinal), ["CS9035"]),
            (Fine.Replace("Bucket = \"b\"", "Bucket = 3", StringComparison.Ordinal), ["CS0029"]),
            ("new Aws.S3.Bucket(\"b\") { Arn = \"a\" }", ["CS0200"]),
            ("new Aws.S3.Bucket(\"b\") { ForceDestroy = \"true\" }", ["CS0029"]),
            ("new Aws.S3.Bucket(\"b\") { Acl = \"private\" }", ["CS0117"]),
            ("new Kubernetes.Apps.V1.Deployment(\"d\") { Spec = new() { Replicas = 1 } }", ["CS9035", "CS9035"]),
        ];
        if (Compile(snippets.Select(snippet => snippet.Expression)) is not { } found)
        {
            output.WriteLine("Skipped: the .NET SDK's compiler is not where it was looked for.");
            return;
        }

        Assert.Equal(snippets.Select(snippet => string.Join(' ', snippet.Errors)), found);
    }

    /// <summary>The error codes of each expression; null when there is no compiler.</summary>
    private List<string>? Compile(IEnumerable<string> expressions)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var dotnet = Path.GetFullPath(Path.Combine(runtime, "../../.."));
        var compiler = Directory.Exists(Path.Combine(dotnet, "sdk"))
            ? Directory.EnumerateDirectories(Path.Combine(dotnet, "sdk")).Select(sdk => Path.Combine(sdk, "Roslyn/bincore/csc.dll")).LastOrDefault(File.Exists)
            : null;
        if (compiler is null)
        {
            return null;
        }

        var files = expressions.Select((expression, index) => Source(index, expression)).ToList();
        List<string> references = [typeof(Resource).Assembly.Location, typeof(Aws.Provider).Assembly.Location];
        references.AddRange(Directory.EnumerateFiles(runtime, "System*.dll").Where(path => !path.Contains("Native", StringComparison.Ordinal)));
        var arguments = Path.Combine(_folder, "arguments.rsp");
        File.WriteAllLines(arguments, ["-nologo", "-target:library", "-nostdlib", "-nullable:enable", $"-out:{Path.Combine(_folder, "out.dll")}", .. references.Select(path => $"-r:{path}"), .. files]);

        using var process = Process.Start(new ProcessStartInfo(Path.Combine(dotnet, "dotnet"), [compiler, "-noconfig", $"@{arguments}"]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.WriteLine(said);
        var errors = ErrorLine().Matches(said).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value);
        return [.. files.Select(file => string.Join(' ', errors[Path.GetFileNameWithoutExtension(file)].Order(StringComparer.Ordinal)))];
    }

    private string Source(int index, string expression)
    {
        var path = Path.Combine(_folder, $"Snippet{index}.cs");
        File.WriteAllText(path, $"namespace Strata.Snippets; public static class Snippet{index} {{ public static object Make() => {expression}; }}");
        return path;
    }

    [GeneratedRegex(@"(Snippet\d+)\.cs\(\d+,\d+\): error (CS\d+)")]
    private static partial Regex ErrorLine();
}
