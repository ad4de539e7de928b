using Strata.Platform.Components;

namespace Strata.Platform.Tests.Cells;

/// <summary>Every engine that the platform speaks of is in the catalog, says what there is to know of it, and is shown by what it becomes.</summary>
public sealed class EngineCoverageTests
{
    public static TheoryData<string> Engines => [.. Kinds.Select(kind => $"{kind.Section}/{kind.Name}")];

    private static IEnumerable<ComponentKind> Kinds => ComponentCatalog.Kinds.Where(kind => kind.Facts is not null);

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_engine_is_shown_by_a_golden(string engine)
    {
        var kind = Kinds.Single(kind => $"{kind.Section}/{kind.Name}" == engine);
        var built = Cell.AllBuilt.Where(cell => cell.Kind == kind).ToList();
        Assert.NotEmpty(built);
        Assert.All(built, cell => Assert.True(File.Exists(Repository.PathOf($"tests/Golden/{cell.Path}.txt")), $"tests/Golden/{cell.Path}.txt is not there."));
    }

    /// <summary>A golden of what is no cell any more shows nothing.</summary>
    [Fact]
    public void A_golden_belongs_to_a_cell()
    {
        var root = Repository.PathOf("tests/Golden/cells");
        var cells = Cell.AllBuilt.Select(cell => $"{cell.Path["cells/".Length..]}.txt").ToHashSet();
        Assert.DoesNotContain(Directory.EnumerateFiles(root, "*.txt", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')), file => !cells.Contains(file));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void An_engine_says_how_ripe_it_is_what_it_may_be_used_for_and_what_there_is_to_do(string engine)
    {
        var kind = Kinds.Single(kind => $"{kind.Section}/{kind.Name}" == engine);
        Assert.NotEmpty(kind.Facts!.Licence);
        Assert.NotEmpty(kind.Facts.Source.Where);
        if (kind.Realizations.Any(realization => realization is Built { Managed: false }))
        {
            Assert.EndsWith(".", kind.Facts.YouOperate, StringComparison.Ordinal);
        }

        var docs = File.ReadAllText(Repository.PathOf("docs/components.md"));
        Assert.Contains($"{kind.Facts.Title}: {kind.Facts.Maturity.ToString().ToLowerInvariant()}, licence {kind.Facts.Licence} (", docs, StringComparison.Ordinal);
    }

    /// <summary>The systems that a team of data scientists asks for by name.</summary>
    [Theory]
    [InlineData("workspaces", "jupyterhub", "sagemaker-studio", "vertex-workbench", "colab-enterprise", "cloud-workstations", "machine", "pod", "devcontainer")]
    [InlineData("schedulers", "airflow", "argo", "prefect", "dagster", "kubeflow", "metaflow", "step-functions", "workflows", "batch", "cronjob", "slurm", "ray", "spark")]
    [InlineData("featureStores", "feast", "sagemaker", "vertex", "tecton", "databricks")]
    [InlineData("modelStores", "mlflow", "sagemaker", "vertex")]
    [InlineData("endpoints", "sagemaker", "vertex", "kserve", "seldon", "ray", "kubernetes")]
    public void What_is_asked_for_by_name_is_there(string section, params string[] engines) =>
        Assert.Empty(engines.Except(Kinds.Where(kind => kind.Section == section).Select(kind => kind.Name)));
}
