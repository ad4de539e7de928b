using System.Text.Json;
using Strata.Cli.Output;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;

namespace Strata.Cli.Drift;

/// <summary>
/// A drift report for programs: <c>{"version": 1, "stack", "drift", "missing", "extra", "changed", "leftovers", "unready", "pending",
/// "engine"}</c>. A resource is <c>{identity, type, name}</c>, in the state also <c>urn</c> and <c>protected</c>; a change
/// <c>{path, state, plan, replaces}</c> with values as <see cref="ValueJson"/> says and no text of a secret; <c>engine</c> is null when no
/// preview was given, else <c>{steps: [{operation, urn, paths, replacedBy}], messages}</c>.
/// </summary>
internal static class DriftJson
{
    public static void Write(TextWriter writer, DriftReport report) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("stack", report.Stack);
        json.WriteBoolean("drift", report.HasDrift);
        List(json, "missing", report.Missing, resource => Planned(json, resource));
        List(json, "extra", report.Extra, found => InState(json, found));
        List(json, "changed", report.Changed, changed => Changed(json, changed));
        List(json, "leftovers", report.Leftovers, found => InState(json, found));
        List(json, "unready", report.Unready, found => InState(json, found));
        List(json, "pending", report.Pending, pending =>
        {
            json.WriteString("kind", pending.Kind);
            json.WriteString("urn", pending.Urn);
        });
        json.WritePropertyName("engine");
        Engine(json, report.Engine);
        json.WriteEndObject();
    });

    private static void Planned(Utf8JsonWriter json, Resource resource)
    {
        json.WriteString("identity", ResourceIdentity.Of(resource));
        json.WriteString("type", resource.TypeToken);
        json.WriteString("name", resource.LogicalName);
    }

    private static void InState(Utf8JsonWriter json, StateResource found)
    {
        json.WriteString("identity", found.Identity);
        json.WriteString("type", found.Type);
        json.WriteString("name", found.Name);
        json.WriteString("urn", found.Urn);
        json.WriteBoolean("protected", found.IsProtected);
    }

    private static void Changed(Utf8JsonWriter json, DriftedResource changed)
    {
        Planned(json, changed.Resource);
        json.WriteString("urn", changed.Urn);
        json.WriteBoolean("protected", changed.Resource.ResourceOptions.Protect);
        json.WriteBoolean("protectionDiffers", changed.Protection is not null);
        List(json, "changes", changed.Changes, change =>
        {
            json.WriteString("path", change.Path.ToString());
            Value(json, "state", change.Before);
            Value(json, "plan", change.After);
            json.WriteBoolean("replaces", change.Replacement == Replacement.Certain);
        });
    }

    private static void Value(Utf8JsonWriter json, string name, Value? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            ValueJson.Write(json, value);
        }
    }

    private static void Engine(Utf8JsonWriter json, EnginePreview? engine)
    {
        if (engine is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        List(json, "steps", [.. engine.Steps.Where(step => step.IsChange)], step =>
        {
            json.WriteString("operation", step.Operation);
            json.WriteString("urn", step.Urn);
            Texts(json, "paths", step.Paths);
            Texts(json, "replacedBy", step.ReplacedBy);
        });
        Texts(json, "messages", engine.Messages);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
