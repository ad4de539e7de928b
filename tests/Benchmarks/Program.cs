using System.Globalization;
using Strata.Benchmarks;

// generate FOLDER COUNT: writes a repository of COUNT stacks, on which the command line can be timed from outside:
//   dotnet publish src/Strata.Cli -c Release -r linux-x64 -p:PublishReadyToRun=true --no-self-contained -o out
//   /usr/bin/time -v out/strata validate --root FOLDER
switch (args)
{
    case ["generate", var folder, var count]:
        GeneratedRepository.Write(folder, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: Benchmarks generate FOLDER COUNT");
        return 64;
}
