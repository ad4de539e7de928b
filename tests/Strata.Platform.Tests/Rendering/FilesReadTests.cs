using Strata.Platform.Stacks;
using Strata.Platform.Tests.Stacks;

namespace Strata.Platform.Tests.Rendering;

public sealed class FilesReadTests
{
    [Fact]
    public void Files_are_made_of_the_stack_what_it_extends_and_the_stacks_it_shares_with()
    {
        var read = new StackRepository(new CaseFolder("stacks")).Render("fraud-prod", _ => RepositoryTemplates.Library).FilesRead;
        foreach (var file in (string[])["Pulumi.fraud-prod", "teams/fraud", "catalog/aws-regulated", "Pulumi.platform-prod"])
        {
            Assert.Contains($"stacks/{file}.yaml", read);
        }

        Assert.DoesNotContain("stacks/Pulumi.search-prod.yaml", read);
        Assert.Equal(read.Distinct(), read);
    }
}
