using System.Globalization;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Firewalls that let the whole internet in.</summary>
internal static class OpenIngress
{
    public static PolicyRule Rule { get; } = new(
        "STR730",
        "open-ingress",
        PolicySubjects.Ingress,
        Severity.Error,
        "Ingress rules of AWS security groups and Google Cloud firewalls for 0.0.0.0/0 or ::/0; Kubernetes network policies that let such ranges in.",
        "Whatever listens behind the rule is scanned by strangers within minutes.")
    {
        Types =
        [
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "aws:ec2/securityGroup:SecurityGroup", "gcp:compute/firewall:Firewall", "kubernetes:networking.k8s.io/v1:NetworkPolicy",
        ],
        OfResource = (rule, _) => Check(rule),
    };

    private static IEnumerable<PolicyViolation> Check(Resource rule) => rule.TypeToken switch
    {
        "gcp:compute/firewall:Firewall" => OnGcp(rule),
        "aws:ec2/securityGroup:SecurityGroup" => Entries(rule, "ingress", entry => entry.At("cidrBlocks").AsItems().Concat(entry.At("ipv6CidrBlocks").AsItems())),
        "kubernetes:networking.k8s.io/v1:NetworkPolicy" => Entries(rule, "spec.ingress", entry => entry.At("from").AsItems().Select(from => from.At("ipBlock.cidr")).OfType<Value>()),
        _ => OnAws(rule),
    };

    private static IEnumerable<PolicyViolation> OnAws(Resource rule)
    {
        foreach (var path in (string[])["cidrIpv4", "cidrIpv6"])
        {
            if (rule.At(path) is { } cidr && AnyAddress.Is(cidr))
            {
                yield return Violation(rule, path);
            }
        }
    }

    private static IEnumerable<PolicyViolation> OnGcp(Resource rule)
    {
        if (rule.At("direction").AsText() is null or "INGRESS" && rule.At("allows") is not null && rule.At("sourceRanges").AsItems().Any(AnyAddress.Is))
        {
            yield return Violation(rule, "sourceRanges");
        }
    }

    private static IEnumerable<PolicyViolation> Entries(Resource rule, string path, Func<Value, IEnumerable<Value>> ranges)
    {
        var entries = rule.At(path).AsItems();
        for (var i = 0; i < entries.Length; i++)
        {
            if (ranges(entries[i]).Any(AnyAddress.Is))
            {
                yield return Violation(rule, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
            }
        }
    }

    private static PolicyViolation Violation(Resource rule, string path) => new(path, $"'{rule.LogicalName}' lets the whole internet in. Name the networks that need it.");
}
