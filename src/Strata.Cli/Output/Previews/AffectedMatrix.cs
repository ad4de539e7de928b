using System.Globalization;
using System.Text.Json;
using Strata.Graph.Formats;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>
/// Affected stacks as a matrix of jobs: one stack a job while the system takes so many, else several. Stacks of one job share wave
/// and environment, because a job waits for, and is approved by, one of each. Stacks that are gone are not applied and not in it.
/// </summary>
internal static class AffectedMatrix
{
    // GitHub: 256 jobs a matrix (docs.github.com, usage limits). GitLab: 200 of parallel:matrix (docs.gitlab.com, ci/yaml).
    // CircleCI: 128 of a matrix (circleci.com/docs, configuration reference). All looked up in November 2026.
    private const int GitHubJobs = 256;
    private const int GitLabJobs = 200;
    private const int CircleJobs = 128;

    public static void Write(TextWriter writer, IReadOnlyList<AffectedStack> stacks, string system)
    {
        var jobs = Jobs(stacks, system switch { "gitlab" => GitLabJobs, "circleci" => CircleJobs, _ => GitHubJobs });
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = GraphJson.Indented.Encoder }))
        {
            Write(json, jobs, system);
        }

        writer.Write(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        writer.Write('\n');
    }

    /// <summary>At most as many as the system takes, of nearly the same size.</summary>
    internal static IReadOnlyList<Job> Jobs(IReadOnlyList<AffectedStack> stacks, int most)
    {
        var groups = stacks.Where(stack => stack.Status is not PreviewStatus.Deleted)
            .GroupBy(stack => (stack.Wave, Environment: stack.Environment ?? ""))
            .OrderBy(group => group.Key.Wave).ThenBy(group => group.Key.Environment, StringComparer.Ordinal)
            .ToList();
        var size = 1;
        while (groups.Sum(group => (group.Count() + size - 1) / size) > most && size < stacks.Count)
        {
            size++;
        }

        return
        [
            .. groups.SelectMany(group => group.Select(stack => stack.Name).Order(StringComparer.Ordinal).Chunk(size)
                .Select((names, i) => new Job(names is [var only] ? only : string.Create(CultureInfo.InvariantCulture, $"{group.Key.Environment}-{group.Key.Wave}-{i + 1}"), names, group.Key.Environment, group.Key.Wave))),
        ];
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Job> jobs, string system)
    {
        switch (system)
        {
            case "gitlab": // parallel:matrix takes a list of maps of variables.
                json.WriteStartArray();
                foreach (var job in jobs)
                {
                    json.WriteStartObject();
                    json.WriteString("NAME", job.Name);
                    json.WriteString("STACKS", string.Join(' ', job.Stacks));
                    json.WriteString("ENVIRONMENT", job.Environment);
                    json.WriteString("WAVE", job.Wave.ToString(CultureInfo.InvariantCulture));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case "circleci": // matrix.parameters takes lists, and multiplies several: one list that holds all.
                json.WriteStartObject();
                json.WriteStartObject("parameters");
                json.WriteStartArray("stacks");
                foreach (var job in jobs)
                {
                    json.WriteStringValue(string.Join(' ', job.Stacks));
                }

                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            default: // strategy.matrix by fromJSON.
                json.WriteStartObject();
                json.WriteStartArray("include");
                foreach (var job in jobs)
                {
                    json.WriteStartObject();
                    json.WriteString("name", job.Name);
                    json.WriteString("stacks", string.Join(' ', job.Stacks));
                    json.WriteString("environment", job.Environment);
                    json.WriteNumber("wave", job.Wave);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
                break;
        }
    }

    /// <param name="Name">The stack's, or one made up for several.</param>
    internal sealed record Job(string Name, IReadOnlyList<string> Stacks, string Environment, int Wave);
}
