using Strata.Platform.Catalog;

namespace Strata.Platform.Components;

/// <summary>What someone who chooses an engine should know.</summary>
/// <param name="Title">Its own name: Apache Airflow.</param>
/// <param name="Maturity">How far it is.</param>
/// <param name="Licence">SPDX name of the software's licence; "service" where only a cloud runs it.</param>
/// <param name="YouOperate">What the team operates itself where it runs the engine: a full sentence; null where only a cloud runs it.</param>
/// <param name="Source">Where maturity and licence were seen.</param>
internal sealed record EngineFacts(string Title, Maturity Maturity, string Licence, string? YouOperate, FactSource Source);

/// <summary>How far an engine is, by its own maintainers' word.</summary>
internal enum Maturity
{
    /// <summary>Generally available, with a promise to stay compatible.</summary>
    Stable,

    /// <summary>Usable, and still changing.</summary>
    Beta,

    /// <summary>Alive, with no more new features.</summary>
    Maintenance,
}
