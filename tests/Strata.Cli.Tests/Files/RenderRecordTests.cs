using Strata.Cli.Files;

namespace Strata.Cli.Tests.Files;

/// <summary>What is on record of the last rendering is forgotten when anything changes that rendering reads.</summary>
public sealed class RenderRecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strata-record-").FullName;

    public RenderRecordTests()
    {
        foreach (var file in (string[])
        [
            "program/strata", "program/Strata.Core.dll", "program/templates/a.sbn", "repository/templates/b.sbn", "repository/stacks/teams/c/templates/c.sbn",
            "repository/stacks/Pulumi.dev.yaml", "repository/stacks/Pulumi.prod.yaml", "repository/stacks/base.yaml", "out/dev/file", "out/prod/file",
        ])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.WriteAllText(At(file), "one");
        }
    }

    [Theory]
    [InlineData("program/strata")]
    [InlineData("program/Strata.Core.dll")]
    [InlineData("program/templates/a.sbn")]
    [InlineData("repository/templates/b.sbn")]
    [InlineData("repository/stacks/teams/c/templates/c.sbn")]
    [InlineData("repository/stacks/Pulumi.new.yml")]
    public void A_change_of_what_all_stacks_read_is_noticed(string file)
    {
        var before = Inputs();
        Assert.Equal(before, Inputs());
        File.WriteAllText(At(file), "another");
        Assert.NotEqual(before, Inputs());
    }

    [Theory]
    [InlineData("repository/stacks/Pulumi.dev.yaml", "prod")]
    [InlineData("repository/stacks/Pulumi.prod.yaml", "dev")]
    [InlineData("repository/stacks/base.yaml", "dev")]
    [InlineData("repository/stacks/new.yaml", "dev prod")]
    [InlineData("out/dev/file", "prod")]
    [InlineData("repository/templates/b.sbn", "")]
    public void Only_what_was_made_of_a_file_that_changed_is_made_anew(string file, string current)
    {
        Render();
        Assert.Equal("dev prod", Current());
        File.WriteAllText(At(file), "another");
        Assert.Equal(current, Current());
    }

    [Fact]
    public void A_file_that_is_gone_is_noticed()
    {
        Render();
        File.Delete(At("repository/stacks/base.yaml"));
        Assert.Equal("dev", Current());
        File.Delete(At("out/dev/file"));
        Assert.Equal("", Current());
    }

    [Fact]
    public void A_link_that_leads_nowhere_stops_nothing()
    {
        File.CreateSymbolicLink(At("repository/stacks/gone.yaml"), At("nowhere"));
        Render();
        Assert.Equal("dev prod", Current());
    }

    [Fact]
    public void A_file_that_changes_while_it_is_rendered_is_looked_at_again()
    {
        var record = Open();
        File.WriteAllText(At("repository/stacks/base.yaml"), "changed before it was read, or after");
        record.Set("prod", ["stacks/Pulumi.prod.yaml", "stacks/base.yaml"], ["file"], new Dictionary<string, FileStamp>());
        record.Save();
        Assert.Equal("", Current());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Render()
    {
        var record = Open();
        record.Set("dev", ["stacks/Pulumi.dev.yaml"], ["file"], new Dictionary<string, FileStamp>());
        record.Set("prod", ["stacks/Pulumi.prod.yaml", "stacks/base.yaml"], ["file"], new Dictionary<string, FileStamp>());
        record.Save();
    }

    private string Current() => string.Join(' ', Open().Current(["dev", "prod"]).Keys.Order(StringComparer.Ordinal));

    private RenderRecord Open() => RenderRecord.Open(At("record"), At("repository"), At("out"));

    private string Inputs() => RenderRecord.InputsOf(At("repository"), At("program/strata"), At("program"));

    private string At(string path) => Path.Combine(_folder, path);
}
