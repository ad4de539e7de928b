using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Pulumi.Codec;

/// <summary>Collects what is wrong with the values of one resource, call or set of outputs.</summary>
/// <param name="at">Where the stack file asks for it; null when nothing there does.</param>
/// <param name="owner">Whose values they are, such as <c>aws:s3/bucket:Bucket lake</c>.</param>
internal sealed class PropertyProblems(SourceSpan? at, string owner)
{
    public DiagnosticBag Found { get; } = [];

    public void Reserved(PropertyPlace place) => Found.Add(EngineErrors.ReservedText(at, owner, place.ToString()));

    public void NotFinite(PropertyPlace place) => Found.Add(EngineErrors.NotFinite(at, owner, place.ToString()));

    public void TooDeep(PropertyPlace place) => Found.Add(EngineErrors.TooDeep(at, owner, place.ToString(), PropertyEncoder.MaxLevels));

    public void SecretsUnsupported() => Found.Add(EngineErrors.TooOld("secrets"));

    public void AliasesUnsupported() => Found.Add(EngineErrors.TooOld("aliases"));

    public void FormerParentUnknown(string parent) => Found.Add(EngineErrors.FormerParentUnknown(at, owner, parent));

    public void SecretMissing(string name, IReadOnlyCollection<string> known) => Found.Add(EngineErrors.SecretMissing(at, owner, name, known));

    public void StackOutputMissing(string stack, string output, IReadOnlyCollection<string> known) =>
        Found.Add(EngineErrors.StackOutputMissing(at, owner, stack, output, known));

    public void StackOutputNotYet(string stack, string output) => Found.Add(EngineErrors.StackOutputNotYet(at, owner, stack, output));
}
