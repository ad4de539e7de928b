using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>Problems of the foundation on Google Cloud.</summary>
public static class GcpFoundationErrors
{
    public static Diagnostic NetworkTooSmall(SourceSpan? at, string cidr, int longest) => Diagnostic.Error("STR331", at,
        $"The network {cidr} is too small for Google Cloud, where pods and Google's own services have addresses in it too. Give it a prefix of /{longest} or shorter, such as /16.");

    public static Diagnostic PodsDoNotFit(SourceSpan? at, string cidr, string pods, int nodes, int room) => Diagnostic.Error("STR333", at,
        $"The clusters may grow to {nodes} nodes, and of the network {cidr} the range for pods, {pods}, has room for {room}, 256 addresses each. Make the network larger or the pools smaller.");

    public static Diagnostic NoSubnetwork(SourceSpan? at) => Diagnostic.Error("STR335", at,
        "The existing network names no private subnet, and everything on Google Cloud that has an address needs one. Name one in the stack's region under 'privateSubnets'.");

    public static Diagnostic OtherProject(SourceSpan? at, string stack, string there, string here) => Diagnostic.Warning("STR380", at,
        $"The network of '{stack}' is in the project '{there}', and this stack is in '{here}'. That works only when someone has made '{there}' a Shared VPC host of '{here}'. Use one project for both, or give this stack a network of its own.");

    public static Diagnostic BillingAccountMissing(SourceSpan? at) => Diagnostic.Error("STR381", at,
        "The budget has no billing account, and on Google Cloud budgets belong to the billing account that pays. Add 'billingAccount: 012345-6789AB-CDEF01' to the budget; 'gcloud billing accounts list' shows yours.");

    public static Diagnostic TooManyRecipients(SourceSpan? at, int count, int most) => Diagnostic.Error("STR382", at,
        $"The budget notifies {count} addresses, and a Google Cloud budget takes {most} at most. Name a mailing list instead.");

    public static Diagnostic ContactMissing(SourceSpan? at) => Diagnostic.Error("STR383", at,
        "Quotas are to be requested without a contact, and Google asks for a mail address with every request. Add 'contact' to the quotas.");

    public static Diagnostic KeyElsewhere(SourceSpan? at, string key, string region) => Diagnostic.Error("STR384", at,
        $"The key '{key}' cannot encrypt what is in {region}: on Google Cloud a key and what it encrypts are in the same region. Name a key as projects/…/locations/{region}/keyRings/…/cryptoKeys/….");

    public static Diagnostic NotAPrincipal(SourceSpan? at, string principal) => Diagnostic.Error("STR385", at,
        $"'{principal}' is nobody on Google Cloud, where access is given to mail addresses. Write a group's address such as ml@acme.example, or a principal with its kind such as 'user:ada@acme.example'.");

    public static Diagnostic NotARole(SourceSpan? at, string role) => Diagnostic.Error("STR386", at,
        $"'{role}' is no Google Cloud role. Write a predefined role such as roles/aiplatform.user, or a custom one such as projects/acme/roles/trainer.");
}
