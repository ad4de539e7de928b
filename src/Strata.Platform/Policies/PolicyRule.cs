using Strata.Diagnostics;
using Strata.Graph;

namespace Strata.Platform.Policies;

/// <summary>A built-in policy: what it looks at, and how it looks.</summary>
/// <param name="Code">Stable: <c>STR7xx</c>.</param>
/// <param name="Name">In kebab-case, as in <c>public-buckets</c>.</param>
/// <param name="Subject">One of <see cref="PolicySubjects"/>.</param>
/// <param name="Severity">An error makes <c>strata check</c> fail.</param>
/// <param name="LooksAt">A full sentence for people.</param>
/// <param name="Why">A full sentence: what happens to those who break it.</param>
internal sealed record PolicyRule(string Code, string Name, string Subject, Severity Severity, string LooksAt, string Why)
{
    /// <summary>The type tokens it looks at; empty for every resource.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Looks at one resource of these types; null for a policy about the stack only.</summary>
    public Func<Resource, PolicyContext, IEnumerable<PolicyViolation>>? OfResource { get; init; }

    /// <summary>Looks at the stack file; null for a policy about resources only.</summary>
    public Func<PolicyContext, IEnumerable<PolicyViolation>>? OfStack { get; init; }
}
