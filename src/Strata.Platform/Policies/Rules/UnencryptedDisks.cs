using System.Globalization;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Disks and shares whose data is stored in plain.</summary>
internal static class UnencryptedDisks
{
    public static PolicyRule Rule { get; } = new(
        "STR710",
        "unencrypted-disks",
        PolicySubjects.Encryption,
        Severity.Error,
        "EBS volumes, root and data disks of EC2 machines and launch templates, EFS shares and storage classes on AWS that are not encrypted; S3 buckets without an encryption configuration. Google Cloud encrypts everything.",
        "Snapshots and copies of a plain disk can be read by everybody they reach, and encryption cannot be switched on later without a new disk.")
    {
        Types =
        [
            "aws:ebs/volume:Volume", "aws:efs/fileSystem:FileSystem", "aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate", "aws:s3/bucket:Bucket", "kubernetes:storage.k8s.io/v1:StorageClass",
        ],
        OfResource = Check,
    };

    private static IEnumerable<PolicyViolation> Check(Resource resource, PolicyContext context) => resource.TypeToken switch
    {
        "aws:ec2/instance:Instance" =>
            Disks(resource, "ebsBlockDevices", resource.At("ebsBlockDevices").AsItems()).Concat(When(resource, "rootBlockDevice.encrypted", !resource.At("rootBlockDevice.encrypted").IsTrue())),
        "aws:ec2/launchTemplate:LaunchTemplate" => Disks(resource, "blockDeviceMappings", [.. resource.At("blockDeviceMappings").AsItems().Select(device => device.At("ebs")).OfType<Value>()]),
        "aws:s3/bucket:Bucket" => When(resource, null, !context.UsersOf(resource, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").Any()),
        "kubernetes:storage.k8s.io/v1:StorageClass" =>
            When(resource, "parameters.encrypted", resource.At("provisioner").AsText() is "ebs.csi.aws.com" && !resource.At("parameters.encrypted").IsTrue()),
        _ => When(resource, "encrypted", !resource.At("encrypted").IsTrue()),
    };

    private static IEnumerable<PolicyViolation> Disks(Resource resource, string path, IReadOnlyList<Value> disks)
    {
        for (var i = 0; i < disks.Count; i++)
        {
            if (!disks[i].At("encrypted").IsTrue())
            {
                yield return Violation(resource, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
            }
        }
    }

    private static IEnumerable<PolicyViolation> When(Resource resource, string? path, bool isPlain) => isPlain ? [Violation(resource, path)] : [];

    private static PolicyViolation Violation(Resource resource, string? path) => new(path, $"Data of '{resource.LogicalName}' is stored without encryption. Switch it on: it costs nothing, and needs no key of your own.");
}
