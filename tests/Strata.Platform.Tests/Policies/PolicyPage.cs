using System.Text;
using Strata.Diagnostics;
using Strata.Platform.Policies;

namespace Strata.Platform.Tests.Policies;

/// <summary>Writes docs/policies.md from the rules.</summary>
internal static class PolicyPage
{
    public static string Text()
    {
        var page = new StringBuilder(
            """
            # Policies

            `strata check [STACK…]` holds every stack against the policies below and against the team's own, without credentials: it looks at the graph
            that would be applied. It fails when an error is not waived; `--format json`, `sarif` and `github` are for machines. A preview fails only on
            findings that the base does not have. Two findings are the same when stack, policy, resource and input are; where in a list the input stands
            does not count.

            This page is written by a test from the code, `src/Strata.Platform/Policies/Rules`, one file a policy.

            """);
        foreach (var subject in PolicyCatalog.Rules.GroupBy(rule => rule.Subject))
        {
            page.Append("\n## ").Append(subject.Key).Append("\n\n| code | policy | severity | looks at | why |\n| --- | --- | --- | --- | --- |\n");
            foreach (var rule in subject)
            {
                page.Append("| ").AppendJoin(" | ", rule.Code, rule.Name, rule.Severity == Severity.Error ? "error" : "warning", rule.LooksAt, rule.Why).Append(" |\n");
            }
        }

        page.Append(
            """

            ## Waivers

            A stack may break a policy with a reason, an owner and a last day:

            ```yaml
              strata:waivers:
                public-score:
                  code: STR705                # or the name of one of the team's policies
                  component: endpoints.score  # every one when left out
                  resource: score*            # by logical name, * for any characters; every one when left out
                  reason: Partners call the endpoint from their own networks, with keys.
                  owner: fraud-ml@acme.example
                  expires: "2027-03-31"
            ```

            A waiver counts on its last day and not after: then the finding is back, and the waiver itself is one (STR795, an error). A waiver that covers
            nothing is a warning (STR796). Waivers may stand in fragments that stacks extend.

            ## Policies of a team

            Data, in the stack file or in a fragment such as `stacks/catalog/policies/gpus.yaml` that stacks extend:

            ```yaml
              strata:policies:
                no-large-gpus:
                  type: aws:eks/nodeGroup:NodeGroup   # as in 'strata graph --format json'; * for any characters
                  environments: [dev]                 # all when left out
                  when:                               # all of these
                    - { path: "instanceTypes[*]", operator: matches, value: "p5*" }
                    - { path: scalingConfig.maxSize, operator: above, value: "2" }
                  message: Ask the platform team before taking more than two of these machines.
                  severity: error                     # or warning
                  subject: cost
            ```

            Operators: `is`, `is-not`, `matches` (`*` for any characters), `contains` (a part of a text, or an item of a list), `above`, `below`, `exists`,
            `absent`. With `[*]` in the path, one element for which the condition is true is enough. An input that is only known once something else
            exists is neither this nor that: only `exists` is true of it.

            """);
        return page.ToString().ReplaceLineEndings("\n");
    }
}
