using System.Globalization;
using Strata.Benchmarks;

// generate FOLDER COUNT: writes a repository of COUNT stacks, on which the command line can be timed from outside:
//   dotnet publish src/Strata.Cli -c Release -r linux-x64 -p:PublishReadyToRun=true --no-self-contained -o out
//   /usr/bin/time -v out/strata validate --root FOLDER
// change FOLDER COUNT: commits a repository that was generated to git and changes one value in COUNT of its stacks, for
//   /usr/bin/time -v out/strata preview --base main --root FOLDER
// engine COUNT: registers COUNT resources with an engine that answers at once, beside as many bare calls, and a stack with a slow one.
// render STRATA COUNT [--workflows]: renders COUNT stacks with the program STRATA, twice, beside a plain loop that writes the same files.
switch (args)
{
    case ["render", var strata, var count, .. var more]:
        return RenderBenchmarks.Run(strata, int.Parse(count, CultureInfo.InvariantCulture), more is ["--workflows"]);
    case ["generate", var folder, var count]:
        GeneratedRepository.Write(folder, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["change", var folder, var count]:
        GeneratedRepository.Change(folder, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["engine", .. var rest]:
        return await EngineBenchmarks.Run(rest);
    default:
        Console.Error.WriteLine("usage: Benchmarks generate FOLDER COUNT | change FOLDER COUNT | engine COUNT | render STRATA COUNT [--workflows]");
        return 64;
}
