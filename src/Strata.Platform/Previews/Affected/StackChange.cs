namespace Strata.Platform.Previews;

/// <summary>A stack that may be affected, before it is planned.</summary>
/// <param name="Reasons">From its own configuration and from stacks that it reads; empty when only templates or code could change it.</param>
/// <param name="InBase">The base has the stack.</param>
/// <param name="InHead">The head has the stack.</param>
/// <param name="ReadsFrom">The affected stacks whose outputs it reads, in ordinal order.</param>
internal sealed record StackChange(string Name, bool InBase, bool InHead, IReadOnlyList<AffectedReason> Reasons, IReadOnlyList<string> ReadsFrom);
