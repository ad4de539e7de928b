using Strata.Graph;
using Strata.Platform.Stacks;

namespace Strata.Platform.Rendering;

/// <summary>
/// What a value will be once the stack is up, as far as that follows from the stack's files: names are given and not made up by the
/// clouds, so that most of what rendered files need is known before anything exists.
/// </summary>
internal static class KnownText
{
    /// <summary>The text; or null with what cannot be known, as a phrase.</summary>
    public static (string? Text, string? Unknown) Of(Value value, StackModel stack) => value switch
    {
        TextValue text => (text.Text, null),
        InterpolatedValue parts => Joined(parts, stack),
        ReferenceValue reference => KnownOutputs.Of(reference, stack),
        InvokeValue { Invoke.Token: "aws:index/getCallerIdentity:getCallerIdentity", Property: "accountId" } => stack.Config.Account is { } account ? (account, null) : (null, KnownOutputs.AccountUnknown),
        _ => (null, "a value that only the cloud gives"),
    };

    private static (string?, string?) Joined(InterpolatedValue parts, StackModel stack)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in parts.Parts)
        {
            var (known, unknown) = Of(part, stack);
            if (known is null)
            {
                return (null, unknown);
            }

            text.Append(known);
        }

        return (text.ToString(), null);
    }
}
