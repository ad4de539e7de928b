using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Policies;

/// <summary>A team's own policy: which resources, in which state, are not wanted.</summary>
public sealed record PolicyConfig : ConfigRecord
{
    [Description("The type of the resources it looks at, as 'strata graph --format json' has it; * stands for any characters: aws:ec2/instance:Instance, gcp:sql/*.")]
    [Pattern("^[A-Za-z0-9.*]+(:[A-Za-z0-9./*]+){0,2}$", "a type token such as aws:ec2/instance:Instance, with * for any characters")]
    public required string Type { get; init; }

    [Description("What must be true of a resource for it to break the policy: all of these.")]
    public required IReadOnlyList<PolicyConditionConfig> When { get; init; }

    [Description("What is wrong, why, and how to mend it.")]
    public required string Message { get; init; }

    [Description("Whether 'strata check' fails.")]
    public PolicySeverity Severity { get; init; } = PolicySeverity.Error;

    [Description("What the policy is about, for reports.")]
    public string Subject { get; init; } = "team";

    [Description("The environments it holds in. All when left out.")]
    public IReadOnlyList<DeploymentEnvironment> Environments { get; init; } = [];
}

/// <summary>Something that is true or not of one input.</summary>
public sealed record PolicyConditionConfig : ConfigRecord
{
    [Description("The input: instanceType, tags.team, rules[*].id, spec.template.spec.containers[*].image.")]
    public required string Path { get; init; }

    [Description("How the input is compared. With [*] in the path, one element for which it is true is enough.")]
    public required PolicyOperator Operator { get; init; }

    [Description("What it is compared with, in quotes. Left out for 'exists' and 'absent'.")]
    public string? Value { get; init; }
}

/// <summary>How bad it is to break a team's policy.</summary>
public enum PolicySeverity
{
    Warning,
    Error,
}

/// <summary>How an input is compared with a value.</summary>
public enum PolicyOperator
{
    /// <summary>The same text, number or boolean.</summary>
    Is,

    /// <summary>Another one, or none.</summary>
    IsNot,

    /// <summary>Like a pattern in which * stands for any characters.</summary>
    Matches,

    /// <summary>Text that has the value in it, or a list that has it among its items.</summary>
    Contains,

    /// <summary>A larger number.</summary>
    Above,

    /// <summary>A smaller number.</summary>
    Below,

    /// <summary>Set, to whatever.</summary>
    Exists,

    /// <summary>Not set.</summary>
    Absent,
}
