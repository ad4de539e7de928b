using Strata.Cli.Commands;

namespace Strata.Cli.Tests;

public sealed class SchemaFileTests
{
    [Fact]
    public void The_schema_in_the_repository_is_what_the_records_say() => Golden.CheckFile("stacks/stack.schema.json", SchemaCommand.Text());
}
