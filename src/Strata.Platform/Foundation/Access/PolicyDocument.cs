using Strata.Graph;

namespace Strata.Platform.Foundation;

/// <summary>An AWS IAM policy as JSON text.</summary>
internal static class PolicyDocument
{
    public static Output<string> Of(params IEnumerable<PolicyStatement> statements) => Output.Json(new ValueMap
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = Value.List(statements.Select(s => s.ToValue())),
    });
}
