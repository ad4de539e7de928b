using Strata.Gcp.CloudScheduler;
using Strata.Gcp.CloudScheduler.Inputs;
using Strata.Gcp.Projects;
using Strata.Gcp.Workflows;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>
/// Work that no resource does, done by calls to Google's own APIs on a schedule: a workflow with an account of its own, started
/// by Cloud Scheduler. Anyone may start it between times, too.
/// </summary>
internal static class GcpRoutine
{
    /// <summary>Adds a routine.</summary>
    /// <param name="name">The start of the logical names, unique in the stack: <c>homes-backup</c>.</param>
    /// <param name="nameParts">What to call it in Google Cloud besides team and stack.</param>
    /// <param name="permissions">What its account may do in the project, as IAM writes them: <c>lustre.instances.importData</c>.</param>
    /// <param name="schedule">When, as cron writes it, in UTC.</param>
    /// <param name="steps">As Workflows writes them; see <see cref="Step"/> and <see cref="Call"/>.</param>
    public static Workflow Add(Scope scope, StackExpansion expansion, string name, IReadOnlyList<string> nameParts, IReadOnlyList<string> permissions, string schedule, params IEnumerable<Value> steps)
    {
        var gcp = expansion.Foundations.Gcp;
        var account = Account(scope, expansion, name, nameParts, permissions);
        var workflow = scope.Add(new Workflow(name, new ResourceOptions { DependsOn = [gcp.Api("workflows")] })
        {
            Name = expansion.Named(GcpNames.Workflow, [.. nameParts]),
            Region = gcp.Region,
            ServiceAccount = account.Email,
            SourceContents = Output.Json(new ValueMap { ["main"] = new ValueMap { ["steps"] = Value.List(steps) } }),
            CallLogLevel = "LOG_ERRORS_ONLY",
            DeletionProtection = false,
        });
        scope.Add(new Job(name, new ResourceOptions { DependsOn = [gcp.Api("cloudscheduler")] })
        {
            Name = expansion.Named(GcpNames.SchedulerJob, [.. nameParts]),
            Region = gcp.Region,
            Schedule = schedule,
            TimeZone = "Etc/UTC",
            HttpTarget = new JobHttpTargetArgs
            {
                HttpMethod = "POST",
                Uri = Output.Format($"https://workflowexecutions.googleapis.com/v1/{workflow.Id}/executions"),
                OauthToken = new JobHttpTargetOauthTokenArgs { ServiceAccountEmail = account.Email },
            },
        });
        return workflow;
    }

    /// <summary>The account, with a role of just these permissions: the predefined ones let it delete what it cares for.</summary>
    private static Gcp.ServiceAccount.Account Account(Scope scope, StackExpansion expansion, string name, IReadOnlyList<string> nameParts, IReadOnlyList<string> permissions)
    {
        var gcp = expansion.Foundations.Gcp;
        var account = GcpServiceAccount.Add(scope, expansion, name, nameParts, $"{name} of {expansion.Stack.Name}", []);
        var role = scope.Add(new IAMCustomRole(name, new ResourceOptions { DependsOn = [gcp.Api("iam")] })
        {
            RoleId = expansion.Named(GcpNames.CustomRole, [.. nameParts]),
            Title = $"{name} of {expansion.Stack.Name}",
            Permissions = [.. permissions, "workflows.executions.create", "logging.logEntries.create"],
        });
        scope.Add(new IAMMember(name, new ResourceOptions { DependsOn = [gcp.Api("cloudresourcemanager")] })
        {
            Project = gcp.Project,
            Role = role.Name,
            Member = account.Principal(),
        });
        return account;
    }

    /// <summary>A named step.</summary>
    public static Value Step(string name, ValueMap what) => new ValueMap { [name] = what };

    /// <summary>A step that calls a Google API as the routine's account.</summary>
    /// <param name="method"><c>get</c>, <c>post</c> or <c>delete</c>.</param>
    /// <param name="result">The variable that takes the answer; null where nobody reads it.</param>
    public static Value Call(string name, string method, Value url, ValueMap? body = null, ValueMap? query = null, string? result = null) => Step(name, new ValueMap
    {
        ["call"] = $"http.{method}",
        ["args"] = new ValueMap
        {
            ["url"] = url,
            ["auth"] = new ValueMap { ["type"] = "OAuth2" },
            ["query"] = query is null ? null : (Value)query,
            ["body"] = body is null ? null : (Value)body,
        },
        ["result"] = result is null ? null : (Value)result,
    });
}
