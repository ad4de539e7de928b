using Strata.Graph;

namespace Strata.Platform.Compute;

/// <summary>How the Kubernetes provider signs in to an EKS cluster.</summary>
internal static class EksKubeconfig
{
    /// <summary>A kubeconfig without credentials: the AWS command line makes a token from whoever runs it.</summary>
    /// <param name="certificateAuthority">Base 64, as EKS gives it.</param>
    public static Output<string> For(Input<string> name, Input<string> endpoint, Input<string> certificateAuthority, string region) => Output.Json(new ValueMap
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Config",
        ["clusters"] = Value.List(Named("cluster", new ValueMap { ["server"] = endpoint, ["certificate-authority-data"] = certificateAuthority })),
        ["contexts"] = Value.List(Named("context", new ValueMap { ["cluster"] = "eks", ["user"] = "eks" })),
        ["current-context"] = "eks",
        ["users"] = Value.List(Named("user", new ValueMap
        {
            ["exec"] = new ValueMap
            {
                ["apiVersion"] = "client.authentication.k8s.io/v1beta1",
                ["command"] = "aws",
                ["args"] = Value.List("eks", "get-token", "--cluster-name", name, "--region", region),
            },
        })),
    });

    private static ValueMap Named(string kind, ValueMap content) => new() { ["name"] = "eks", [kind] = content };
}
