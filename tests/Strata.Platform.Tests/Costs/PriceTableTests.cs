using Strata.Diagnostics;
using Strata.Platform.Costs;
using Strata.Text;

namespace Strata.Platform.Tests.Costs;

public sealed class PriceTableTests
{
    [Fact]
    public void Every_price_has_a_source_a_day_and_an_amount() => Assert.All(PriceTable.BuiltIn.Rows, row =>
    {
        Assert.True(row.Usd > 0, $"{row} costs nothing.");
        Assert.Matches("^(https://|github\\.com/)", row.Source);
        Assert.InRange(row.AsOf, new DateOnly(2020, 1, 1), new DateOnly(2026, 11, 26));
        Assert.Contains('/', row.Sku);
    });

    [Theory]
    [InlineData("aws", "eu-central-1", "vpc/nat", 0.052)]
    [InlineData("aws", "us-east-1", "ec2/m7i.*", 0.0504)]
    [InlineData("aws", "eu-west-1", "ec2/c7i.*", 0.04788)]
    [InlineData("aws", "eu-central-1", "vpc/endpoint", 0.012)]
    [InlineData("aws", "eu-central-1", "fargate/vcpu", 0.04656)]
    [InlineData("aws", "eu-central-1", "rds-multi-az/db.m7g.large", 0.401)]
    [InlineData("aws", "eu-central-1", "rds-storage/gp3", 0.137)]
    [InlineData("gcp", "europe-west4", "gce/a2-highgpu-1g", 3.747972)]
    [InlineData("gcp", "europe-west4", "gce/ct5lp-hightpu-8t", 12.48)]
    [InlineData("gcp", "europe-west4", "gce-gpu/nvidia-tesla-t4", 0.3675)]
    [InlineData("gcp", "europe-west4", "redis/standard-m1", 0.086)]
    [InlineData("gcp", "europe-west1", "gke/cluster", 0.10)]
    [InlineData("aws", "eu-central-1", "redshift-serverless/rpu", 0.451)]
    [InlineData("gcp", "europe-west4", "sql/vcpu", 0.0454)]
    [InlineData("gcp", "europe-west4", "bigtable/node", 0.72)]
    public void A_price_is_found(string cloud, string region, string sku, double usd) => Assert.Equal((decimal)usd, PriceTable.BuiltIn.Find(cloud, region, sku)!.Usd);

    [Fact]
    public void What_is_not_in_the_table_is_not_known() => Assert.Null(PriceTable.BuiltIn.Find("aws", "eu-central-1", "ec2/z99.huge"));

    [Fact]
    public void A_repositorys_own_price_comes_first()
    {
        var diagnostics = new DiagnosticBag();
        var prices = PriceTable.With(new SourceText("stacks/prices.csv", $"{PriceReader.Header}\naws,eu-central-1,vpc/nat,hour,0.04,\"our contract, 2026\",2026-01-01\n"), diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(0.04m, prices.Find("aws", "eu-central-1", "vpc/nat")!.Usd);
        Assert.Equal("our contract, 2026", prices.Find("aws", "eu-central-1", "vpc/nat")!.Source);
        Assert.Equal(0.048m, prices.Find("aws", "eu-west-1", "vpc/nat")!.Usd);
    }

    [Theory]
    [InlineData("cloud,region\n", "STR786", 1, 1)]
    [InlineData("aws,eu-central-1,vpc/nat,hour,0.04,contract\n", "STR787", 2, 1)]
    [InlineData("azure,eu-central-1,vpc/nat,hour,0.04,contract,2026-01-01\n", "STR788", 2, 1)]
    [InlineData("aws,eu-central-1,vpc/nat,hours,0.04,contract,2026-01-01\n", "STR788", 2, 26)]
    [InlineData("aws,eu-central-1,vpc/nat,hour,$0.04,contract,2026-01-01\n", "STR789", 2, 31)]
    [InlineData("aws,eu-central-1,vpc/nat,hour,-1,contract,2026-01-01\n", "STR789", 2, 31)]
    [InlineData("aws,eu-central-1,vpc/nat,hour,0.04,,2026-01-01\n", "STR790", 2, 1)]
    [InlineData("aws,eu-central-1,vpc/nat,hour,0.04,contract,01.01.2026\n", "STR791", 2, 45)]
    [InlineData("aws,eu-central-1,vpc/nat,hour,0.04,contract,2026-01-01\naws,eu-central-1,vpc/nat,hour,0.05,contract,2026-01-01\n", "STR792", 3, 1)]
    public void A_line_that_is_no_price_is_an_error_with_its_place(string text, string code, int line, int column)
    {
        var diagnostics = new DiagnosticBag();
        PriceTable.With(new SourceText("stacks/prices.csv", code == "STR786" ? text : $"{PriceReader.Header}\n{text}"), diagnostics);
        var problem = Assert.Single(diagnostics);
        Assert.Equal(code, problem.Code);
        Assert.Equal((line, column), (problem.Span!.Value.StartPosition.Line, problem.Span.Value.StartPosition.Column));
    }
}
