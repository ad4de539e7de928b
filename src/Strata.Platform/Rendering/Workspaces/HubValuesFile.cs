using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Rendering;

/// <summary>The values that JupyterHub's chart gets from the stack, for people who look at them or try a change on a cluster of their own.</summary>
internal static class HubValuesFile
{
    public static RenderedFile? Render(JupyterHubConfig config, RenderContext context)
    {
        if (context.HandleOf<WorkspaceHandle>(config) is not { ChartValues: { } values, More: var more }
            || PlainValue.Of((ObjectValue)values.ToValue(), $"'{config.Name}'", config.KeySpan, context) is not { } plain)
        {
            return null;
        }

        var chart = HelmCharts.Get("jupyterhub");
        var remark = $"# helm upgrade --install jupyterhub {chart.Name} --repo {chart.Repository} --version {chart.Version} --namespace {((TextValue)more["namespace"]!).Text} --values {config.Name}.values.yaml\n"
            + "# The stack installs it itself: by hand only on a cluster of one's own, with the secrets that the values name.\n";
        return new RenderedFile($"workspaces/{config.Name}.values.yaml", remark + YamlText.Of(plain), "workspaces/jupyterhub");
    }
}
