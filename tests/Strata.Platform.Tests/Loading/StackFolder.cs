using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Tests.Loading;

/// <summary>Stack files in memory; names are written as below <c>stacks/</c>.</summary>
internal sealed class StackFolder : IStackFiles
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private int _reads;

    public string this[string name]
    {
        set => _files[$"stacks/{name}"] = value;
    }

    public int Reads => _reads;

    public SourceText? Read(string path)
    {
        Interlocked.Increment(ref _reads);
        return _files.TryGetValue(path, out var text) ? new SourceText(path, text) : null;
    }

    public IReadOnlyList<string> List() => [.. _files.Keys];

    public (ResolvedStack? Stack, DiagnosticBag Diagnostics) Load(string name = "dev")
    {
        var diagnostics = new DiagnosticBag();
        return (new StackLoader(this).Load(name, diagnostics), diagnostics);
    }

    public ResolvedStack LoadFine(string name = "dev")
    {
        var (stack, diagnostics) = Load(name);
        Assert.Empty(diagnostics);
        return Assert.IsType<ResolvedStack>(stack);
    }

    public Diagnostic LoadProblem(string name = "dev") => Assert.Single(Load(name).Diagnostics);

    /// <summary>The tree on one line, as JSON-like text in written order.</summary>
    public static string Show(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlScalar { IsPlain: true } plain => plain.Text.Length == 0 ? "~" : plain.Text,
        YamlScalar quoted => $"\"{quoted.Text}\"",
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        YamlMapping map => $"{{{string.Join(", ", map.Entries.Select(e => $"{e.Key.Text}: {Show(e.Value)}"))}}}",
        _ => "?",
    };
}
