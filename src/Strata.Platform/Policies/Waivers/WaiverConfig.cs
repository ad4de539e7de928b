using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Policies;

/// <summary>Why a stack may break a policy, by whose word and until when.</summary>
public sealed record WaiverConfig : ConfigRecord
{
    [Description("The policy: its code, such as STR705, or the name of one of 'policies'.")]
    public required string Code { get; init; }

    [Description("The component it is for, such as storage.lake. Every one when left out.")]
    public string? Component { get; init; }

    [Description("The resource it is for, by logical name; * stands for any characters. Every one when left out.")]
    public string? Resource { get; init; }

    [Description("Why it is accepted, for the next person who asks.")]
    [Pattern("^.{10,}$", "a reason of at least ten characters")]
    public required string Reason { get; init; }

    [Description("Who decided it: a mail address or a group.")]
    public required string Owner { get; init; }

    [Description("The last day it counts, in quotes.")]
    public required CalendarDate Expires { get; init; }
}
