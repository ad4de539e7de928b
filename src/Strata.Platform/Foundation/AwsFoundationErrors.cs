using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>Problems of the foundation on AWS.</summary>
public static class AwsFoundationErrors
{
    public static Diagnostic NetworkSize(SourceSpan? at, string cidr, int shortest, int longest) => Diagnostic.Error("STR332", at,
        $"The network {cidr} cannot be a VPC with a public and a private subnet in up to three zones. Give it a prefix from /{shortest} to /{longest}, such as /16.");

    public static Diagnostic NoWayOut(SourceSpan? at) => Diagnostic.Warning("STR334", at,
        "Private subnets have neither a NAT gateway nor private endpoints: what runs there reaches S3 and DynamoDB and nothing else, not even the registry with its image. Set 'privateEndpoints: true', or 'nat: single'.");

    public static Diagnostic TooFewSubnets(SourceSpan? at, int count) => Diagnostic.Error("STR336", at,
        $"The existing network names {count} private subnets, and clusters and databases on AWS need two at least, in different zones. Add subnet ids under 'privateSubnets'.");

    public static Diagnostic KeyElsewhere(SourceSpan? at, string key, string region) => Diagnostic.Error("STR390", at,
        $"'{key}' cannot encrypt what is in {region}: on AWS a key and what it encrypts are in one region, and the key is named by its ARN. Write it as arn:aws:kms:{region}:123456789012:key/….");

    public static Diagnostic RotationOutOfRange(SourceSpan? at, string rotation, int least, int most) => Diagnostic.Error("STR391", at,
        $"AWS cannot rotate keys every {rotation}: it takes {least} to {most} days. Write 'rotation: {least}d' or more.");

    public static Diagnostic OtherCurrency(SourceSpan? at, string currency) => Diagnostic.Error("STR392", at,
        $"The budget is in {currency}, and AWS budgets take USD only. Write the amount in US dollars with 'currency: USD'.");

    public static Diagnostic TooManyToNotify(SourceSpan? at, int count, int most) => Diagnostic.Error("STR393", at,
        $"The budget notifies {count} addresses, and an AWS budget takes {most} at most. Name a mailing list instead.");

    public static Diagnostic NotAnAwsPrincipal(SourceSpan? at, string principal) => Diagnostic.Error("STR394", at,
        $"'{principal}' is nobody on AWS, where access is given to IAM roles and users. Write the ARN, such as arn:aws:iam::123456789012:role/data-scientists.");

    public static Diagnostic NotAPolicy(SourceSpan? at, string policy) => Diagnostic.Error("STR395", at,
        $"'{policy}' is no IAM policy. Write the ARN of a managed policy, such as arn:aws:iam::aws:policy/AmazonSageMakerReadOnly.");

    public static Diagnostic NobodyTakesIdentity(SourceSpan? at, string identity) => Diagnostic.Error("STR396", at,
        $"'{identity}' is an identity on AWS, where pods of an EKS cluster take identities on, and the stack has no cluster there. Add 'cluster: {{}}' or 'cluster: {{ from: platform-dev }}' under 'strata:compute', or remove the identity; batch queues and instances have 'access' of their own.");
}
