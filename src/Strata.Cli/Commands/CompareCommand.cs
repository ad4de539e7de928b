using System.CommandLine;
using Strata.Cli.Output;
using Strata.Diagnostics;
using Strata.Platform;
using Strata.Platform.Moves;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary><c>strata compare STACK --cloud gcp --cloud kubernetes</c>: the same stack elsewhere, side by side.</summary>
internal static class CompareCommand
{
    private static readonly Cloud[] Clouds = Enum.GetValues<Cloud>();

    public static Command Create(Func<ParseResult, CommandContext?> begin, Action<int> end)
    {
        var stack = new Argument<string>("STACK") { Description = "The stack, as in stacks/Pulumi.<STACK>.yaml." };
        var clouds = new Option<string[]>("--cloud") { Description = "Where else: aws, gcp, kubernetes (owned hardware). May be given several times; all others when left out.", AllowMultipleArgumentsPerToken = true };
        clouds.AcceptOnlyFromAmong([.. Clouds.Select(cloud => cloud.Word())]);
        var hardware = Dollars("--hardware-price", "What the owned machines cost a month: their price, divided by the months they are used.");
        var power = Dollars("--power", "What their power and cooling cost a month.");
        var people = Dollars("--people", "What the people who run them cost a month.");
        var format = CommandParts.Format("text", "json");
        return new Command("compare", "Puts a stack on other clouds and on owned hardware: what each component becomes, what it costs, what moving takes and what would be lost.") { stack, clouds, hardware, power, people, format }
            .Runs(begin, end, (result, context) => Run(
                context,
                result.GetValue(stack)!,
                result.GetValue(clouds) ?? [],
                new HardwareCost(result.GetValue(hardware), result.GetValue(power), result.GetValue(people)),
                result.GetValue(format)!));
    }

    private static Option<decimal?> Dollars(string name, string description)
    {
        var option = new Option<decimal?>(name) { Description = $"{description} US dollars." };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!decimal.TryParse(token.Value, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _)))
            {
                result.AddError($"'{token.Value}' cannot be used for '{name}': it must be an amount of US dollars such as 1200.");
            }
        });
        return option;
    }

    private static int Run(CommandContext context, string name, string[] words, HardwareCost hardware, string format)
    {
        if (context.Select([name]) is null || context.Prices() is not { } prices)
        {
            return ExitCodes.Problems;
        }

        var (graph, diagnostics) = context.Expand(name);
        if (graph is null)
        {
            context.Report([.. diagnostics.Where(problem => problem.Severity == Severity.Error)]);
            return ExitCodes.Problems;
        }

        var stack = context.Stacks.Bind(name)!.Model!;
        List<Cloud> clouds = [.. words.Length == 0 ? Clouds.Where(cloud => cloud != stack.Config.Cloud) : Clouds.Where(cloud => words.Contains(cloud.Word()) && cloud != stack.Config.Cloud)];
        var comparison = context.Working($"Comparing {Count.Of(clouds.Count + 1, "cloud")}", () => context.Time("compare", () => CloudComparer.Compare(stack, context.Stacks, clouds, prices, hardware)));
        if (format == "json")
        {
            ComparisonJson.Write(context.Terminal.Out, comparison);
        }
        else
        {
            ComparisonText.Write(context.Terminal, comparison);
        }

        return ExitCodes.Fine;
    }
}
