using System.CommandLine;
using Strata.Platform;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Drafting;
using Strata.Text;

namespace Strata.Cli.Commands;

/// <summary>The questions of <c>strata init</c>, each with its option.</summary>
internal sealed class InitOptions
{
    private readonly Option<string?> _team = new("--team") { Description = "The team's name." };
    private readonly Option<string?> _cloud = new("--cloud") { Description = "Where it runs: aws, gcp or kubernetes." };
    private readonly Option<string?> _environment = new("--environment") { Description = "dev, staging or prod; dev when left out." };
    private readonly Option<string?> _owner = new("--owner") { Description = "Who answers for the stack: a mail address." };
    private readonly Option<string?> _work = new("--work") { Description = "What the team works on: tabular, vision, language or recommendation." };
    private readonly Option<string?> _needs = new("--needs") { Description = "What it needs, with commas between: notebooks, gpus, warehouse, workflows, features, models; or none." };
    private readonly Option<string?> _users = new("--users") { Description = "Who works in it: mail addresses with commas between." };
    private readonly Option<string?> _budget = new("--budget") { Description = "US dollars a month; 0 for no budget." };
    private readonly Option<string?> _place = new("--place") { Description = "AWS: the region. Google Cloud: the zone." };
    private readonly Option<string?> _target = new("--target") { Description = "AWS: the account's id, which may be left out at first. Google Cloud: the project. Kubernetes: the context in the kubeconfig." };
    private readonly Option<string?> _organization = new("--organization") { Description = "The organization's short name, where the repository has no fragment for the cloud yet." };
    private readonly Option<string?> _extends = new("--extends") { Description = "The fragment to extend, such as catalog/aws-startup." };
    private readonly Option<string?> _name = new("--name") { Description = "The stack's name; team and environment when left out." };

    public IEnumerable<Option> All => [_team, _cloud, _environment, _owner, _work, _needs, _users, _budget, _place, _target, _organization, _extends, _name];

    /// <summary>The stack's name and the files to write, the stack file last.</summary>
    /// <param name="fragments">Those of the repository, by the cloud they are for.</param>
    public (string Stack, IReadOnlyList<SourceText> Files) Ask(Questions questions, ParseResult result, IReadOnlyList<KeyValuePair<Cloud, string>> fragments)
    {
        string? Given(Option<string?> option) => result.GetValue(option);
        var team = questions.Ask("Team", _team.Name, Given(_team), null);
        var cloud = questions.AskOne<Cloud>("Cloud", _cloud.Name, Given(_cloud), null);
        var environment = questions.AskOne<DeploymentEnvironment>("Environment", _environment.Name, Given(_environment), DeploymentEnvironment.Dev);
        var owner = questions.Ask("Who answers for it (mail address)", _owner.Name, Given(_owner), null);
        var work = questions.AskOne<TeamWork>("What the team works on", _work.Name, Given(_work), TeamWork.Tabular);
        var needs = questions.AskSome("What it needs", _needs.Name, Given(_needs), TeamNeeds.Of(work));
        var users = needs.Contains(TeamNeed.Notebooks) ? questions.Ask("Who works in it (mail addresses)", _users.Name, Given(_users), owner) : "";
        var budget = questions.Ask("US dollars a month at most, 0 for no budget", _budget.Name, Given(_budget), "300");
        var target = cloud == Cloud.Aws
            ? questions.Ask("Id of the AWS account, empty when it is not known yet", _target.Name, Given(_target), "")
            : questions.Ask(cloud == Cloud.Gcp ? "Google Cloud project" : "Context in the kubeconfig", _target.Name, Given(_target), null);
        var known = fragments.Where(fragment => fragment.Key == cloud).Select(fragment => fragment.Value).Order(StringComparer.Ordinal).ToList();
        var files = new List<SourceText>();
        string extends;
        string? place = Given(_place);
        if (known.Count > 0)
        {
            extends = questions.Ask($"Which fragment to extend ({string.Join(", ", known)})", _extends.Name, Given(_extends), known.Find(name => name.EndsWith("startup", StringComparison.Ordinal)) ?? known[0]);
            place ??= cloud == Cloud.Gcp ? questions.Ask("Zone", _place.Name, null, "europe-west4-b") : null;
        }
        else
        {
            place = cloud == Cloud.Kubernetes ? null : questions.Ask(cloud == Cloud.Gcp ? "Zone" : "Region", _place.Name, place, cloud == Cloud.Gcp ? "europe-west4-b" : "eu-central-1");
            var organization = questions.Ask("Organization, short", _organization.Name, Given(_organization), "acme");
            extends = CatalogDraft.Name(cloud);
            files.Add(new SourceText($"stacks/{extends}.yaml", CatalogDraft.Of(cloud, organization, cloud == Cloud.Gcp ? place![..Math.Max(place!.LastIndexOf('-'), 0)] : place)));
            place = cloud == Cloud.Gcp ? place : null;
        }

        if (!int.TryParse(budget, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var amount) && budget.Length > 0)
        {
            questions.Refuse(InitErrors.NotAnAmount(budget));
        }

        var word = environment.ToString().ToLowerInvariant();
        var stack = Given(_name) ?? $"{team}-{word}";
        if (stack.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) || stack.StartsWith('.'))
        {
            questions.Refuse(InitErrors.NotAName(stack));
        }

        var answers = new StackAnswers(team, cloud, environment, owner, work, needs, [extends])
        {
            Budget = amount > 0 ? amount : null,
            Users = users.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Place = place,
            Target = target,
        };
        files.Add(new SourceText($"stacks/Pulumi.{stack}.yaml", StackDraft.Of(answers)));
        return (stack, files);
    }
}
