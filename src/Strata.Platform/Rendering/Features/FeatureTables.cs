namespace Strata.Platform.Rendering;

/// <summary>Tables as each warehouse names them: the stack file says a table, or the schema with it.</summary>
internal static class FeatureTables
{
    /// <summary>The table's full name.</summary>
    public static string InBigQuery(string table, string? project, string? dataset) => table.Contains('.', StringComparison.Ordinal) ? $"{project}.{table}" : $"{project}.{dataset}.{table}";

    /// <summary>The database and the table in it.</summary>
    public static (string? Database, string Table) InAthena(string table, string? database) => table.Split('.') is [var schema, var name] ? (schema, name) : (database, table);
}
