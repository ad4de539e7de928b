using System.Text.Json.Nodes;
using static Strata.Platform.Tests.Cells.CellObject;

namespace Strata.Platform.Tests.Cells;

/// <summary>What cells have on clusters finds each other: services their pods and ports, ways in their services, budgets and scalers what they are for.</summary>
public sealed class CellWorkloadTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    public static TheoryData<string> Built => [.. Cell.AllBuilt.Select(cell => cell.Path)];

    [Theory]
    [MemberData(nameof(Built))]
    public void Services_find_pods_and_their_ports(string path)
    {
        var all = Of(path);
        var problems = new List<string>();
        foreach (var service in all.Where(one => one.Type == "kubernetes:core/v1:Service" && one.Inputs["spec"]?["selector"] is JsonObject))
        {
            var pods = all.Where(one => one.Namespace == service.Namespace && Selects(service.Inputs["spec"]!["selector"], one.Pod?["metadata"]?["labels"])).Select(one => one.Pod!).ToList();
            if (pods.Count == 0)
            {
                problems.Add($"{service.Name} finds no pods.");
            }

            foreach (var port in service.Inputs["spec"]!["ports"]!.AsArray())
            {
                var wanted = (port!["targetPort"] ?? port["port"])!.ToString();
                if (!pods.All(pod => Ports(pod).Any(one => one["name"]?.ToString() == wanted || one["containerPort"]?.ToString() == wanted)))
                {
                    problems.Add($"{service.Name} leads to the port '{wanted}', which its pods do not have.");
                }
            }
        }

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void Ways_in_lead_to_a_service_and_have_their_certificate(string path)
    {
        var all = Of(path);
        var problems = new List<string>();
        foreach (var way in all.Where(one => one.Type == "kubernetes:networking.k8s.io/v1:Ingress"))
        {
            problems.AddRange(Everything(way.Inputs["spec"]).Where(entry => entry.Key == "service").Select(entry => Said(entry.Value?["name"])!).Where(name => !IsServed(all, way.Namespace, name))
                .Select(name => $"{way.Name} leads to the service '{name}', which is not there."));
            problems.AddRange(Everything(way.Inputs["spec"]).Where(entry => entry.Key == "secretName").Select(entry => Said(entry.Value)!)
                .Where(name => !all.Any(one => one.Type.EndsWith(":Certificate", StringComparison.Ordinal) && one.Namespace == way.Namespace && Said(one.Inputs["spec"]?["secretName"]) == name))
                .Select(name => $"{way.Name} shows the certificate '{name}', which is not there."));
        }

        foreach (var route in all.Where(one => one.Type.EndsWith(":HTTPRoute", StringComparison.Ordinal)))
        {
            problems.AddRange(Everything(route.Inputs["spec"]).Where(entry => entry.Key is "backendRefs" or "backendRef").SelectMany(entry => entry.Value is JsonArray list ? list.ToList() : [entry.Value])
                .Select(backend => Said(backend?["name"])!).Where(name => !IsServed(all, route.Namespace, name)).Select(name => $"{route.Name} leads to the service '{name}', which is not there."));
        }

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void What_is_scaled_or_spared_is_there(string path)
    {
        var all = Of(path);
        var problems = new List<string>();
        foreach (var scaler in all.Where(one => one.Type == "kubernetes:autoscaling/v2:HorizontalPodAutoscaler"))
        {
            var target = scaler.Inputs["spec"]!["scaleTargetRef"]!;
            if (!all.Any(one => one.Namespace == scaler.Namespace && one.Name == Said(target["name"]) && one.Type.EndsWith($":{Said(target["kind"])}", StringComparison.Ordinal)))
            {
                problems.Add($"{scaler.Name} scales '{target["name"]}', which is not there.");
            }
        }

        foreach (var budget in all.Where(one => one.Type == "kubernetes:policy/v1:PodDisruptionBudget"))
        {
            var labels = budget.Inputs["spec"]!["selector"]!["matchLabels"]!.AsObject();
            var owner = Said(labels["serving.kserve.io/inferenceservice"]) ?? Said(labels["ray.io/cluster"]);
            if (!all.Any(one => one.Namespace == budget.Namespace && (owner is null ? Selects(labels, one.Pod?["metadata"]?["labels"]) : one.Name == owner && one.Type.Contains("InferenceService", StringComparison.Ordinal) | one.Type.Contains("Ray", StringComparison.Ordinal))))
            {
                problems.Add($"{budget.Name} spares pods that are not there.");
            }
        }

        Assert.Empty(problems);
    }

    [Theory]
    [MemberData(nameof(Built))]
    public void Containers_have_their_volumes_and_say_what_they_need(string path)
    {
        var problems = new List<string>();
        foreach (var one in Of(path).Where(one => one.Pod is not null))
        {
            var spec = one.Pod!["spec"]!;
            var volumes = (spec["volumes"]?.AsArray() ?? []).Concat(one.Inputs["spec"]?["volumeClaimTemplates"]?.AsArray() ?? []).Select(volume => Said(volume!["name"]) ?? Said(volume["metadata"]?["name"])).ToHashSet();
            foreach (var container in spec["containers"]!.AsArray().Concat(spec["initContainers"]?.AsArray() ?? []))
            {
                problems.AddRange((container!["volumeMounts"]?.AsArray() ?? []).Select(mount => Said(mount!["name"])).Where(name => !volumes.Contains(name)).Select(name => $"{one.Name} mounts '{name}', which it does not have."));
                if (container["resources"]?["requests"]?["cpu"] is null || container["resources"]?["limits"]?["memory"] is null)
                {
                    problems.Add($"The container '{container["name"]}' of {one.Name} does not say what it needs.");
                }
            }
        }

        Assert.Empty(problems);
    }

    /// <summary>Charts name secrets and accounts that they are told not to make.</summary>
    [Theory]
    [MemberData(nameof(Built))]
    public void What_charts_name_is_there(string path)
    {
        var all = Of(path);
        var problems = new List<string>();
        foreach (var chart in all.Where(one => one.Type == Release))
        {
            var space = Said(chart.Inputs["namespace"]);
            foreach (var (key, value) in Everything(chart.Inputs["values"]))
            {
                var name = key switch
                {
                    "secretKeyRef" or "existingSecret" or "existingAdminSecret" or "existingDatabaseSecret" or "secretRef" => value is JsonObject secret ? Said(secret["name"]) : Said(value),
                    "metadataSecretName" or "apiSecretKeySecretName" or "jwtSecretName" or "fernetKeySecretName" or "postgresqlSecretName" => Said(value),
                    _ => null,
                };
                if (name is not null && !all.Any(one => IsSecret(one, space, name) || IsSecret(one, Said(chart.Inputs["values"]?["namespaceOverride"]), name)))
                {
                    problems.Add($"{chart.Resource.LogicalName} names the secret '{name}' in '{space}', which is not there.");
                }

                if (key == "serviceAccount" && value is JsonObject account && Said(account["create"]) == "false" && Said(account["name"]) is { } called && !all.Any(one =>
                    one.Type == "kubernetes:core/v1:ServiceAccount" && one.Name == called && (one.Namespace == space || one.Namespace == Said(chart.Inputs["values"]?["namespaceOverride"]))))
                {
                    problems.Add($"{chart.Resource.LogicalName} runs as '{called}' in '{space}', which is not there.");
                }
            }
        }

        Assert.Empty(problems.Distinct());
    }

    private static IEnumerable<JsonNode> Ports(JsonNode pod) => pod["spec"]!["containers"]!.AsArray().SelectMany(container => container!["ports"]?.AsArray() ?? []).Select(port => port!);

    /// <summary>A service, or one that a chart or a controller makes for what is there.</summary>
    private static bool IsServed(IReadOnlyList<CellObject> all, string? space, string name) => all.Any(one =>
        (one.Type == "kubernetes:core/v1:Service" && one.Namespace == space && one.Name == name)
        || (one.Type == Release && Said(one.Inputs["namespace"]) == space && (Said(one.Inputs["values"]?["fullnameOverride"]) == name || (name == "proxy-public" && Said(one.Inputs["chart"]) == "jupyterhub")))
        || (one.Namespace == space && one.Type.EndsWith(":InferenceService", StringComparison.Ordinal) && $"{one.Name}-predictor" == name)
        || (one.Namespace == space && one.Type.EndsWith(":RayService", StringComparison.Ordinal) && $"{one.Name}-serve-svc" == name));

    private static bool IsSecret(CellObject one, string? space, string name) => space is not null && (
        (one.Type == "kubernetes:core/v1:Secret" && one.Namespace == space && one.Name == name)
        || (one.Namespace == space && one.Type.EndsWith(":ExternalSecret", StringComparison.Ordinal) && Said(one.Inputs["spec"]?["target"]?["name"]) == name)
        || (one.Namespace == space && one.Type.EndsWith(":Certificate", StringComparison.Ordinal) && Said(one.Inputs["spec"]?["secretName"]) == name)
        || (one.Namespace == space && one.Type == "kubernetes:postgresql.cnpg.io/v1:Cluster" && $"{one.Name}-app" == name));
}
