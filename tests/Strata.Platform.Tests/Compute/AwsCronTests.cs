using FsCheck;
using FsCheck.Fluent;
using Strata.Platform.Compute;
using Strata.Platform.Units;

namespace Strata.Platform.Tests.Compute;

public sealed class AwsCronTests
{
    [Theory]
    [InlineData("0 3 * * *", "cron(0 3 * * ? *)")]
    [InlineData("0 3 * * 1", "cron(0 3 ? * MON *)")]
    [InlineData("0 3 * * 0", "cron(0 3 ? * SUN *)")]
    [InlineData("0 3 * * 7", "cron(0 3 ? * SUN *)")]
    [InlineData("0 19 * * mon-fri", "cron(0 19 ? * MON,TUE,WED,THU,FRI *)")]
    [InlineData("30 7 * * 5-7", "cron(30 7 ? * SUN,FRI,SAT *)")]
    [InlineData("*/15 8-18 * * *", "cron(0,15,30,45 8-18 * * ? *)")]
    [InlineData("5/20 0 * * *", "cron(5,25,45 0 * * ? *)")]
    [InlineData("0 0 1 */3 *", "cron(0 0 1 1,4,7,10 ? *)")]
    [InlineData("0 0 1,15 jan-mar *", "cron(0 0 1,15 1-3 ? *)")]
    [InlineData("*/1 */1 */1 */1 */1", "cron(* * * * ? *)")]
    [InlineData("0 0 * * 0-6", "cron(0 0 * * ? *)")]
    public void EventBridge_has_a_question_mark_where_cron_has_a_star(string cron, string expression) =>
        Assert.Equal(expression, AwsCron.ForEventBridge(Schedule(cron)));

    [Theory]
    [InlineData("0 0 1 * 1")]
    [InlineData("0 0 1-7 * mon")]
    public void EventBridge_cannot_count_days_of_month_and_week_at_once(string cron) => Assert.Null(AwsCron.ForEventBridge(Schedule(cron)));

    [Theory]
    [InlineData("0 19 * * mon-fri", "0 19 * * 1-5")]
    [InlineData("0 19 * * 7", "0 19 * * 0")]
    [InlineData("0 0 1 * 1", "0 0 1 * 1")]
    public void Auto_Scaling_takes_five_fields(string cron, string recurrence) => Assert.Equal(recurrence, AwsCron.ForAutoScaling(Schedule(cron)));

    [Fact]
    public void Writing_a_schedule_out_changes_nothing_of_when_it_is() => Prop.ForAll(Schedules, cron =>
    {
        var written = AwsCron.ForAutoScaling(Schedule(cron));
        Assert.Equal(written, AwsCron.ForAutoScaling(Schedule(written)));
        foreach (var (one, other) in Fields(cron).Zip(Fields(written)))
        {
            Assert.Equal(one.Numbers, other.Numbers);
            Assert.Equal(one.IsAll, other.IsAll);
        }
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Schedules => Arb.From(
        from minute in Field(0, 59)
        from hour in Field(0, 23)
        from day in Field(1, 31)
        from month in Field(1, 12)
        from week in Field(0, 7)
        select $"{minute} {hour} {day} {month} {week}");

    private static Gen<string> Field(int min, int max)
    {
        var number = Gen.Choose(min, max).Select(n => $"{n}");
        var range = from a in Gen.Choose(min, max) from b in Gen.Choose(min, max) select $"{Math.Min(a, b)}-{Math.Max(a, b)}";
        var item = from whole in Gen.OneOf(Gen.Constant("*"), number, range) from step in Gen.Choose(0, 9) select step == 0 ? whole : $"{whole}/{step}";
        return from count in Gen.Choose(1, 3) from items in item.ArrayOf(count) select string.Join(',', items);
    }

    private static CronNumbers[] Fields(string cron) =>
        CronFields.Of(Schedule(cron)) is var f ? [f.Minute, f.Hour, f.DayOfMonth, f.Month, f.DayOfWeek] : [];

    private static CronSchedule Schedule(string cron) =>
        CronSchedule.TryParse(cron, out var schedule, out var problem) ? schedule : throw new ArgumentException($"{cron}: {problem}");
}
