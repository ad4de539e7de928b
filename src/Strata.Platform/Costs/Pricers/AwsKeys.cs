namespace Strata.Platform.Costs.Pricers;

/// <summary>Keys, secrets and alarms, each at a price a month.</summary>
internal static class AwsKeys
{
    public static Pricer Pricer { get; } = new(
        ["aws:kms/key:Key", "aws:secretsmanager/secret:Secret", "aws:cloudwatch/metricAlarm:MetricAlarm"],
        (resource, context) =>
        [
            resource.TypeToken switch
            {
                "aws:kms/key:Key" => context.Part(resource, "key", "kms/key", Amount.Of(1), "keys"),
                "aws:secretsmanager/secret:Secret" => context.Part(resource, "secret", "secretsmanager/secret", Amount.Of(1), "secrets"),
                _ => context.Part(resource, "alarm", "cloudwatch/alarm", Amount.Of(1), "alarms"),
            },
        ]);
}
