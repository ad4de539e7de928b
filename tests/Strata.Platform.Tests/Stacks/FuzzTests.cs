using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Text;
using Xunit.Abstractions;

namespace Strata.Platform.Tests.Stacks;

/// <summary>The repository's own stacks with random edits: whatever comes of it, it is diagnostics and never an exception.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int CasesPerStack = 60;

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ": ", "- ", "\n", "\n  ", "\t", "'", "\"", "&a ", "*a", "!!str ", "<<: ", "|", ">", "#", "null", "~", "0777", "1.30", "-1", "99999999999999999999", "true", "lake", "gpu", "from", "kind", "$append", "$unset", "secure", "é", "\u0000", "😀"];

    public static TheoryData<string> Names => [.. new StackRepository(new CaseFolder("stacks")).Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_edited_stack_never_throws(string stack)
    {
        var folder = new CaseFolder("stacks");
        var files = folder.List().ToDictionary(path => path, path => folder.Read(path)!.Content);
        for (var i = 0; i < CasesPerStack; i++)
        {
            var seed = (StableHash.Of(stack, 4)[0] * 1000) + i;
            var random = new Random(seed);
            var edited = files.ToDictionary(file => file.Key, file => file.Value);
            var path = random.Next(4) == 0 ? edited.Keys.ElementAt(random.Next(edited.Count)) : $"stacks/Pulumi.{stack}.yaml";
            edited[path] = Edit(edited[path], random);
            try
            {
                var (graph, diagnostics) = new StackRepository(new Files(edited)).Expand(stack);
                Assert.True(graph is not null || diagnostics.Any(d => d.Severity == Severity.Error));
                foreach (var diagnostic in diagnostics)
                {
                    Assert.NotEmpty(diagnostic.ToString());
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                output.WriteLine($"seed {seed}, {path}:\n{edited[path]}");
                throw;
            }
        }
    }

    private static string Edit(string text, Random random)
    {
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(at, text.Substring(random.Next(text.Length - length), length)),
                _ => text.Remove(at, 1).Insert(at, ((char)random.Next(32, 127)).ToString()),
            };
        }

        return text;
    }

    private sealed class Files(Dictionary<string, string> files) : IStackFiles
    {
        public SourceText? Read(string path) => files.TryGetValue(path, out var text) ? new SourceText(path, text) : null;

        public IReadOnlyList<string> List() => [.. files.Keys.Order(StringComparer.Ordinal)];
    }
}
