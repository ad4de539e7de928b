using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>The image a machine starts from: an AMI, or a public SSM parameter that names the newest one.</summary>
internal sealed record AwsMachineImage
{
    private const string Linux = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-";

    /// <summary>Amazon Linux 2023 with NVIDIA's drivers, CUDA and Docker (https://docs.aws.amazon.com/dlami/latest/devguide/find-dlami-id.html).</summary>
    private const string DeepLearning = "/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id";

    /// <summary>The AMI's id; null when a parameter names it.</summary>
    public string? Ami { get; private init; }

    /// <summary>The parameter; null when the AMI is named.</summary>
    public string? Parameter { get; private init; }

    /// <summary>What the stack file names, or the fitting image of AWS. Null after a problem, which is among the diagnostics.</summary>
    public static AwsMachineImage? Of(Instances config, ComponentContext context, MachineType machine)
    {
        switch (config.Image)
        {
            case { } ami when ami.StartsWith("ami-", StringComparison.Ordinal):
                return new AwsMachineImage { Ami = ami, IsNamed = true };
            case { } parameter when parameter.StartsWith('/'):
                return new AwsMachineImage { Parameter = parameter, IsNamed = true };
            case { } other:
                context.Diagnostics.Add(ComputeErrors.NotAnId(config.SpanOf(nameof(config.Image)), "image", other, "an AMI id such as 'ami-0123456789abcdef0', or an SSM parameter that begins with '/'"));
                return null;
        }

        if (machine.Accelerator is { Accelerator.Kind: not AcceleratorKind.NvidiaGpu } chip)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Machine)), machine.Name, "machines without a named image",
                $"There is no one image with the drivers of '{chip.Accelerator.Name}' that fits all frameworks.",
                "Name one of AWS' Neuron images with 'image'."));
            return null;
        }

        return new AwsMachineImage { Parameter = machine.Accelerator is not null ? DeepLearning : Linux + (machine.Architecture == Architecture.Arm ? "arm64" : "x86_64") };
    }

    /// <summary>True when the stack file names the image.</summary>
    public bool IsNamed { get; private init; }

    /// <summary>For a launch template, which asks for the newest image each time a machine starts.</summary>
    public string ForTemplate => Ami ?? $"resolve:ssm:{Parameter}";

    /// <summary>For a single machine: the newest image when it is made.</summary>
    public Input<string> ForInstance(ComponentContext context) =>
        Ami is { } ami ? ami : context.Expansion.Foundations.Aws.Ask("aws:ssm/getParameter:getParameter", new Property("name", Parameter)).Get<string>("value");

    /// <summary>What the image calls its root disk; null where it is Amazon Linux 2023. Images differ, and a disk of another name would be a second one.</summary>
    public Input<string>? RootDevice(ComponentContext context) => IsNamed
        ? context.Expansion.Foundations.Aws.Ask("aws:ec2/getAmi:getAmi", new Property("filters", Value.List(new ValueMap { ["name"] = "image-id", ["values"] = Value.List(ForInstance(context)) }))).Get<string>("rootDeviceName")
        : null;
}
