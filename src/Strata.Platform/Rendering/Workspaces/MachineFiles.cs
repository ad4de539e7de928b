using Strata.Graph;
using Strata.Platform.Workspaces;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>How OpenSSH reaches machines without a public address: through Session Manager on AWS, Identity-Aware Proxy on Google Cloud.</summary>
internal static class MachineFiles
{
    public static RenderedFile? Render(MachineWorkspaceConfig config, RenderContext context)
    {
        if (context.HandleOf<WorkspaceHandle>(config) is not { } workspace)
        {
            return null;
        }

        var isAws = context.Stack.CloudOf(config) == Cloud.Aws;
        var names = isAws ? null : ((ObjectValue)workspace.More["instances"]!).Properties.ToDictionary(property => property.Name, property => property.Value);
        var machines = new List<TemplateValue>();
        foreach (var user in config.Users)
        {
            var host = $"{context.Stack.Name}-{config.Name}-{user}";

            // On AWS ids are made up by the cloud; the machine's tag is looked up when somebody connects.
            if ((names is null ? host : context.KnownValue(names[user], $"the machine of '{user}'", config.KeySpan)) is { } name)
            {
                machines.Add(new TemplateMap(new("host", host), new("name", name)));
            }
        }

        List<KeyValuePair<string, TemplateValue>> model = [new("name", config.Name), new("machines", TemplateValue.List(machines))];
        foreach (var property in isAws ? (string[])["region", "user"] : ["zone"])
        {
            model.Add(new(property, context.KnownValue(workspace.More[property]!, $"'{config.Name}'", config.KeySpan)));
        }

        model.Add(new("project", context.Stack.Providers.GcpProject));
        return context.File($"workspaces/{config.Name}.ssh.conf", isAws ? "workspaces/aws.ssh.conf.sbn" : "workspaces/gcp.ssh.conf.sbn", new TemplateMap(model));
    }
}
