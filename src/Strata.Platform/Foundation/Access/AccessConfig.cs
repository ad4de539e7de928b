using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Who may use the stack.</summary>
public sealed record AccessConfig : ConfigRecord
{
    [Description("Who administers the stack: IAM role ARNs on AWS, group addresses on Google Cloud, OIDC groups on Kubernetes.")]
    public IReadOnlyList<string> Admins { get; init; } = [];

    [Description("Who works in the stack, in the same form as 'admins'.")]
    public IReadOnlyList<string> Members { get; init; } = [];

    [Description("A policy ARN that bounds every IAM role the stack makes (AWS).")]
    [Pattern("^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/.+$", "the ARN of an IAM policy")]
    public string? PermissionsBoundary { get; init; }

    [Description("The path of every IAM role the stack makes (AWS).")]
    [Pattern("^/([A-Za-z0-9_+=,.@-]+/)*$", "a path such as /ml/")]
    public string RolePath { get; init; } = "/";

    [Description("How people sign in to what the stack shows in a browser.")]
    public SignInConfig? SignIn { get; init; }

    [Description("The repository whose CI may preview and deploy, without keys.")]
    public CiAccess? Ci { get; init; }
}
