namespace Strata.Cli.Commands;

/// <summary>Examples for each command, on the stacks of this repository. Help shows them, the page of commands has them, and a test runs them.</summary>
internal static class Examples
{
    /// <param name="command">Empty for the program itself.</param>
    public static IReadOnlyList<string> Of(string command) => command switch
    {
        "" => ["strata init --team search --cloud aws --owner search@acme.example", "strata validate", "strata preview fraud-dev"],
        "init" =>
        [
            "strata init",
            "strata init --team pricing --cloud gcp --target acme-pricing --owner pricing@acme.example --needs notebooks,workflows --budget 300",
            "strata init --team robots --cloud kubernetes --target lab --owner robots@acme.example --work vision",
        ],
        "add" =>
        [
            "strata add fraud-dev storage.pictures --kind objects --set expireAfterDays=30",
            "strata add platform-dev compute.gpu --kind pool --set machine.gpu.type=l4 --set max=2",
            "strata add churn-dev schedulers.main --engine workflows --set batch=jobs",
        ],
        "set" =>
        [
            "strata set fraud-dev compute.gpu.max 2",
            "strata set fraud-dev storage.sandbox.expireAfterDays 14",
            "strata set platform-dev compute.general.machine '{ cpu: 8, memory: 32Gi }'",
        ],
        "unset" => ["strata unset fraud-dev storage.features.expireAfterDays"],
        "validate" => ["strata validate", "strata validate fraud-dev --format json", "strata validate --format sarif"],
        "explain" => ["strata explain fraud-dev", "strata explain fraud-dev compute.gpu", "strata explain fraud-dev --format json"],
        "preview" => ["strata preview", "strata preview fraud-dev recsys-prod", "strata preview --base origin/main --format markdown"],
        "graph" => ["strata graph fraud-dev", "strata graph fraud-dev --format mermaid", "strata graph fraud-dev --format json"],
        "affected" => ["strata affected --base origin/main", "strata affected --base origin/main --format matrix"],
        "check" => ["strata check", "strata check fraud-prod --format sarif"],
        "cost" => ["strata cost", "strata cost fraud-prod --by component", "strata cost --format json"],
        "compare" => ["strata compare fraud-prod --cloud gcp --cloud kubernetes"],
        "comment" => ["strata comment --provider github --file preview.md"],
        "drift" => ["strata drift fraud-dev --state state.json"],
        "report" => ["strata report", "strata report --out /tmp/strata"],
        "render" => ["strata render vision-onprem --out rendered", "strata render vision-onprem --check", "strata render vision-onprem --diff"],
        "schema" => ["strata schema", "strata schema --check"],
        "up" => ["strata up fraud-dev", "strata up fraud-dev -- --yes"],
        "destroy" => ["strata destroy fraud-dev"],
        "doctor" => ["strata doctor"],
        "watch" => ["strata watch fraud-dev"],
        "migrate" => ["strata migrate"],
        "completion" => ["strata completion bash", "strata completion zsh", "strata completion fish", "strata completion pwsh"],
        _ => [],
    };
}
