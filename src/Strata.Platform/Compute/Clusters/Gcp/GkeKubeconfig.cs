using Strata.Graph;

namespace Strata.Platform.Compute;

/// <summary>How the Kubernetes provider signs in to a GKE cluster.</summary>
internal static class GkeKubeconfig
{
    private const string Gke = "gke";

    /// <summary>
    /// A kubeconfig without credentials: Google's plugin makes a token from the application default credentials, the same that the
    /// Google Cloud provider uses, on people's machines as in CI.
    /// </summary>
    /// <param name="endpoint">The address of the API, without <c>https://</c>.</param>
    /// <param name="certificateAuthority">Base 64, as GKE gives it.</param>
    public static Output<string> For(Input<string> endpoint, Input<string> certificateAuthority) => Output.Json(new ValueMap
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Config",
        ["clusters"] = Value.List(Named("cluster", new ValueMap
        {
            ["server"] = Output.Format($"https://{endpoint}"),
            ["certificate-authority-data"] = certificateAuthority,
        })),
        ["contexts"] = Value.List(Named("context", new ValueMap { ["cluster"] = Gke, ["user"] = Gke })),
        ["current-context"] = Gke,
        ["users"] = Value.List(Named("user", new ValueMap
        {
            ["exec"] = new ValueMap
            {
                ["apiVersion"] = "client.authentication.k8s.io/v1beta1",
                ["command"] = "gke-gcloud-auth-plugin",
                ["args"] = Value.List("--use_application_default_credentials"),
                ["installHint"] = "Install gke-gcloud-auth-plugin: https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl",
                ["provideClusterInfo"] = true,
                ["interactiveMode"] = "Never",
            },
        })),
    });

    private static ValueMap Named(string kind, ValueMap content) => new() { ["name"] = Gke, [kind] = content };
}
