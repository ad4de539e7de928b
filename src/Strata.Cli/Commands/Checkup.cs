using Strata.Cli.Processes;
using Strata.Platform;

namespace Strata.Cli.Commands;

/// <summary>Looks at what applying the repository's stacks needs. Credentials are only looked for, never read or tried.</summary>
/// <param name="reaches">Whether a host answers on a port; null when the network is to be left alone.</param>
internal sealed class Checkup(CommandContext context, IProcessRunner processes, Func<string, string?> variable, Func<string, int, bool>? reaches)
{
    private static readonly (string Name, string Version)[] Plugins =
        [("aws", Aws.Plugin.Version), ("gcp", Gcp.Plugin.Version), ("kubernetes", Kubernetes.Plugin.Version)];

    private const string SdkMend = "Install the .NET 10 SDK, which builds the Pulumi program: https://dotnet.microsoft.com/download";

    public IReadOnlyList<Finding> Findings()
    {
        var clouds = CloudsInUse();
        var pulumi = processes.Ask("pulumi", ["version"], context.Root);
        List<Finding> findings =
        [
            Sdk(),
            Tool("git", "git", ["--version"], "Install it, such as with 'apt-get install git': a repository of stacks is one of git's."),
            pulumi is (0, var version)
                ? version.StartsWith("v3.", StringComparison.Ordinal) ? new Finding("Pulumi CLI", version, null) : new Finding("Pulumi CLI", version, "The program speaks the protocol of Pulumi 3. Install it: curl -fsSL https://get.pulumi.com | sh")
                : new Finding("Pulumi CLI", "not on the path", "Install it: curl -fsSL https://get.pulumi.com | sh. 'strata up' runs it; previews do not need it."),
            Directory.Exists(Path.Combine(context.Root, "infra"))
                ? new Finding("Pulumi program", "infra/", null)
                : new Finding("Pulumi program", "no infra/ here", "Copy the folders infra/ and src/ from Strata's repository, or work in a clone of it: 'pulumi up' runs that program. Checks, previews and rendering do not need it."),
        ];
        if (pulumi is (0, _))
        {
            findings.Add(Backend());
            findings.AddRange(Plugins.Where(plugin => clouds.Contains(plugin.Name)).Select(PluginOf));
        }

        findings.AddRange(clouds.Select(CredentialsOf));
        findings.AddRange(new QuotaCheckup(context).Findings());
        if (reaches is not null)
        {
            findings.AddRange(clouds.Select(HostOf).OfType<(string, string)>().Select(host => Reach(host.Item1, host.Item2, reaches)));
        }

        return findings;
    }

    /// <summary>The host that a cloud's provider talks to first; none for a cluster, whose address only its kubeconfig knows.</summary>
    private static (string Cloud, string Host)? HostOf(string cloud) => cloud switch
    {
        "aws" => (cloud, "sts.amazonaws.com"),
        "gcp" => (cloud, "cloudresourcemanager.googleapis.com"),
        _ => null,
    };

    private static Finding Reach(string cloud, string host, Func<string, int, bool> reaches) =>
        reaches(host, 443)
            ? new Finding($"{cloud} network", $"{host} answers", null)
            : new Finding($"{cloud} network", $"{host} does not answer", "Connect to a network, or set HTTPS_PROXY: applying needs it, checks and previews do not.");

    private SortedSet<string> CloudsInUse()
    {
        var clouds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in context.Stacks.Names)
        {
            if (context.Stacks.Find(name) is { } stack)
            {
                clouds.UnionWith(stack.Components.Select(stack.CloudOf).Append(stack.Config.Cloud).Select(cloud => cloud.Word()));
            }
        }

        return clouds;
    }

    /// <summary>Where a global.json asks for an SDK that is not there, dotnet says so in many lines and fails.</summary>
    private Finding Sdk() => processes.Ask("dotnet", ["--version"], context.Root) switch
    {
        (0, var version) when int.TryParse(version.Split('.')[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var major) && major >= 10 => new Finding(".NET SDK", version, null),
        (0, var version) => new Finding(".NET SDK", version, SdkMend),
        null => new Finding(".NET SDK", "not on the path", SdkMend),
        _ => new Finding(".NET SDK", "not the one that global.json asks for", SdkMend),
    };

    private Finding Tool(string what, string program, IReadOnlyList<string> arguments, string mend) =>
        processes.Ask(program, arguments, context.Root) is (0, var output) ? new Finding(what, output, null) : new Finding(what, "not on the path", mend);

    private Finding Backend() =>
        processes.Ask("pulumi", ["whoami", "--non-interactive"], context.Root) is (0, var user)
            ? new Finding("Pulumi backend", $"signed in as {user}", null)
            : new Finding("Pulumi backend", "not signed in", "Run 'pulumi login', or 'pulumi login file://~' for a backend on this machine.");

    private Finding PluginOf((string Name, string Version) plugin) =>
        processes.Ask("pulumi", ["plugin", "ls"], context.Root) is (0, var list) && list.Split('\n').Any(line => line.StartsWith(plugin.Name + " ", StringComparison.Ordinal) && line.Contains(plugin.Version, StringComparison.Ordinal))
            ? new Finding($"plugin {plugin.Name}", plugin.Version, null)
            : new Finding($"plugin {plugin.Name}", "not installed yet", $"Nothing to do with a network: the engine installs it. By hand: pulumi plugin install resource {plugin.Name} {plugin.Version}");

    private Finding CredentialsOf(string cloud)
    {
        var home = variable("HOME") ?? variable("USERPROFILE") ?? "";
        var (found, mend) = cloud switch
        {
            "aws" => (First(Variable("AWS_ACCESS_KEY_ID"), Variable("AWS_PROFILE"), Variable("AWS_WEB_IDENTITY_TOKEN_FILE"), At(home, ".aws/credentials"), At(home, ".aws/config")),
                "Run 'aws configure sso', or set AWS_PROFILE."),
            "gcp" => (First(Variable("GOOGLE_APPLICATION_CREDENTIALS"), Variable("GOOGLE_CREDENTIALS"), At(home, ".config/gcloud/application_default_credentials.json")),
                "Run 'gcloud auth application-default login'."),
            _ => (First(Variable("KUBECONFIG"), At(home, ".kube/config")), "Put a kubeconfig at ~/.kube/config, or set KUBECONFIG. Stacks with 'renderTo' need none."),
        };
        return found is null ? new Finding($"{cloud} credentials", "none found", mend) : new Finding($"{cloud} credentials", found, null);
    }

    private string? Variable(string name) => string.IsNullOrEmpty(variable(name)) ? null : $"{name} is set";

    private static string? At(string home, string path) => File.Exists(Path.Combine(home, path)) ? $"~/{path}" : null;

    private static string? First(params string?[] candidates) => Array.Find(candidates, c => c is not null);
}
