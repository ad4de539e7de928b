using Strata.Planning;

namespace Strata.Platform.Previews;

/// <summary>What one operation could do to people and data.</summary>
/// <param name="Reason">Full sentences: what is at stake and which property causes it.</param>
/// <param name="IsBlocked">Data would be lost and no <c>allowReplace</c> entry of the stack names the resource.</param>
public sealed record OperationRisk(Operation Operation, RiskKind Kind, string Reason, bool IsBlocked);

/// <summary>In order of weight.</summary>
public enum RiskKind
{
    DataLoss,
    Downtime,
    AccessWidened,
    Cost,
    None,
}
