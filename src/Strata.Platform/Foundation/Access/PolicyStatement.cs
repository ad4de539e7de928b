using Strata.Graph;

namespace Strata.Platform.Foundation;

/// <summary>One statement of an AWS IAM policy.</summary>
/// <param name="Actions">As IAM writes them: <c>s3:GetObject</c>.</param>
/// <param name="Resources">ARNs; empty in trust policies.</param>
internal sealed record PolicyStatement(IReadOnlyList<string> Actions, IReadOnlyList<Input<string>> Resources)
{
    public string? Sid { get; init; }

    public bool Deny { get; init; }

    /// <summary>Who the statement is about, by kind (<c>AWS</c>, <c>Service</c>, <c>Federated</c>); null in identity policies.</summary>
    public ValueMap? Principal { get; init; }

    /// <summary>Operator, then key, then value: <c>Bool</c>, <c>aws:SecureTransport</c>, <c>false</c>.</summary>
    public ValueMap? Condition { get; init; }

    /// <summary>A trust statement for AWS services: <c>ec2.amazonaws.com</c>.</summary>
    public static PolicyStatement Trust(params string[] services) => new(["sts:AssumeRole"], [])
    {
        Principal = new ValueMap { ["Service"] = Value.List(services.Select(s => (Value)s)) },
    };

    public Value ToValue() => new ValueMap
    {
        ["Sid"] = Sid is null ? null : (Value)Sid,
        ["Effect"] = Deny ? "Deny" : "Allow",
        ["Principal"] = Principal is null ? null : (Value)Principal,
        ["Action"] = Value.List(Actions.Select(a => (Value)a)),
        ["Resource"] = Resources.Count == 0 ? null : Value.List(Resources.Select(r => r.Value)),
        ["Condition"] = Condition is null ? null : (Value)Condition,
    };
}
