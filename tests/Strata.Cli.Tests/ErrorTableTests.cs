using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Tests;

/// <summary>Calls every factory of every <c>XErrors</c> class, holds what all messages share and writes docs/diagnostics.md.</summary>
public sealed partial class ErrorTableTests
{
    /// <summary>Which hundreds of codes belong to a namespace; the longest that fits counts.</summary>
    private static readonly (string Namespace, int[] Hundreds)[] Ranges =
    [
        ("Strata.Yaml", [1]),
        ("Strata.Graph", [3]),
        ("Strata.Templating", [4]),
        ("Strata.Platform", [2, 3]),
        ("Strata.Platform.Foundation", [3, 9]),
        ("Strata.Platform.Components", [3, 8]),
        ("Strata.Platform.Workspaces", [8, 9]),
        ("Strata.Platform.Schedulers", [4, 8]),
        ("Strata.Platform.FeatureStores", [8]),
        ("Strata.Platform.ModelStores", [8]),
        ("Strata.Platform.Endpoints", [8]),
        ("Strata.Platform.Tracking", [8]),
        ("Strata.Platform.Images", [9]),
        ("Strata.Platform.Workflows", [9]),
        ("Strata.Platform.Stacks", [1, 2, 9]),
        ("Strata.Platform.Stacks.Editing", [6]),
        ("Strata.Platform.Stacks.Format", [6]),
        ("Strata.Platform.Delivery", [4]),
        ("Strata.Platform.Rendering", [4]),
        ("Strata.Platform.Policies", [7]),
        ("Strata.Platform.Costs", [7]),
        ("Strata.Pulumi", [5]),
        ("Strata.Cli", [6]),
    ];

    private static readonly (int Hundred, string Title)[] Sections =
    [
        (1, "YAML"), (2, "Stacks"), (3, "Graph and components"), (4, "Templates"), (5, "Engine"), (6, "Command line"), (7, "Policies"), (8, "Upper layers"), (9, "Images, workflows and rules across layers"),
    ];

    /// <summary>Names of parameters that take whole sentences, which end with their own full stop.</summary>
    private static readonly string[] WholeSentences = ["description", "hint", "reason"];

    private static readonly IReadOnlyList<Entry> Entries = [.. Factories().Select(Call).OrderBy(entry => entry.Diagnostic.Code, StringComparer.Ordinal)];

    [Fact]
    public void Every_code_belongs_to_one_factory() =>
        Assert.Empty(Entries.GroupBy(entry => entry.Diagnostic.Code).Where(group => group.Count() > 1).Select(group => string.Join(", ", group)));

    [Fact]
    public void Every_code_is_in_the_range_of_its_folder() => Assert.All(Entries, entry =>
    {
        Assert.Matches("^STR[1-9][0-9]{2}$", entry.Diagnostic.Code);
        var type = entry.Factory.DeclaringType!.Namespace!;
        var range = Ranges.Where(range => type == range.Namespace || type.StartsWith($"{range.Namespace}.", StringComparison.Ordinal)).MaxBy(range => range.Namespace.Length);
        Assert.True(range.Hundreds?.Contains(entry.Diagnostic.Code[3] - '0'), $"{entry} is outside the range of '{type}'.");
    });

    [Fact]
    public void Every_message_is_made_of_whole_sentences() => Assert.All(Entries, entry =>
    {
        var message = entry.Diagnostic.Message;
        Assert.True(message.EndsWith('.') || message.EndsWith('?'), $"{entry} does not end a sentence: {message}");
        Assert.False(char.IsAsciiLetterLower(message[0]), $"{entry} begins in lower case: {message}");
        Assert.DoesNotContain("  ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    });

    [Fact]
    public void The_table_of_codes_is_current()
    {
        var text = new StringBuilder("# Diagnostics\n\nEvery problem Strata reports, by code. A test writes this page from the factories of the code; words in `{braces}` are filled in.\n");
        foreach (var (hundred, title) in Sections)
        {
            var entries = Entries.Where(entry => entry.Diagnostic.Code[3] - '0' == hundred).ToList();
            if (entries.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| code | severity | message |\n| --- | --- | --- |\n");
                text.AppendJoin("", entries.Select(Row));
            }
        }

        Golden.CheckFile("docs/diagnostics.md", text.ToString());
    }

    private static string Row(Entry entry)
    {
        var (code, severity, message) = (entry.Diagnostic.Code, entry.Diagnostic.Severity, entry.Diagnostic.Message);
        return $"| {code} | {severity.ToString().ToLowerInvariant()} | {Special().Replace(message, @"\$0")} |\n";
    }

    private static IEnumerable<MethodInfo> Factories() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        let name = Path.GetFileNameWithoutExtension(file)
        where name.StartsWith("strata", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".Tests", StringComparison.Ordinal)
        from type in Assembly.Load(name).GetTypes()
        where type.Name.EndsWith("Errors", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(Diagnostic) && !method.IsPrivate
        select method;

    private static Entry Call(MethodInfo factory)
    {
        var parameters = factory.GetParameters();
        var diagnostic = (Diagnostic)factory.Invoke(null, [.. parameters.Select(Placeholder)])!;
        var message = parameters.Where(parameter => parameter.ParameterType == typeof(int))
            .Aggregate(diagnostic.Message, (text, parameter) => text.Replace($"{Number(parameter)}", $"{{{parameter.Name}}}", StringComparison.Ordinal));
        return new Entry(factory, diagnostic with { Message = message });
    }

    private static object? Placeholder(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => $"{{{parameter.Name}}}{(WholeSentences.Contains(parameter.Name) ? "." : "")}",
        var type when type == typeof(int) => Number(parameter),
        var type when type == typeof(SourceSpan) || type == typeof(SourceSpan?) => new SourceSpan(new SourceText("stacks/Pulumi.dev.yaml", "a: 1\n"), 0, 1),
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { $"{{{parameter.Name}, …}}" },
        _ => throw new NotSupportedException($"{parameter.Member.DeclaringType}.{parameter.Member.Name}({parameter.Name}): a factory takes only texts, whole numbers, spans and lists of texts."),
    };

    /// <summary>A number that no message has of its own, to be found again in the text.</summary>
    private static int Number(ParameterInfo parameter) => 7_310_010 + parameter.Position;

    [GeneratedRegex(@"[|<>*_\\`]")]
    private static partial Regex Special();

    private sealed record Entry(MethodInfo Factory, Diagnostic Diagnostic)
    {
        public override string ToString() => $"{Factory.DeclaringType!.Name}.{Factory.Name} ({Diagnostic.Code})";
    }
}
