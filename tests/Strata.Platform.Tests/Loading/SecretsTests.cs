using static Strata.Platform.Tests.Loading.StackFolder;

namespace Strata.Platform.Tests.Loading;

public sealed class SecretsTests
{
    private static StackFolder Folder(string config) => new() { ["Pulumi.dev.yaml"] = $"config:\n  {config}\n" };

    [Fact]
    public void Ciphertext_is_replaced_by_a_placeholder()
    {
        var stack = Folder("strata:secrets: { wandb: { secure: v1:abc:def } }\n  aws:keys: [{ secure: v1:abc:def }]").LoadFine();
        Assert.Equal("{secrets: {wandb: {secure: \"[secret]\"}}}", Show(stack.Config));
        Assert.Equal("{aws:keys: [{secure: \"[secret]\"}]}", Show(stack.ProviderConfig));
    }

    [Theory]
    [InlineData("strata:token: { secure: v1:a:b }")]
    [InlineData("strata:x: [{ y: { secure: v1:a:b } }]")]
    public void A_secret_elsewhere_is_an_error_with_the_way_to_move_it(string config) =>
        Assert.Contains("pulumi config set --path --secret", Folder(config).LoadProblem().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("strata:secrets: { wandb: hunter2 }")]
    [InlineData("strata:secrets: { wandb: { secure: 5, x: hunter2 } }")]
    [InlineData("strata:secrets: { wandb: [hunter2] }")]
    [InlineData("strata:secrets: hunter2")]
    public void A_literal_is_an_error_that_does_not_repeat_it(string config)
    {
        var (stack, diagnostics) = Folder(config).Load();
        var problem = Assert.Single(diagnostics);
        Assert.DoesNotContain("hunter2", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.HidesSource);
        Assert.DoesNotContain("hunter2", Show(stack!.Config), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_with_a_secure_number_is_an_ordinary_map() => Folder("strata:x: { y: { secure: 5 } }").LoadFine();
}
