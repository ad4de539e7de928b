using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Workspaces;

/// <summary>Problems of workspaces.</summary>
public static class WorkspaceErrors
{
    public static Diagnostic AlwaysOn(SourceSpan? at, string name) => Diagnostic.Error("STR810", at,
        $"'{name}' would be on day and night, and cost as much, when somebody forgets it. Remove 'alwaysOn', or set 'allowAlwaysOn: true' if that is what you want.");

    public static Diagnostic IdleOutOfRange(SourceSpan? at, string name, string engine, string idle, string least, string most) => Diagnostic.Error("STR811", at,
        $"'{name}' is to stop after {idle} of idleness, and {engine} takes {least} to {most}. Choose a time between the two.");

    public static Diagnostic CannotStayOn(SourceSpan? at, string name, string engine) => Diagnostic.Error("STR812", at,
        $"'{name}' is to be on all the time, which {engine} cannot promise. Remove 'alwaysOn', or use engine: machine.");

    public static Diagnostic NoUsers(SourceSpan? at, string name, string engine) => Diagnostic.Error("STR813", at,
        $"'{name}' is for nobody: {engine} makes one for each user. Add 'users:' with their names.");

    public static Diagnostic NoHost(SourceSpan? at, string name) => Diagnostic.Error("STR814", at,
        $"'{name}' has no host name, and people are sent back to one after they have signed in. Add 'host:', such as notebooks.example.com.");

    public static Diagnostic NoSignIn(SourceSpan? at, string name) => Diagnostic.Error("STR815", at,
        $"Nothing says who may sign in to '{name}': without it everybody could run code there. Add 'signIn:' with issuer, clientId and clientSecret under 'strata:access'.");

    public static Diagnostic SpotPool(SourceSpan? at, string name, string pool) => Diagnostic.Warning("STR816", at,
        $"Notebooks of '{name}' on '{pool}' can lose their machine, and with it what they have in memory, at two minutes' notice: the pool is of spare capacity. Use a pool without 'spot', or save often.");

    public static Diagnostic PoolElsewhere(SourceSpan? at, string name, string pool, string there, string here) => Diagnostic.Error("STR817", at,
        $"'{pool}' is a pool of '{there}', and '{name}' runs on '{here}'. Name pools of the same cluster.");

    public static Diagnostic NoKeys(SourceSpan? at, string name, string user) => Diagnostic.Error("STR818", at,
        $"Nobody could sign in to '{name}' as '{user}': there is no key for that user. Add the public SSH key under 'keys:'.");

    public static Diagnostic UnknownKeyOwner(SourceSpan? at, string name, string user, IReadOnlyCollection<string> users) => Diagnostic.Error("STR819", at,
        $"'{name}' says something of '{user}', who is none of its users.{Suggestion.For(user, users)} Add '{user}' to 'users', or remove the entry.");

    public static Diagnostic NoAccount(SourceSpan? at, string name, string user) => Diagnostic.Error("STR820", at,
        $"'{name}' does not say which Google account '{user}' has, and opens for nobody else. Add it under 'accounts:', as {user}: {user}@example.com.");

    public static Diagnostic HomeSize(SourceSpan? at, string name, string size, IReadOnlyCollection<string> sizes) => Diagnostic.Error("STR822", at,
        $"Homes of '{name}' cannot have {size}. Choose one of {string.Join(", ", sizes)}.");

    public static Diagnostic NoGpus(SourceSpan? at, string name, int asked, string? pool, int there) => Diagnostic.Error("STR823", at, pool is null
        ? $"'{name}' asks for {asked} GPUs and names no pool that has some. Add 'pool:' with one that has."
        : $"'{name}' asks for {asked} GPUs, and a machine of '{pool}' has {there}. Ask for {there} at most, or name another pool.");

    public static Diagnostic NoTpu(SourceSpan? at, string name, string engine) => Diagnostic.Error("STR821", at,
        $"'{name}' asks for a TPU, which {engine} does not have. Ask for a GPU, or use a pool with TPUs and engine: jupyterhub.");

    public static Diagnostic NobodyMayConnect(SourceSpan? at, string name, string who) => Diagnostic.Warning("STR966", at,
        $"Nobody may connect to the machines of '{name}': that takes someone under {who}, and nobody is. Name a group there, or give 'roles/iap.tunnelResourceAccessor' and 'roles/compute.osLogin' by other means.");
}
