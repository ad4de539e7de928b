using Strata.Gcp.Compute;
using Strata.Gcp.ServiceAccount;

namespace Strata.Platform.Compute;

/// <summary>What jobs run as and on.</summary>
/// <param name="Account">Of the jobs.</param>
/// <param name="Submitter">Of the workflow that submits them.</param>
/// <param name="Spot">Null where jobs do not try spare capacity.</param>
internal sealed record GcpBatchMachines(Account Account, Account Submitter, InstanceTemplate OnDemand, InstanceTemplate? Spot);
