using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>Problems of clusters, pools, batch queues and machines.</summary>
public static class ComputeErrors
{
    /// <param name="at">The property.</param>
    /// <param name="property">As the stack file writes it.</param>
    /// <param name="what">What has no such thing: a pool on EKS.</param>
    /// <param name="reason">Why, a full sentence.</param>
    /// <param name="hint">What to do instead, a full sentence.</param>
    public static Diagnostic NotThere(SourceSpan? at, string property, string what, string reason, string hint) =>
        Diagnostic.Error("STR350", at, $"'{property}' cannot be had for {what}. {reason} {hint}");

    public static Diagnostic OwnedElsewhere(SourceSpan? at, string property, string stack) =>
        Diagnostic.Warning("STR352", at, $"'{property}' has no effect here: the stack '{stack}' owns the cluster and decides it. Set it there, or remove it.");

    public static Diagnostic MinAboveMax(SourceSpan? at, string name, int min, int max) =>
        Diagnostic.Error("STR354", at, $"'{name}' has at least {min} machines and at most {max}. Raise 'max' or lower 'min'.");

    public static Diagnostic IdleAccelerators(SourceSpan? at, string name, int min, string machine) =>
        Diagnostic.Warning("STR356", at, $"'{name}' keeps {min} of '{machine}' running all the time, work or no work, in a dev stack. Set 'min: 0' and let it grow when there is work.");

    public static Diagnostic AccessAcrossClouds(SourceSpan? at, string name, string storage, string there, string here) =>
        Diagnostic.Error("STR362", at, $"'{name}' is on {here} and cannot be given access to '{storage}' on {there}: the clouds do not know each other's identities. Put both on one cloud.");

    /// <param name="schedule">As written.</param>
    /// <param name="problem">Why the cloud's scheduler cannot have it, as a clause.</param>
    public static Diagnostic ScheduleNotPossible(SourceSpan? at, string schedule, string problem) =>
        Diagnostic.Error("STR364", at, $"AWS cannot run the schedule '{schedule}': {problem}. Use one of the two fields, and '*' in the other.");

    public static Diagnostic VersionNotOffered(SourceSpan? at, string version, IReadOnlyCollection<string> offered) =>
        Diagnostic.Error("STR360", at, $"EKS no longer offers Kubernetes {version}. Use one of {string.Join(", ", offered)}.");

    /// <param name="expected">What it must be, to follow "is not".</param>
    public static Diagnostic NotAnId(SourceSpan? at, string property, string value, string expected) =>
        Diagnostic.Error("STR366", at, $"'{value}' is not {expected}, which is what '{property}' takes on AWS. Copy it from the console or from 'aws ec2 describe' commands.");
}
