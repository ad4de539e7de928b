using System.Globalization;
using Strata.Gcp.Workflows;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>The workflow that submits a job and waits for it: all that jobs have in common is in its environment.</summary>
internal static class GcpBatchWorkflow
{
    /// <summary>How long jobs wait for spare capacity before they go on demand.</summary>
    private const int SpotPatienceMinutes = 15;

    /// <summary>Leaves room for what tells the jobs of a queue apart.</summary>
    private static readonly NameRule JobPrefix = GcpNames.BatchJob with { MaxLength = 40 };

    /// <summary>The same for every queue.</summary>
    private static readonly string Source = Read("submit-job.yaml");

    public static Workflow Add(Batch config, ComponentContext context, MachineChoice choice, GcpBatchMachines machines)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        Resource[] after = [gcp.Api("workflows"), gcp.Api("batch"), .. GcpRights.Of(context, machines.Submitter), .. GcpRights.Of(context, machines.Account), .. gcp.Network.Ready];
        return context.Scope.Add(new Workflow(context.Name, new ResourceOptions { DependsOn = after })
        {
            Name = context.Named(GcpNames.Workflow),
            Region = gcp.Region,
            Description = $"Runs a job on {context.Name} and waits for it. Takes image, command, tasks and env.",
            ServiceAccount = machines.Submitter.Email,
            SourceContents = Source,
            UserEnvVars = new InputMap<string>
            {
                ["PARENT"] = $"projects/{gcp.Project}/locations/{gcp.Region}",
                ["JOB"] = Output.Json(GcpBatchJob.Template(config, context, choice, machines.Account)),
                ["JOB_PREFIX"] = context.Named(JobPrefix),
                ["STANDARD_TEMPLATE"] = machines.OnDemand.SelfLinkUnique,
                ["SPOT_TEMPLATE"] = machines.Spot?.SelfLinkUnique ?? (Input<string>)"",
                ["SPOT_PATIENCE_MINUTES"] = SpotPatienceMinutes.ToString(CultureInfo.InvariantCulture),
                ["MAX_MACHINES"] = config.Max.ToString(CultureInfo.InvariantCulture),
            },
            CallLogLevel = "LOG_ERRORS_ONLY",
            DeletionProtection = false,
        });
    }

    private static string Read(string name)
    {
        using var stream = typeof(GcpBatchWorkflow).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly does not hold '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
