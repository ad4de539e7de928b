using Strata.Platform.Secrets;

namespace Strata.Platform.Tests.Secrets;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("password", "xK9#mQ2v")]
    [InlineData("DB_PASSWORD", "hunter2hunter2")]
    [InlineData("api-key", "f3a91c7be204")]
    [InlineData("note", "AKIAQWERTYUIOPASDFGH")]
    [InlineData("note", "xoxb-1234567890")]
    [InlineData("token", "ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("value", "-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("anything", "q8Zr3Tk1Lw9Xc5Vb7Nm2Pd4Fg6Hj0Sa8YuEi")]
    public void A_secret_is_seen(string key, string text) => Assert.NotNull(SecretText.WhyIn(key, text));

    [Theory]
    [InlineData("password", "short1")]
    [InlineData("secretName", "notebooks-tls")]
    [InlineData("existingSecret", "grafana-admin-2")]
    [InlineData("token", "projects/acme/secrets/wandb")]
    [InlineData("passwordKey", "admin-password")]
    [InlineData("image", "pytorch@sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0")]
    [InlineData("policyArn", "arn:aws:iam::aws:policy/service-role/AmazonEKSClusterPolicy")]
    [InlineData("quotaId", "PREEMPTIBLE-NVIDIA-A100-GPUS-per-project-region")]
    [InlineData("annotation", "service.beta.kubernetes.io/aws-load-balancer-internal")]
    [InlineData("description", "A sentence with a password of 12 letters in it.")]
    [InlineData("token", "${steps.login.outputs.token}")]
    public void What_is_no_secret_is_left_alone(string key, string text) => Assert.Null(SecretText.WhyIn(key, text));
}
