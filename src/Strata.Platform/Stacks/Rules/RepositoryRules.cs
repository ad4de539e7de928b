using Strata.Diagnostics;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>What must hold between the stacks of a repository. Each problem is told once, at the stack that comes later by name.</summary>
internal static class RepositoryRules
{
    /// <param name="stacks">All that could be bound without errors, in the order of their names.</param>
    public static void Check(IReadOnlyList<StackModel> stacks, DiagnosticBag diagnostics)
    {
        CheckNames(stacks, diagnostics);
        CheckNamespaces(stacks, diagnostics);
        CheckAddresses(stacks, diagnostics);
    }

    /// <summary>The start of all names of a stack in its cloud.</summary>
    internal static string PrefixOf(StackModel stack) =>
        stack.Name.StartsWith(stack.Config.Team + "-", StringComparison.Ordinal) ? stack.Name : $"{stack.Config.Team}-{stack.Name}";

    private static void CheckNames(IReadOnlyList<StackModel> stacks, DiagnosticBag diagnostics)
    {
        foreach (var (first, other) in Repeated(stacks, PrefixOf))
        {
            diagnostics.Add(RuleErrors.SameNames(other.Config.SpanOf(nameof(StackConfig.Team)), other.Name, first.Name, PrefixOf(other)));
        }
    }

    private static void CheckNamespaces(IReadOnlyList<StackModel> stacks, DiagnosticBag diagnostics)
    {
        var all = stacks.SelectMany(stack => stack.Components.OfType<Cluster>().Select(cluster => (Stack: stack, Cluster: ClusterOf(stack, cluster), Space: TeamNamespace.NameIn(stack))));
        foreach (var (first, other) in Repeated(all, one => $"{one.Cluster} {one.Space}"))
        {
            if (first.Stack != other.Stack)
            {
                var at = other.Stack.Config.Namespace.SpanOf(nameof(NamespaceConfig.Name)) ?? other.Stack.Config.SpanOf(nameof(StackConfig.Team));
                diagnostics.Add(RuleErrors.SameNamespace(at, other.Stack.Name, first.Stack.Name, other.Space, other.Cluster));
            }
        }
    }

    /// <summary>Only what files say: networks that nobody gave addresses are not meant to be connected, and all have the same.</summary>
    private static void CheckAddresses(IReadOnlyList<StackModel> stacks, DiagnosticBag diagnostics)
    {
        var said = stacks.Where(stack => stack.Config.Network.IsSet(nameof(NetworkConfig.Cidr))).OrderBy(stack => stack.Config.Network.Cidr.Address).ToList();
        for (var i = 1; i < said.Count; i++)
        {
            var (before, after) = (said[i - 1], said[i]);
            if (after.Config.Network.Cidr.Overlaps(before.Config.Network.Cidr))
            {
                var (here, other) = string.CompareOrdinal(before.Name, after.Name) > 0 ? (before, after) : (after, before);
                diagnostics.Add(RuleErrors.SameAddresses(here.Config.Network.SpanOf(nameof(NetworkConfig.Cidr)), here.Config.Network.Cidr.ToString(), other.Name, other.Config.Network.Cidr.ToString()));
            }
        }
    }

    /// <summary>What a cluster is called by all who use it: its owner's name for it, or the context of one that nobody here made.</summary>
    private static string ClusterOf(StackModel stack, Cluster cluster) => cluster switch
    {
        { From: { } from } => $"{from.Stack}/{from.Component ?? cluster.Name}",
        { Context: { } context } => context,
        _ => $"{stack.Name}/{cluster.Name}",
    };

    private static IEnumerable<(T First, T Other)> Repeated<T>(IEnumerable<T> all, Func<T, string> key) =>
        all.GroupBy(key, StringComparer.Ordinal).SelectMany(group => group.Skip(1).Select(other => (group.First(), other)));

    /// <summary>Fragments that no stack reads; nothing is said while a stack cannot be read, which might be the one.</summary>
    /// <param name="fragments">All there are, by their name.</param>
    /// <param name="read">The paths that stacks read.</param>
    public static void CheckFragments(IEnumerable<ConfigFile> fragments, IReadOnlySet<string> read, DiagnosticBag diagnostics)
    {
        foreach (var fragment in fragments.Where(fragment => !read.Contains(fragment.Path)))
        {
            diagnostics.Add(RuleErrors.UnusedFragment(new SourceSpan(fragment.Source, 0, 0), fragment.Name));
        }
    }
}
