using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Storage;

/// <summary>Problems of warehouses.</summary>
public static class WarehouseErrors
{
    public static Diagnostic CapacityStep(SourceSpan? at, int capacity, int below, int above) =>
        Diagnostic.Error("STR341", at, $"Redshift's base capacity comes in steps of 8, and {capacity} is none. Write {below} or {above}.");

    public static Diagnostic MissingSnowflake(SourceSpan? at, string name) =>
        Diagnostic.Error("STR342", at, $"'{name}' is in Snowflake, and nothing says where. Add 'snowflake:' with account, database, warehouse, user and privateKey.");
}
