using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Batch.V1.Inputs;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>Small jobs that set something up inside a cluster, once for each version of what they do.</summary>
internal static class KubernetesJob
{
    /// <summary>A writable folder that the job's containers share, in memory.</summary>
    public const string Files = "/work";

    /// <summary>
    /// Adds a job that runs once. A finished job cannot be changed, so its name ends with a hash of what it does: a change makes a
    /// new job, which runs; without one nothing runs again.
    /// </summary>
    /// <param name="name">The logical name; unique in the stack.</param>
    /// <param name="account">The service account; none is mounted when null.</param>
    /// <param name="steps">Run one after the other.</param>
    public static Job Add(StackModel stack, NamespaceHandle space, string name, string? account, IReadOnlyList<ContainerArgs> steps, IReadOnlyList<Resource> after)
    {
        var hash = StableHash.Of(string.Join('\n', steps.Select(step => ValueText.Of(step.ToValue()))));
        return space.Scope.Add(new Job(name, new ResourceOptions { DependsOn = after })
        {
            Metadata = KubernetesObject.Meta(stack, name, Naming.KubernetesNames.Label.Make(name, hash), space.Name),
            Spec = new JobSpecArgs { BackoffLimit = 10, Template = Pod(stack, name, account, steps) },
        });
    }

    /// <summary>The pod of a job; it passes the restricted Pod Security Standard.</summary>
    public static PodTemplateSpecArgs Pod(StackModel stack, string component, string? account, IReadOnlyList<ContainerArgs> steps, params IReadOnlyList<VolumeArgs> more) => new()
    {
        Metadata = new() { Labels = KubernetesObject.Labels(stack, component) },
        Spec = new PodSpecArgs
        {
            RestartPolicy = "Never",
            ServiceAccountName = account,
            AutomountServiceAccountToken = account is not null,
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = 1000,
                RunAsGroup = 1000,
                FsGroup = 1000,
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            InitContainers = steps.Count > 1 ? [.. steps.SkipLast(1)] : null,
            Containers = [steps[^1]],
            Volumes = [new VolumeArgs { Name = "work", EmptyDir = new EmptyDirVolumeSourceArgs { Medium = "Memory", SizeLimit = "16Mi" } }, .. more],
        },
    };

    /// <summary>One step of a job, with little power and little appetite.</summary>
    public static ContainerArgs Step(string name, string image, string[] command, IEnumerable<EnvVarArgs> environment, params IReadOnlyList<VolumeMountArgs> more) => new()
    {
        Name = name,
        Image = image,
        Command = command,
        Env = [.. environment],
        Resources = new ResourceRequirementsArgs
        {
            Requests = new() { ["cpu"] = "50m", ["memory"] = "64Mi" },
            Limits = new() { ["memory"] = "256Mi" },
        },
        SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = new CapabilitiesArgs { Drop = ["ALL"] },
        },
        VolumeMounts = [new VolumeMountArgs { Name = "work", MountPath = Files }, .. more],
    };

    public static EnvVarArgs Variable(string name, Input<string> value) => new() { Name = name, Value = value };

    public static EnvVarArgs FromSecret(string name, string secret, string key) => new()
    {
        Name = name,
        ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = secret, Key = key } },
    };
}
