using System.Globalization;
using Strata.Cli.Output.Previews;
using Strata.Platform.Previews;

namespace Strata.Cli.Tests.Previews;

public sealed class AffectedMatrixTests
{
    [Theory]
    [InlineData(1, 256, 1)]
    [InlineData(256, 256, 256)]
    [InlineData(257, 256, 129)]
    [InlineData(5000, 256, 250)]
    public void Thousands_of_stacks_fit_into_the_jobs_there_are(int count, int most, int jobs)
    {
        var made = AffectedMatrix.Jobs([.. Stacks(count, _ => "dev")], most);
        Assert.Equal(jobs, made.Count);
        Assert.Equal(count, made.SelectMany(job => job.Stacks).Distinct().Count());
    }

    [Fact]
    public void A_job_never_mixes_environments_or_waves()
    {
        var made = AffectedMatrix.Jobs([.. Stacks(300, i => i % 2 == 0 ? "dev" : "prod"), .. Stacks(300, _ => "dev", wave: 1, prefix: "late")], 100);
        Assert.True(made.Count <= 100);
        Assert.All(made, job => Assert.Single(job.Stacks.Select(name => name.StartsWith("late", StringComparison.Ordinal) ? "late" : int.Parse(name[1..], CultureInfo.InvariantCulture) % 2 == 0 ? "dev" : "prod").Distinct()));
        Assert.Equal(made.Count, made.Select(job => job.Name).Distinct().Count());
    }

    private static IEnumerable<AffectedStack> Stacks(int count, Func<int, string> environment, int wave = 0, string prefix = "s") =>
        Enumerable.Range(0, count).Select(i => new AffectedStack($"{prefix}{i}", PreviewStatus.Changed, [], wave, []) { Environment = environment(i) });

}
