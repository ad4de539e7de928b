using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Tests.Stacks;

public sealed class UnitTests
{
    [Theory]
    [InlineData("32Gi", 34_359_738_368)]
    [InlineData("1.5Ti", 1_649_267_441_664)]
    [InlineData("500M", 500_000_000)]
    public void Amounts_are_read_as_Kubernetes_writes_them(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var size, out _));
        Assert.Equal(bytes, size.Bytes);
    }

    [Theory]
    [InlineData("32")]
    [InlineData("32GB")]
    [InlineData("Gi")]
    [InlineData("-1Gi")]
    [InlineData("0Gi")]
    [InlineData("1e9Gi")]
    [InlineData("99999999999999999999Pi")]
    [InlineData("")]
    public void What_is_no_amount_is_refused_with_a_reason(string text)
    {
        Assert.False(ByteSize.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("60m", 3_600)]
    [InlineData("1h30m", 5_400)]
    [InlineData("7d", 604_800)]
    public void Durations_are_read_in_seconds_and_written_as_they_were(string text, long seconds)
    {
        Assert.True(Duration.TryParse(text, out var duration, out _));
        Assert.Equal(seconds, duration.Seconds);
        Assert.True(Duration.TryParse(duration.ToString(), out var again, out _));
        Assert.Equal(duration, again);
    }

    [Theory]
    [InlineData("90")]
    [InlineData("m")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("0m")]
    [InlineData("999999999d")]
    public void What_is_no_duration_is_refused_with_a_reason(string text)
    {
        Assert.False(Duration.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("0 3 * * 1")]
    [InlineData("*/15 8-18 * * mon-fri")]
    [InlineData("0 0 1,15 jan *")]
    public void Cron_schedules_are_read(string text) => Assert.True(CronSchedule.TryParse(text, out _, out _));

    [Theory]
    [InlineData("0 25 * * *")]
    [InlineData("0 3 * *")]
    [InlineData("* * * * * *")]
    [InlineData("0 3 * * 8")]
    [InlineData("0 18-8 * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("@daily")]
    public void What_is_no_schedule_is_refused_with_a_reason(string text)
    {
        Assert.False(CronSchedule.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("Europe/Helsinki", true)]
    [InlineData("UTC", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("EST", false)]
    [InlineData("Helsinki", false)]
    [InlineData("Europe/", false)]
    [InlineData("Europe", false)]
    [InlineData("Europe/Berln", false)]
    [InlineData("Etc/GMT+5", true)]
    public void Time_zones_are_places(string text, bool valid) => Assert.Equal(valid, TimeZoneName.TryParse(text, out _, out _));

    [Fact]
    public void A_time_zone_with_a_typo_is_told_with_the_right_one()
    {
        Assert.False(TimeZoneName.TryParse("Europe/Berln", out _, out var problem));
        Assert.Equal("release 2026f of the IANA database has no such zone. Did you mean 'Europe/Berlin'?", problem);
    }

    [Fact]
    public void A_range_is_cut_into_subnets_that_do_not_overlap()
    {
        Assert.True(Cidr.TryParse("10.20.0.0/16", out var range, out _));
        var subnets = Enumerable.Range(0, 16).Select(i => range.Subnet(20, i)).ToList();
        Assert.Equal("10.20.240.0/20", subnets[^1].ToString());
        Assert.All(subnets, a => Assert.Single(subnets, b => a.Overlaps(b)));
        Assert.All(subnets, a => Assert.True(range.Overlaps(a)));
    }

    [Theory]
    [InlineData("10.20.3.0/16")]
    [InlineData("10.20.0.0")]
    [InlineData("10.20.0/16")]
    [InlineData("::1/64")]
    [InlineData("10.20.0.0/33")]
    public void What_is_no_range_is_refused_with_a_reason(string text)
    {
        Assert.False(Cidr.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("platform-dev", "platform-dev", null)]
    [InlineData("platform-dev/cluster", "platform-dev", "cluster")]
    [InlineData("acme/ml/dev", "acme/ml/dev", null)]
    [InlineData("acme/ml/dev/cluster", "acme/ml/dev", "cluster")]
    public void Other_stacks_are_named_as_Pulumi_names_them(string text, string stack, string? component)
    {
        Assert.True(StackSource.TryParse(text, out var source, out _));
        Assert.Equal((stack, component), (source.Stack, source.Component));
    }
}
