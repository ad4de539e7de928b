using Strata.Gcp.Kms;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>The stack's Cloud KMS keys: one ring in the stack's region with a key for each purpose, made when first asked for.</summary>
internal sealed class GcpKeys(StackExpansion expansion)
{
    // Purpose, and the service that encrypts with the key: its agent is let use the key.
    private static readonly Dictionary<string, string> AgentOf = new()
    {
        ["storage"] = "storage",
        ["files"] = "file",
        ["scratch"] = "lustre",
        ["events"] = "pubsub",
        ["tables"] = "bigquery",
        ["database"] = "sqladmin",
        ["registry"] = "artifactregistry",
        ["disks"] = "compute",
        ["cluster"] = "container",
        ["composer"] = "composer",
        ["vertex"] = "aiplatform",
        ["endpoints"] = "aiplatform",
    };

    private readonly Dictionary<string, Input<string>> _ids = [];
    private KeyRing? _ring;
    private bool _checked;

    /// <summary>
    /// The id of the key for a purpose: <c>storage</c>, <c>files</c>, <c>scratch</c>, <c>events</c>, <c>tables</c>, <c>database</c>, <c>registry</c>,
    /// <c>disks</c>, <c>cluster</c>, <c>composer</c>, <c>vertex</c> or <c>endpoints</c>; null where Google's own keys are to be used. Whoever uses the id waits until the service that
    /// encrypts may use the key.
    /// </summary>
    public Input<string>? IdFor(string purpose)
    {
        EncryptionConfig config = expansion.Stack.Config.Encryption;
        if (Existing(config) is { } existing)
        {
            return existing;
        }

        if (!config.CustomerKeys)
        {
            return null;
        }

        if (!_ids.TryGetValue(purpose, out var id))
        {
            _ids[purpose] = id = Make(purpose);
        }

        return id;
    }

    /// <summary>The file's own key. In a stack on several clouds it may be a key of another one.</summary>
    private string? Existing(EncryptionConfig config)
    {
        if (config.Existing is not { } key || (key.StartsWith("arn:", StringComparison.Ordinal) && expansion.Stack.Config.Cloud != Cloud.Gcp))
        {
            return null;
        }

        var region = expansion.Foundations.Gcp.Region;
        if (!_checked && !(key.StartsWith("projects/", StringComparison.Ordinal) && key.Contains($"/locations/{region}/keyRings/", StringComparison.Ordinal)))
        {
            expansion.Diagnostics.Add(GcpFoundationErrors.KeyElsewhere(config.SpanOf(nameof(config.Existing)), key, region));
        }

        _checked = true;
        return key;
    }

    private Output<string> Make(string purpose)
    {
        StackConfig config = expansion.Stack.Config;
        var isProd = config.Environment == DeploymentEnvironment.Prod;
        var name = $"{purpose}-key";
        var scope = expansion.Root.AddComponent("strata:foundation:Key", $"gcp-{name}", config.Encryption.Mapping is null ? null : config.SpanOf(nameof(config.Encryption)));
        _ring ??= Ring(isProd);
        var key = scope.Add(new CryptoKey(name, new ResourceOptions { Protect = isProd, RetainOnDelete = isProd })
        {
            Name = purpose,
            KeyRing = _ring.Id,
            RotationPeriod = $"{Math.Max(config.Encryption.Rotation.Seconds, 86_400)}s",
        });

        // The id is read from the grant, so that what is encrypted waits for it.
        return scope.Add(new CryptoKeyIAMMember($"{name}-agent")
        {
            CryptoKeyId = key.Id,
            Role = "roles/cloudkms.cryptoKeyEncrypterDecrypter",
            Member = expansion.Foundations.Gcp.Agents.MemberOf(AgentOf[purpose]),
        }).GetOutput<string>("cryptoKeyId");
    }

    private KeyRing Ring(bool isProd)
    {
        var gcp = expansion.Foundations.Gcp;
        return expansion.Root.Add(new KeyRing("keys", new ResourceOptions { DependsOn = [gcp.Api("cloudkms")], Protect = isProd, RetainOnDelete = isProd })
        {
            Name = expansion.Named(GcpNames.Kms),
            Location = gcp.Region,
        });
    }
}
