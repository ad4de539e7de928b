using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Whom the stack file means on AWS.</summary>
internal static class AwsPrincipals
{
    /// <summary>The ARNs of a list of people, each once. In a stack on several clouds the list names people of the others too.</summary>
    /// <param name="property">Admins or Members, as <c>nameof</c> gives it.</param>
    public static IReadOnlyList<string> Of(StackExpansion expansion, IReadOnlyList<string> who, string property)
    {
        AccessConfig config = expansion.Stack.Config.Access;
        foreach (var other in who.Where(one => !IsArn(one)))
        {
            if (IsOnlyOnAws(expansion.Stack))
            {
                expansion.Diagnostics.Add(AwsFoundationErrors.NotAnAwsPrincipal(config.SpanOf(property), other));
            }
        }

        return [.. who.Where(IsArn).Distinct()];
    }

    private static bool IsArn(string one) => one.StartsWith("arn:", StringComparison.Ordinal) && one.Contains(":iam::", StringComparison.Ordinal);

    private static bool IsOnlyOnAws(StackModel stack) => stack.Config.Cloud == Cloud.Aws && stack.Components.All(c => stack.CloudOf(c) == Cloud.Aws);
}
