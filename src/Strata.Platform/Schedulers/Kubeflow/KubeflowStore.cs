using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The stack's object store in the terms of Kubeflow Pipelines: of drivers and launchers of steps, of the API server and of the pages.</summary>
internal static class KubeflowStore
{
    /// <summary>What drivers and launchers read beside them (backend/src/v2/config of 2.17.0).</summary>
    public const string Launcher = "kfp-launcher";

    private const string Folder = "pipelines";

    public static ConfigMap AddLauncher(ComponentContext context, NamespaceHandle team, ObjectStoreHandle store) =>
        context.Scope.Add(new ConfigMap($"{context.Name}-launcher", new ResourceOptions { DependsOn = [team.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, Launcher, team.Name),
            Data = new()
            {
                ["defaultPipelineRoot"] = store is KubernetesObjectStoreHandle ? Output.Format($"minio://{store.Bucket}/{Folder}") : RootOf(store),
                ["providers"] = Output.Json(Providers(context, store)),
            },
        });

    /// <summary>The folder for what steps hand on, in the words of everybody else.</summary>
    public static Output<string> RootOf(ObjectStoreHandle store) => Output.Format($"{store.Url}/{Folder}");

    private static ValueMap Providers(ComponentContext context, ObjectStoreHandle store) => store switch
    {
        AwsObjectStoreHandle => Default("s3", new()
        {
            ["endpoint"] = S3Of(context),
            ["region"] = context.Expansion.Foundations.Aws.Region,
            ["credentials"] = new ValueMap { ["fromEnv"] = true },
        }),
        KubernetesObjectStoreHandle minio => Default("minio", new()
        {
            ["endpoint"] = minio.Server.Endpoint["http://".Length..],
            ["region"] = "us-east-1",
            ["disableSSL"] = true,
            ["credentials"] = new ValueMap
            {
                ["fromEnv"] = false,
                ["secretRef"] = new ValueMap { ["secretName"] = MinioUser.SecretOf(context.Name), ["accessKeyKey"] = MinioUser.AccessKey, ["secretKeyKey"] = MinioUser.SecretKey },
            },
        }),
        _ => Default("gs", new() { ["credentials"] = new ValueMap { ["fromEnv"] = true } }),
    };

    /// <summary>
    /// By S3's API alone, and only to read what runs have left: pipelines themselves are in the database. On Google Cloud it has no key for
    /// that API and reads nothing; the pages read the bucket themselves.
    /// </summary>
    /// <param name="account">What it runs as, with its key to MinIO.</param>
    public static IReadOnlyList<EnvVarArgs> OfApi(ComponentContext context, ObjectStoreHandle store, string account)
    {
        List<EnvVarArgs> environment = [KubernetesJob.Variable("OBJECTSTORECONFIG_BUCKETNAME", store.Bucket)];
        if (store is KubernetesObjectStoreHandle minio)
        {
            var (host, port) = minio.Server.Endpoint["http://".Length..].Split(':') is [var first, var second] ? (first, second) : throw new InvalidOperationException(minio.Server.Endpoint);
            var secret = MinioUser.SecretOf($"{context.Name}-{account}");
            environment.AddRange(
            [
                KubernetesJob.Variable("OBJECTSTORECONFIG_HOST", host),
                KubernetesJob.Variable("OBJECTSTORECONFIG_PORT", port),
                KubernetesJob.Variable("OBJECTSTORECONFIG_SECURE", "false"),
                KubernetesJob.FromSecret("OBJECTSTORECONFIG_ACCESSKEY", secret, MinioUser.AccessKey),
                KubernetesJob.FromSecret("OBJECTSTORECONFIG_SECRETACCESSKEY", secret, MinioUser.SecretKey),
            ]);
            return environment;
        }

        // Its own file of settings has a key that is none: without one it asks the cloud.
        environment.AddRange(
        [
            KubernetesJob.Variable("OBJECTSTORECONFIG_SECURE", "true"),
            KubernetesJob.Variable("OBJECTSTORECONFIG_ACCESSKEY", ""),
            KubernetesJob.Variable("OBJECTSTORECONFIG_SECRETACCESSKEY", ""),
            .. store is AwsObjectStoreHandle
                ? (EnvVarArgs[])[KubernetesJob.Variable("OBJECTSTORECONFIG_HOST", S3Of(context)), KubernetesJob.Variable("OBJECTSTORECONFIG_REGION", context.Expansion.Foundations.Aws.Region)]
                : [KubernetesJob.Variable("OBJECTSTORECONFIG_HOST", "storage.googleapis.com"), KubernetesJob.Variable("AWS_EC2_METADATA_DISABLED", "true")],
        ]);
        return environment;
    }

    /// <summary>Who asks is the pod's own identity on clouds; on premises the pages read the pipelines' own secret, which they may.</summary>
    public static IReadOnlyList<EnvVarArgs> OfPages(ComponentContext context, ObjectStoreHandle store) => store is not AwsObjectStoreHandle ? [] :
    [
        KubernetesJob.Variable("AWS_REGION", context.Expansion.Foundations.Aws.Region),
        KubernetesJob.Variable("AWS_S3_ENDPOINT", S3Of(context)),
        KubernetesJob.Variable("AWS_SSL", "true"),
    ];

    private static string S3Of(ComponentContext context) => $"s3.{context.Expansion.Foundations.Aws.Region}.amazonaws.com";

    private static ValueMap Default(string provider, ValueMap settings) => new() { [provider] = new ValueMap { ["default"] = settings } };
}
