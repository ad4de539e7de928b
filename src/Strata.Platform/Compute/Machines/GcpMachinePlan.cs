using Strata.Gcp.ServiceAccount;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A machine outside of clusters, before it is one machine or the template of many.</summary>
/// <param name="Type">The machine type, with its GPUs.</param>
/// <param name="Image">An image or family, as Compute Engine takes it.</param>
/// <param name="Disk">The boot disk.</param>
/// <param name="Account">What runs on it acts as this account.</param>
internal sealed record GcpMachinePlan(ComponentContext Context, MachineType Type, string Image, ByteSize Disk, Account Account)
{
    public bool Spot { get; init; }

    /// <summary>What becomes of a spot machine that is taken away: <c>STOP</c> or <c>DELETE</c>; null leaves it to whoever made it.</summary>
    public string? WhenTakenAway { get; init; }

    /// <summary>Checks the boot loader and kernel, which only signed drivers survive.</summary>
    public bool SecureBoot => !HasGpu && Image is GcpImages.Plain or GcpImages.Batch;

    public bool HasGpu => Type.Accelerator is not null;

    /// <summary>GPUs of types that have none by themselves; the others bring theirs.</summary>
    public MachineAccelerator? Attached => Type.Accelerator is { Attached: true } gpu ? gpu : null;

    /// <summary>Machines with GPUs cannot be moved while they run, and spot machines are not.</summary>
    public string OnHostMaintenance => HasGpu || Spot ? "TERMINATE" : "MIGRATE";

    public Input<string>? DiskKey => Context.Expansion.Foundations.Gcp.Keys.IdFor("disks");

    /// <summary>People sign in with their own Google accounts, and never with keys that anyone put into the project.</summary>
    public InputMap<string> Metadata => new()
    {
        ["enable-oslogin"] = "TRUE",
        ["block-project-ssh-keys"] = "TRUE",
        ["install-nvidia-driver"] = HasGpu && Image == GcpImages.DeepLearning ? "True" : null,
    };
}
