using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Secrets;

namespace Strata.Platform.Previews;

/// <summary>Someone or something can reach or do more than before.</summary>
internal static class AccessRisk
{
    /// <summary>Switches that keep the public out while they are on.</summary>
    private static readonly string[] Guards =
        ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets", "uniformBucketLevelAccess", "enablePrivateNodes", "enablePrivateEndpoint", "requireSsl", "internal"];

    /// <summary>Switches that let the public in while they are on.</summary>
    private static readonly string[] Doors =
        ["publiclyAccessible", "endpointPublicAccess", "ipv4Enabled", "associatePublicIpAddress", "mapPublicIpOnLaunch", "privileged", "allowPrivilegeEscalation"];

    /// <summary>Lists of who is let in: one more is more access.</summary>
    private static readonly string[] Guests =
        ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6", "publicAccessCidrs", "sourceRanges", "sourceSecurityGroupId", "securityGroups", "members", "member", "subjects", "verbs", "loadBalancerSourceRanges"];

    public static OperationRisk? Of(Operation operation, HashSet<Resource> created, RiskSettings settings) => operation switch
    {
        Create create when !settings.IsNew => OfCreate(create, created),
        Update or Replace => OfChange((Kept)operation, created),
        _ => null,
    };

    /// <summary>A new grant widens access when it is to something that was there before; one on what comes with it does not.</summary>
    private static OperationRisk? OfCreate(Create create, HashSet<Resource> created)
    {
        var resource = create.Resource;
        if (!IsGrant(resource.TypeToken) || OnlyDenies(resource))
        {
            return null;
        }

        var open = resource.InputProperties.Any(input => IsAnyone(input.Value));
        var existing = resource.InputProperties.SelectMany(input => Dependencies.In(input.Value)).Where(other => other is CustomResource and not ProviderResource).FirstOrDefault(other => !created.Contains(other));
        return open ? Risk(create, "It lets anyone in.")
            : existing is not null ? Risk(create, $"It gives access to or for '{existing.LogicalName}', which is there already.")
            : null;
    }

    private static OperationRisk? OfChange(Kept kept, HashSet<Resource> created)
    {
        foreach (var input in kept.Changes.Select(change => change.Path.Segments[0].Key!).Distinct())
        {
            var old = kept.Before.InputProperties.FirstOrDefault(property => property.Name == input).Value;
            var now = kept.Resource.InputProperties.FirstOrDefault(property => property.Name == input).Value;
            if (now is not null && Permissions.In(now, on => IsNew(on, created)) is { Count: > 0 } statements)
            {
                var known = old is null ? [] : Permissions.In(old).ToHashSet(StringComparer.Ordinal);
                if (statements.FirstOrDefault(statement => !known.Contains(statement)) is { } more)
                {
                    return Risk(kept, $"'{input}' allows more: {DisplayLimit(more)}.");
                }
            }
        }

        foreach (var change in kept.Changes.SelectMany(Inside))
        {
            var name = change.Path.Segments.LastOrDefault(segment => segment.Key is not null).Key ?? "";
            if (Guards.Contains(name) && IsOn(change.Before) && !IsOn(change.After))
            {
                return Risk(kept, $"'{change.Path.Shown}' is switched off, which kept others out.");
            }

            if (Doors.Contains(name) && !IsOn(change.Before) && IsOn(change.After))
            {
                return Risk(kept, $"'{change.Path.Shown}' is switched on.");
            }

            if (NamesGuests(change.Path) && change.After is not null)
            {
                return Risk(kept, $"'{change.Path.Shown}' lets in {DisplayLimit(ValueText.Of(change.After, 80))}.");
            }

            if (name == "publicAccessPrevention" && change.After is not TextValue { Text: "enforced" })
            {
                return Risk(kept, $"'{change.Path.Shown}' is no longer 'enforced'.");
            }

            if (name == "type" && kept.Resource.TypeToken == "kubernetes:core/v1:Service" && change.After is TextValue { Text: "LoadBalancer" or "NodePort" })
            {
                return Risk(kept, $"'{change.Path.Shown}' makes the service reachable from outside of the cluster.");
            }
        }

        return null;
    }

    /// <summary>Of a new object, such as one more rule in a list, each part that is set in it.</summary>
    private static IEnumerable<PropertyChange> Inside(PropertyChange change) => change is { Before: null, After: ObjectValue map } && !NamesGuests(change.Path)
        ? map.Properties.SelectMany(property => Inside(change with { Path = change.Path.Then(PathSegment.Of(property.Name)), After = property.Value }))
        : [change];

    private static bool NamesGuests(PropertyPath path) => path.Segments.Any(segment => segment.Key is { } key && Guests.Contains(key));

    /// <summary>Something of what is created with it, and of nothing else.</summary>
    private static bool IsNew(Value value, HashSet<Resource> created) => Dependencies.In(value).ToList() is { Count: > 0 } on && on.TrueForAll(created.Contains);

    private static bool IsGrant(string type) =>
        type.EndsWith("IamMember", StringComparison.Ordinal) || type.EndsWith("IAMMember", StringComparison.Ordinal) || type.EndsWith("RoleBinding", StringComparison.Ordinal)
        || type is "aws:iam/rolePolicy:RolePolicy" or "aws:iam/rolePolicyAttachment:RolePolicyAttachment" or "aws:s3/bucketPolicy:BucketPolicy" or "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
            or "aws:eks/accessPolicyAssociation:AccessPolicyAssociation" or "aws:eks/accessEntry:AccessEntry" or "aws:lakeformation/permissions:Permissions" or "gcp:compute/firewall:Firewall"
            or "aws:eks/podIdentityAssociation:PodIdentityAssociation";

    /// <summary>Its policy has statements, and none of them allows anything.</summary>
    private static bool OnlyDenies(Resource resource) =>
        resource.InputProperties.FirstOrDefault(input => input.Name == "policy").Value is JsonTextValue { Content: ObjectValue } policy && Permissions.In(policy).Count == 0;

    private static bool IsAnyone(Value value) => value switch
    {
        TextValue { Text: "0.0.0.0/0" or "::/0" or "allUsers" or "allAuthenticatedUsers" } => true,
        ListValue list => list.Items.Any(IsAnyone),
        _ => false,
    };

    private static bool IsOn(Value? value) => value is BoolValue { IsTrue: true };

    private static string DisplayLimit(string text) => Text.DisplayText.Cut(SecretText.Redact(text), 120);

    private static OperationRisk Risk(Operation operation, string reason) => new(operation, RiskKind.AccessWidened, reason, false);
}
