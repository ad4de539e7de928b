using Strata.Cli;
using Strata.Text;

namespace Strata.Tests.Commands;

/// <summary>Runs the command line in a folder of its own.</summary>
internal sealed class CommandRunner : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("strata-test-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public (int Exit, string Out, string Error) Run(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = StrataCli.Run(arguments, new Terminal(output, error, PlainTextStyle.Instance, PlainTextStyle.Instance, 120), Root);
        return (exit, output.ToString(), error.ToString());
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public CommandRunner Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
        File.WriteAllText(Path.Combine(Root, path), text);
        return this;
    }
}
