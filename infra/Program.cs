using Strata.Cli.Files;
using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Pulumi;

// The Pulumi program: what the engine says of the stack → the same graph as the command line makes → registered with the engine.
var problems = new DiagnosticBag();
if (EngineEnvironment.Read(Environment.GetEnvironmentVariable, problems) is not { } environment)
{
    foreach (var problem in problems.Sorted())
    {
        Console.Error.WriteLine(problem);
    }

    return ExitCode.Failed;
}

// The engine starts the program in infra/; older CLIs do not say where the project is.
var root = environment.RootDirectory ?? Path.GetFullPath("..");
var stacks = new StackRepository(new DiskStackFiles(root));
using var interruption = new Interruption();
using var deployment = Deployment.Connect(environment, Console.Error);

return await deployment.GuardAsync(async () =>
{
    var stack = stacks.ExpandFromEngine(environment.Stack, environment.Config, environment.ConfigSecretKeys);
    var exit = await deployment.ReportAsync(stack.Diagnostics);
    return stack.Graph is null || exit != ExitCode.Fine ? exit : await deployment.RunAsync(stack.Graph, stack.Secrets, interruption.Token);
});
