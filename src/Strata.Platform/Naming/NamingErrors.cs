using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Naming;

/// <summary>Names that a cloud would refuse.</summary>
public static class NamingErrors
{
    /// <param name="at">Where the name is written.</param>
    /// <param name="what">The kind of thing: <see cref="NameRule.What"/>.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="problem">What <see cref="NameRule.Problem"/> says.</param>
    /// <param name="proposal">A name that is allowed.</param>
    public static Diagnostic NotAllowed(SourceSpan? at, string what, string name, string problem, string proposal) =>
        Diagnostic.Error("STR330", at, $"'{name}' cannot be the name of a {what}: it {problem}. '{proposal}' would be allowed.") with { Replacement = proposal };
}
