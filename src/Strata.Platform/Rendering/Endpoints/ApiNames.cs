using Strata.Graph;

namespace Strata.Platform.Rendering;

/// <summary>Inputs of Pulumi's resources in the names of SageMaker's own API, which its command line and SDKs take.</summary>
internal static class ApiNames
{
    /// <summary>Where the API's name is not Pulumi's with a capital (boto: data/sagemaker/2017-07-24/service-2.json).</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["s3DataSources"] = "S3DataSource",
        ["routingConfigs"] = "RoutingConfig",
        ["kmsKeyArn"] = "KmsKeyId",
        ["memorySizeInMb"] = "MemorySizeInMB",
    };

    /// <summary>Lists in Pulumi that are one object in the API.</summary>
    private static readonly HashSet<string> Single = ["s3DataSources", "routingConfigs"];

    public static Value Of(Value value) => value switch
    {
        ListValue list => Value.List(list.Items.Select(Of)),
        ObjectValue map => new ObjectValue([.. map.Properties.Select(Of)]),
        _ => value,
    };

    public static Property Of(Property property) => new(
        Others.GetValueOrDefault(property.Name) ?? char.ToUpperInvariant(property.Name[0]) + property.Name[1..],
        property.Name == "environment" ? property.Value // Its keys are the team's own.
            : Single.Contains(property.Name) && property.Value is ListValue { Items: [var only] } ? Of(only)
            : Of(property.Value));
}
