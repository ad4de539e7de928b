using System.ComponentModel;
using Strata.Platform.Registries;
using Strata.Platform.Stacks;

namespace Strata.Platform.Images;

/// <summary>A container image that the team's code runs in, built from a rendered Dockerfile.</summary>
public sealed record ImageConfig : NamedConfig
{
    [Description("What it starts from: python, pytorch, tensorflow, jax, or a full image reference under 'from'.")]
    public ImageBase Base { get; init; }

    [Description("The image it starts from instead of one of the catalog's, with its digest: ghcr.io/acme/base:1.4@sha256:….")]
    [Pattern("^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)+(:[A-Za-z0-9._-]+)?@sha256:[0-9a-f]{64}$", "an image with its digest, such as ghcr.io/acme/base:1.4@sha256:…")]
    public string? From { get; init; }

    [Description("What it is for: shapes what is installed and how it starts.")]
    public ImageUse Use { get; init; }

    [Description("The Python version, quoted: \"3.12\".")]
    [Pattern("^3\\.(9|1[0-4])$", "a minor version in quotes, such as \"3.12\"")]
    public string Python { get; init; } = "3.12";

    [Description("Python packages, each with its exact version: torch==2.7.1.")]
    public IReadOnlyList<string> Requirements { get; init; } = [];

    [Description("What installs Python packages.")]
    public PackageInstaller Installer { get; init; }

    [Description("Debian packages besides those of the base.")]
    [Pattern("^[a-z0-9][a-z0-9+.-]+(=[A-Za-z0-9.+:~-]+)?$", "a Debian package, such as libgomp1")]
    public IReadOnlyList<string> Packages { get; init; } = [];

    [Description("The folder of the team's code that is copied in, from the repository's root.")]
    [Pattern("^(?!([^/]*/)*\\.{1,2}(/|$))[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$", "a folder below the repository's root, such as src/fraud")]
    public string? Source { get; init; }

    [Description("Where it is pushed. The stack's only registry when left out.")]
    public Ref<RegistryConfig>? Registry { get; init; }

    [Description("The tag that workflows run; build systems push a tag of the commit beside it.")]
    [Pattern("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", "a tag such as 1.4.0")]
    public string Tag { get; init; } = "main";

    [Description("The accelerator its libraries are for. Follows from the pools its steps run on when left out.")]
    public ImageAccelerator? Accelerator { get; init; }

    [Description("Environment variables set in the image; nothing secret.")]
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>What an image starts from.</summary>
public enum ImageBase
{
    Python,
    Pytorch,
    Tensorflow,
    Jax,
}

/// <summary>What an image is for.</summary>
public enum ImageUse
{
    Training,
    Featurizing,
    Serving,
    Notebook,
}

/// <summary>What installs Python packages.</summary>
public enum PackageInstaller
{
    Uv,
    Pip,
    Conda,
}

/// <summary>What an image's libraries are built for.</summary>
public enum ImageAccelerator
{
    Cpu,
    Cuda,
    Tpu,
}
