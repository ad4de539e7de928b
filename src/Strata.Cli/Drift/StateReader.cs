using System.Text.Json;
using Strata.Diagnostics;

namespace Strata.Cli.Drift;

/// <summary>
/// Reads what <c>pulumi stack export</c> writes: <c>{"version": 3, "deployment": {"resources": […], "pending_operations": […]}}</c>
/// (pulumi's sdk/go/common/apitype: UntypedDeployment, DeploymentV3, ResourceV3). Secrets may be encrypted; no passphrase is needed.
/// </summary>
internal static class StateReader
{
    /// <param name="path">For messages.</param>
    /// <param name="origin">The stack that the state must be of.</param>
    /// <returns>Null after saying why it cannot be read.</returns>
    public static StackState? Read(string text, string path, StackOrigin origin, DiagnosticBag problems)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
            return Read(json.RootElement, path, origin, problems);
        }
        catch (JsonException e)
        {
            problems.Add(DriftErrors.NotAState(path, $"it is not JSON, at line {(e.LineNumber ?? 0) + 1}."));
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            problems.Add(DriftErrors.NotAState(path, "a resource in it has no 'urn' or 'type', or one of the wrong form."));
        }

        return null;
    }

    private static StackState? Read(JsonElement root, string path, StackOrigin origin, DiagnosticBag problems)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
        {
            problems.Add(DriftErrors.NotAState(path, "it has no 'version' that is a number."));
            return null;
        }

        if (number is not (3 or 4))
        {
            problems.Add(DriftErrors.UnknownVersion(path, number));
            return null;
        }

        if (!root.TryGetProperty("deployment", out var deployment) || deployment.ValueKind != JsonValueKind.Object)
        {
            problems.Add(DriftErrors.NotAState(path, root.TryGetProperty("checkpoint", out _) ? "it is a checkpoint of a backend, which is written while updates run." : "it has no 'deployment'."));
            return null;
        }

        if (deployment.TryGetProperty("resources", out var list) && list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
        {
            problems.Add(DriftErrors.NotAState(path, "its 'resources' are no list."));
            return null;
        }

        List<StateResource> resources = [.. Items(deployment, "resources").Select(Resource)];
        List<PendingOperation> pending = [.. Items(deployment, "pending_operations").Select(Pending)];
        if (origin.Refuse(path, [.. resources.Select(resource => resource.Urn), .. pending.Select(operation => operation.Urn)], $"pulumi stack export --stack {origin.Stack}{(path == "-" ? "" : $" --file {path}")}") is { } problem)
        {
            problems.Add(problem);
            return null;
        }

        return new StackState(resources, pending);
    }

    private static StateResource Resource(JsonElement element)
    {
        var urn = element.GetProperty("urn").GetString() ?? "";
        if (StackOrigin.Of(urn) is null)
        {
            throw new FormatException(urn);
        }

        var inputs = element.TryGetProperty("inputs", out var found) ? StateValues.Inputs(found) : [];
        return new StateResource(urn, element.GetProperty("type").GetString() ?? "", element.TryGetProperty("parent", out var parent) ? parent.GetString() : null, Flag(element, "custom"), inputs)
        {
            IsProtected = Flag(element, "protect"),
            IsExternal = Flag(element, "external"),
            IsToBeDeleted = Flag(element, "delete") || Flag(element, "pendingReplacement"),
            Problems = [.. Items(element, "initErrors").Select(problem => problem.ToString())],
        };
    }

    private static PendingOperation Pending(JsonElement element) =>
        new(element.GetProperty("type").GetString() ?? "", element.GetProperty("resource").GetProperty("urn").GetString() ?? "");

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
}
