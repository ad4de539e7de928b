using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Where a Snowflake warehouse is. Strata makes nothing in it; other components reach it by these.</summary>
public sealed record SnowflakeAccount : ConfigRecord
{
    [Description("The account identifier: organization-account.")]
    [Pattern("^[A-Za-z0-9_]+-[A-Za-z0-9_-]+$", "organization-account")]
    public required string Account { get; init; }

    [Description("The database.")]
    public required string Database { get; init; }

    [Description("The virtual warehouse that computes.")]
    public required string Warehouse { get; init; }

    [Description("The user that signs in.")]
    public required string User { get; init; }

    [Description("The user's private key.")]
    public required SecretRef PrivateKey { get; init; }
}
