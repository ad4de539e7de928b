using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Workflows;

/// <summary>Who hears how a workflow went.</summary>
public sealed record WorkflowNotifications : ConfigRecord
{
    [Description("Mail addresses that hear of a failure.")]
    [Pattern("^[^@\\s]+@[^@\\s]+$", "a mail address")]
    public IReadOnlyList<string> OnFailure { get; init; } = [];

    [Description("Mail addresses that hear of every run that went well.")]
    [Pattern("^[^@\\s]+@[^@\\s]+$", "a mail address")]
    public IReadOnlyList<string> OnSuccess { get; init; } = [];

    [Description("The address that is called with a line of text when it failed, such as a Slack webhook: { secret: name }.")]
    public SecretRef? Webhook { get; init; }
}
