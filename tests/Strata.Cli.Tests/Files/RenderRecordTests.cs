using Strata.Cli.Files;

namespace Strata.Cli.Tests.Files;

/// <summary>What is on record of the last rendering is forgotten when anything changes that rendering reads.</summary>
public sealed class RenderRecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strata-record-").FullName;

    public RenderRecordTests()
    {
        foreach (var file in (string[])["program/strata", "program/Strata.Core.dll", "program/templates/a.sbn", "repository/stacks/Pulumi.dev.yaml", "repository/templates/b.sbn"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.WriteAllText(At(file), "one");
        }
    }

    [Theory]
    [InlineData("program/strata")]
    [InlineData("program/Strata.Core.dll")]
    [InlineData("program/templates/a.sbn")]
    [InlineData("repository/stacks/Pulumi.dev.yaml")]
    [InlineData("repository/templates/b.sbn")]
    public void A_change_is_noticed(string file)
    {
        var before = Inputs();
        Assert.Equal(before, Inputs());
        File.WriteAllText(At(file), "another");
        Assert.NotEqual(before, Inputs());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Inputs() => RenderRecord.InputsOf(At("repository"), At("program/strata"), At("program"));

    private string At(string path) => Path.Combine(_folder, path);
}
