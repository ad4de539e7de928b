using Strata.Cli;

return StrataCli.Run(args, Terminal.OfConsole(), Environment.CurrentDirectory);
