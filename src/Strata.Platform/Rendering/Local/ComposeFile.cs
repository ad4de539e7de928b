using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Images;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Rendering;

/// <summary>compose.yaml: the services that the stack's code talks to, and its images to run steps in. Ports are open to this machine alone.</summary>
internal sealed class ComposeFile
{
    private readonly ValueMap _services = [];
    private readonly ValueMap _volumes = [];
    private readonly ValueMap _configs = [];
    private readonly List<string> _waitFor = [];
    private readonly string _name;

    public ComposeFile(RenderContext context)
    {
        LocalStores.Add(this, context);
        LocalServers.Add(this, context);
        LocalFeast.Add(this, context);
        AddImages(context);
        AddNotebooks(context);
        _name = $"strata-{context.Stack.Name}";
    }

    public bool IsEmpty => !_services.Any();

    /// <summary>The variables of <c>.env</c> that hold a password.</summary>
    public SortedSet<string> Passwords { get; } = new(StringComparer.Ordinal);

    /// <summary>What steps and notebooks are told, by variable.</summary>
    public ValueMap Environment { get; } = [];

    /// <summary>Parts of the stack that have no equivalent on a laptop, each as a clause.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Files that services read.</summary>
    public List<RenderedFile> Files { get; } = [];

    public string Text => string.Concat(Missing.Select(clause => $"# Not here: {clause}.\n")) + YamlText.Of(new ValueMap
    {
        ["name"] = _name,
        ["services"] = _services,
        ["volumes"] = _volumes.Any() ? (Value)_volumes : null,
        ["configs"] = _configs.Any() ? (Value)_configs : null,
    });

    /// <summary>The service that steps in an image run as.</summary>
    public static string ServiceOf(string image) => $"image-{image}";

    /// <summary>A variable of <c>.env</c> without which nothing starts.</summary>
    public string Password(string name)
    {
        Passwords.Add(name);
        return $"${{{name}:?run 'python3 run.py init' first}}";
    }

    public bool Has(string service) => _services[service] is not null;

    /// <param name="isWaitedFor">Steps and notebooks start after it is healthy, or has done what it does once.</param>
    public void Add(string name, ValueMap service, bool isWaitedFor = true)
    {
        _services[name] = service;
        if (isWaitedFor)
        {
            _waitFor.Add(name);
        }
    }

    /// <summary>A named volume at a path of a service.</summary>
    public string Volume(string name, string path)
    {
        _volumes[name] = new ValueMap();
        return $"{name}:{path}";
    }

    public void Config(string name, string content) => _configs[name] = new ValueMap { ["content"] = content };

    /// <summary>Waits until others are healthy, or have ended well.</summary>
    public ValueMap After(IEnumerable<string> services)
    {
        var after = new ValueMap();
        foreach (var name in services)
        {
            after[name] = new ValueMap { ["condition"] = _services[name] is ObjectValue service && service["healthcheck"] is not null ? "service_healthy" : "service_completed_successfully" };
        }

        return after;
    }

    public static ValueMap Check(params IEnumerable<string> words) => new()
    {
        ["test"] = Value.List(words.Select(word => (Value)word).Prepend("CMD")),
        ["interval"] = "5s",
        ["timeout"] = "5s",
        ["retries"] = 30,
        ["start_period"] = "10s",
    };

    private void AddImages(RenderContext context)
    {
        foreach (var image in context.Stack.Config.Images.Values.OrderBy(image => image.Name, StringComparer.Ordinal))
        {
            _services[ServiceOf(image.Name)] = new ValueMap
            {
                ["image"] = LocalFiles.ReferenceTo(image, context),
                ["pull_policy"] = "never",
                ["profiles"] = Value.List("steps"),
                ["environment"] = Environment.Any() ? (Value)Environment : null,
                ["depends_on"] = _waitFor.Count > 0 ? (Value)After(_waitFor) : null,
            };
        }
    }

    /// <summary>The stack's own notebook image where it has JupyterLab, which has to be built; else the one of its JupyterHub.</summary>
    private void AddNotebooks(RenderContext context)
    {
        var own = context.Stack.Config.Images.Values.FirstOrDefault(image => image.Use == ImageUse.Notebook && image.Requirements.Any(line => line.StartsWith("jupyterlab==", StringComparison.Ordinal)));
        if (own is null && !context.Stack.Components.OfType<WorkspaceConfig>().Any())
        {
            return;
        }

        var environment = new ValueMap { ["JUPYTER_TOKEN"] = Password("JUPYTER_TOKEN") };
        foreach (var (name, value) in (IEnumerable<Property>)Environment)
        {
            environment[name] = value;
        }

        Add("notebooks", new()
        {
            ["image"] = own is null
                ? context.Stack.Components.OfType<JupyterHubConfig>().Select(hub => hub.Image).FirstOrDefault() ?? $"quay.io/jupyterhub/k8s-singleuser-sample:{HelmCharts.Get("jupyterhub").Version}"
                : LocalFiles.ReferenceTo(own, context),
            ["pull_policy"] = own is null ? null : (Value)"never",
            ["profiles"] = own is null ? null : (Value)Value.List("notebooks"),
            ["command"] = Value.List("jupyter", "lab", "--ip=0.0.0.0", "--port=8888", "--no-browser"),
            ["environment"] = environment,
            ["ports"] = Value.List("127.0.0.1:8888:8888"),

            // The repository, three folders above this file.
            ["volumes"] = Value.List("../../..:/work"),
            ["working_dir"] = "/work",
            ["healthcheck"] = Check("python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8888/api')"),
            ["depends_on"] = _waitFor.Count > 0 ? (Value)After(_waitFor) : null,
        }, isWaitedFor: false);
    }
}
