using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>Where AWS offers a family (or a single type) that is not offered in every checked region. Source: <see cref="MachineSources.AwsRegions"/>.</summary>
internal static class AwsAvailability
{
    public static ImmutableArray<string> Regions { get; } =
    [
        "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-2",
    ];

    public static ImmutableArray<(string Machine, string Offered)> Rows { get; } =
    [
        ("m6i", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("c6i", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("r6i", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("m8i", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("g4dn", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("g5", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("g6", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-south-2 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("gr6", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-south-2 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("g6e", "ap-northeast-1 ap-northeast-2 ap-south-1 eu-central-1 eu-north-1 eu-south-2 us-east-1 us-east-2 us-west-2"),
        ("g7e", "ap-northeast-1 ap-northeast-2 ap-south-1 eu-central-1 eu-north-1 eu-south-2 eu-west-2 us-east-1 us-east-2 us-west-2"),
        ("p3dn", "ap-northeast-1 eu-west-1 us-east-1 us-west-2"),
        ("p4d", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("p4de", "ap-northeast-1 ap-southeast-1 eu-central-1 us-east-1 us-west-2"),
        ("p5", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-2 ca-central-1 eu-north-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("p5.4xlarge", "ap-northeast-1 ap-south-1 ap-southeast-2 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("p5e", "us-east-2"),
        ("p5en", "ap-northeast-1 ap-northeast-2 ap-south-1 eu-north-1 eu-south-2 us-east-1 us-east-2 us-west-2"),
        ("p6-b200", "ap-south-1 us-east-1 us-east-2 us-west-2"),
        ("inf2", "ap-northeast-1 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("inf2.xlarge", "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-2"),
        ("trn1", "us-east-1 us-east-2 us-west-2"),
        ("trn1n", "us-east-1 us-east-2 us-west-2"),
        ("trn2", "us-east-2"),
    ];
}
