using Strata.Diagnostics;
using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Costs;
using Strata.Platform.Policies;
using Strata.Platform.Previews;
using Strata.Text;

namespace Strata.Tests.Output.Previews;

/// <summary>Previews put together by hand, so that each can hold whatever names and values it likes.</summary>
internal static class SampleReports
{
    public const string Head = "0123456789abcdef0123456789abcdef01234567";
    public const string Base = "89abcdef0123456789abcdef0123456789abcdef";

    public static PreviewReport Of(params IReadOnlyList<StackPreview> stacks) =>
        new(new PreviewSide("origin/main", Base, false), new PreviewSide(null, Head, false), stacks);

    /// <summary>Many stacks: every seventh fails, every fifth loses data, every third is unchanged.</summary>
    public static PreviewReport Many(int changed, int unchanged) => Of(
    [
        .. Enumerable.Range(0, changed).Select(i => i % 7 == 6 ? Failed($"team{i % 50}-broken-{i:0000}") : Changed($"team{i % 50}-stack-{i:0000}", "warehouse", i % 5 == 4)),
        .. Enumerable.Range(0, unchanged).Select(i => new StackPreview($"same-{i:0000}", PreviewStatus.Unchanged)),
    ]);

    public static StackPreview Failed(string name) => new(name, PreviewStatus.Failed)
    {
        Diagnostics = [Diagnostic.Error("STR204", new SourceSpan(new SourceText($"stacks/Pulumi.{name}.yaml", "a: 1\n"), 0, 1), "There is no property 'instnace'. Did you mean 'instance'?")],
        Reasons = [new AffectedReason(AffectedKind.Stack, "The stack file is new.", null)],
    };

    /// <param name="word">Stands wherever people can write something.</param>
    public static StackPreview Changed(string name, string word, bool losesData = true)
    {
        var network = new Thing("aws:ec2/vpc:Vpc", $"{word}-network");
        var old = new Thing("aws:rds/instance:Instance", word, ("instanceClass", "db.t3.medium"), ("engineVersion", "15"), ("password", $"hunter2-{word}"), ("tags", new ValueMap { ["note"] = word }.ToValue()));
        var now = new Thing("aws:rds/instance:Instance", word, ("instanceClass", "db.t3.large"), ("engineVersion", "16"), ("password", $"hunter3-{word}"), ("tags", new ValueMap { ["note"] = word + "!" }.ToValue()));
        PropertyChange[] changes =
        [
            new(PropertyPath.Of("instanceClass"), "db.t3.medium", "db.t3.large"),
            new(PropertyPath.Of("engineVersion"), "15", "16") { Replacement = Replacement.Certain },
            new(PropertyPath.Of("password"), $"hunter2-{word}", $"hunter3-{word}"),
            new(PropertyPath.Of("tags").Then(PathSegment.Of(word.Length == 0 ? "note" : word)), word, word + "!"),
        ];
        var replace = new Replace(ResourceIdentity.Of(now), now, old, changes, []);
        var delete = new Delete(ResourceIdentity.Of(network), network);
        Operation[] operations = losesData ? [new Create("x", new Thing("aws:s3/bucket:Bucket", word + "-new")), replace, delete] : [new Update(ResourceIdentity.Of(now), now, old, [.. changes.Where(c => c.Replacement == Replacement.No)], [])];
        return new StackPreview(name, PreviewStatus.Changed)
        {
            Team = word.Length == 0 ? "fraud" : word,
            Environment = "prod",
            Cloud = "aws",
            Plan = new Plan(name, operations, []),
            Reasons = [new AffectedReason(AffectedKind.Value, $"storage.{word} is 16, was 15.", null)],
            Risks = losesData ? [new OperationRisk(replace, RiskKind.DataLoss, $"The database {word} is replaced by engineVersion, and its data goes.", IsBlocked: true), new OperationRisk(delete, RiskKind.Downtime, "Nothing is reachable meanwhile.", false)] : [],
            Files = [new FileChange($"images/{word}.txt", $"one\ntwo {word}\ntoken: abcdefgh\n", $"one\nthree {word}\ntoken: ijklmnop\n")],
            Cost = new CostChange(new CostRange(10, 100, 1000), new CostRange(12, 141, 1200), 0, 1) { Components = [new ComponentCostChange($"storage.{word}", new CostRange(10, 100, 1000), new CostRange(12, 141, 1200))] },
            NewFindings = [new PolicyFinding("STR701", Severity.Error, "public-access", word, "acl", $"'{word}' can be read by everyone. Remove the acl.")],
        };
    }

    public sealed class Thing : CustomResource
    {
        public Thing(string type, string name, params (string Name, Value Value)[] inputs)
            : base(type, name, null)
        {
            foreach (var (input, value) in inputs)
            {
                Set(input, value);
            }
        }
    }
}
