using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Previews;

public sealed class AllowReplaceTests
{
    [Theory]
    [InlineData("storage.lake", null)]
    [InlineData("aws:s3/bucket:Bucket::lake", null)]
    [InlineData("foundation.storage-key", null)]
    [InlineData("storage.laek", "STR261")]
    [InlineData("stroage.lake", "STR260")]
    [InlineData("lake", "STR262")]
    [InlineData("storage.lake.bucket", "STR262")]
    public void An_entry_names_a_component_or_a_resource(string entry, string? code)
    {
        var found = Bind(entry);
        Assert.Equal(code is null ? [] : [code], found.Select(d => d.Code));
    }

    [Fact]
    public void A_name_that_is_not_there_is_no_error_because_removing_it_is_what_needs_the_entry()
    {
        var problem = Assert.Single(Bind("storage.laek"));
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains("Did you mean 'storage.lake'?", problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Diagnostic> Bind(string entry)
    {
        var folder = new StackFolder
        {
            ["Pulumi.dev.yaml"] = $"config:\n  aws:region: eu-west-1\n  strata:team: t\n  strata:environment: dev\n  strata:cloud: aws\n  strata:allowReplace: ['{entry}']\n  strata:storage:\n    lake: {{ kind: objects }}\n",
        };
        return new StackRepository(folder).Bind("dev")!.Diagnostics;
    }
}
