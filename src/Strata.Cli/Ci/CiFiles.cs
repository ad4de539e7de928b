using Strata.Diagnostics;
using Strata.Templating;

namespace Strata.Cli.Ci;

/// <summary>The files of a pipeline that shows, posts, applies and watches: which template makes which, for each system.</summary>
internal static class CiFiles
{
    /// <summary>The first is the default.</summary>
    public static string[] Providers { get; } = ["github", "gitlab", "circleci"];

    /// <summary>Path and template.</summary>
    public static IReadOnlyList<(string Path, string Template)> Of(string provider) => provider switch
    {
        "gitlab" =>
        [
            (".gitlab-ci.yml", "ci/gitlab-ci.yml.sbn"),
            (".gitlab/strata-apply.jq", "ci/gitlab-apply.jq.sbn"),
            (".gitlab/strata-apply.yml", "ci/gitlab-apply.yml.sbn"),
            (".gitlab/strata-sign-in.sh", "ci/sign-in.sh.sbn"),
        ],
        "circleci" =>
        [
            (".circleci/config.yml", "ci/circleci.yml.sbn"),
            (".circleci/strata-jobs.yml", "ci/circleci-jobs.yml.sbn"),
            (".circleci/strata-workflows.jq", "ci/circleci-workflows.jq.sbn"),
            (".circleci/strata-sign-in.sh", "ci/sign-in.sh.sbn"),
        ],
        _ =>
        [
            (".github/workflows/strata-apply.yml", "ci/github-apply.yml.sbn"),
            (".github/workflows/strata-comment.yml", "ci/github-comment.yml.sbn"),
            (".github/workflows/strata-drift.yml", "ci/github-drift.yml.sbn"),
            (".github/workflows/strata-preview.yml", "ci/github-preview.yml.sbn"),
        ],
    };

    /// <param name="branch">That changes are merged into, and applied from.</param>
    /// <returns>Path and text; null when a template has a problem.</returns>
    public static IReadOnlyList<(string Path, string Text)>? Render(string provider, string branch, TemplateLibrary templates, DiagnosticBag problems)
    {
        var model = new TemplateMap(
            KeyValuePair.Create("branch", (TemplateValue)branch),
            KeyValuePair.Create("actions", (TemplateValue)CiPins.Actions),
            KeyValuePair.Create("images", (TemplateValue)CiPins.Images),
            KeyValuePair.Create("orbs", (TemplateValue)CiPins.Orbs),
            KeyValuePair.Create("pulumi", (TemplateValue)CiPins.Pulumi));
        var files = new List<(string, string)>();
        foreach (var (path, template) in Of(provider))
        {
            if (templates.Find(template) is null)
            {
                problems.Add(CiErrors.NoTemplate(template));
            }
            else if (templates.Render(template, model, problems) is { } text)
            {
                files.Add((path, WithOrigin(text, template)));
            }
        }

        return problems.HasErrors ? null : files;
    }

    /// <summary>Below the line that a shell needs first.</summary>
    private static string WithOrigin(string text, string template)
    {
        var at = text.StartsWith("#!", StringComparison.Ordinal) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        return $"{text[..at]}# Rendered by 'strata render ci' from templates/{template}: change that, not this file.\n{text[at..]}";
    }
}
