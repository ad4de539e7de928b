using Strata.Graph;
using Strata.Platform.Images;
using Strata.Platform.Registries;
using Strata.Platform.Stacks;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A GitHub workflow that builds the stack's images and pushes them, signed in by OIDC where the registry's cloud takes it.</summary>
internal static class ImageBuildFiles
{
    // Seen in docker/login-action's own workflows and those of google-github-actions on 2026-11-26: v6.0.2, v6.1.1, v3.0.0.
    private const string Checkout = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd";
    private const string AwsSignIn = "aws-actions/configure-aws-credentials@d979d5b3a71173a29b74b5b88418bfda9437d885";
    private const string GcpSignIn = "google-github-actions/auth@7c6bc770dae815cd3e89ee6cdf493a5fab2cc093";

    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        var jobs = new ValueMap();
        List<ImageConfig> pushed = [];
        foreach (var images in context.Stack.Config.Images.Values.GroupBy(image => RegistryImages.RegistryOf(image, context.Stack)).Where(images => images.Key is not null))
        {
            List<(ImageConfig Image, string Repository)> known = [.. images.Select(image => (image, context.RepositoryOf(image))).Where(image => image.Item2 is not null).Select(image => (image.image, image.Item2!))];
            if (known.Count > 0)
            {
                jobs[images.Key!.Name] = Job(images.Key, known, context);
                pushed.AddRange(known.Select(image => image.Image));
            }
        }

        if (pushed.Count == 0)
        {
            yield break;
        }

        yield return new RenderedFile(".github/workflows/images.yml", YamlText.Of(Workflow(jobs, pushed, context)), "images/github");
        if (context.File("images/build.sh", "images/build.sh.sbn", TemplateMap.Empty) is { } script)
        {
            yield return script;
        }
    }

    /// <summary>The stack's output folder, as the command makes it without '--out'.</summary>
    private static string Folder(RenderContext context) => $"rendered/{context.Stack.Name}";

    private static ValueMap Workflow(ValueMap jobs, List<ImageConfig> images, RenderContext context) => new()
    {
        ["name"] = $"Images of {context.Stack.Name}",
        ["on"] = new ValueMap
        {
            ["push"] = new ValueMap
            {
                ["branches"] = Value.List(["main"]),
                ["paths"] = Value.List(
                [
                    $"{Folder(context)}/images/**",
                    .. images.Select(image => image.Source).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(source => (Value)$"{source}/**"),
                ]),
            },
            ["workflow_dispatch"] = new ValueMap(),
        },
        ["permissions"] = new ValueMap { ["contents"] = "read" },
        ["concurrency"] = new ValueMap { ["group"] = $"images-{context.Stack.Name}", ["cancel-in-progress"] = false },
        ["jobs"] = jobs,
    };

    private static ValueMap Job(RegistryConfig registry, List<(ImageConfig Image, string Repository)> images, RenderContext context) => new()
    {
        ["runs-on"] = "ubuntu-24.04",
        ["timeout-minutes"] = 60,
        ["permissions"] = new ValueMap { ["contents"] = "read", ["id-token"] = context.HandleOf<RegistryHandle>(registry) is ClusterRegistryHandle ? null : (Value)"write" },

        // The identity that may push is given to this environment of the repository, and to nothing else.
        ["environment"] = context.Stack.Config.Access.Ci is { } ci ? (Value)(ci.Environment ?? PropertyNames.OfChoice(context.Stack.Config.Environment.ToString())) : null,
        ["strategy"] = new ValueMap
        {
            ["fail-fast"] = false,
            ["matrix"] = new ValueMap { ["include"] = Value.List(images.Select(image => Entry(image.Image, image.Repository, registry, context))) },
        },
        ["steps"] = Value.List(
        [
            new ValueMap { ["uses"] = Checkout, ["with"] = new ValueMap { ["persist-credentials"] = false } },
            .. SignIn(registry, images[0].Repository.Split('/')[0], context),
            new ValueMap
            {
                ["name"] = "Build and push",
                ["env"] = new ValueMap
                {
                    ["IMAGE"] = "${{ matrix.image }}",
                    ["REPOSITORY"] = "${{ matrix.repository }}",
                    ["TAG"] = "${{ matrix.tag }}",
                    ["OVERWRITE"] = "${{ matrix.overwrite }}",
                    ["SOURCE"] = "${{ matrix.source }}",
                },
                ["run"] = $"bash {Folder(context)}/images/build.sh \"{Folder(context)}/images/$IMAGE\" \"$REPOSITORY\" \"$TAG\" \"$GITHUB_SHA\" \"$OVERWRITE\" \"$SOURCE\"",
            },
        ]),
    };

    /// <param name="registry">A tag that may not change is pushed once; ECR makes an exception of those that start with dev-.</param>
    private static Value Entry(ImageConfig image, string repository, RegistryConfig registry, RenderContext context) => new ValueMap
    {
        ["image"] = image.Name,
        ["repository"] = repository,
        ["tag"] = image.Tag,
        ["overwrite"] = !registry.Immutable || (context.Stack.CloudOf(registry) != Cloud.Gcp && image.Tag.StartsWith("dev-", StringComparison.Ordinal)) ? "yes" : "no",
        ["source"] = image.Source ?? "",
    };

    private static IEnumerable<Value> SignIn(RegistryConfig registry, string host, RenderContext context) => context.HandleOf<RegistryHandle>(registry) switch
    {
        AwsRegistryHandle => Aws(host, context),
        GcpRegistryHandle => Gcp(host, context),
        _ => Password(registry, host),
    };

    private static IEnumerable<Value> Aws(string host, RenderContext context)
    {
        var role = context.Expanded.Expansion.Foundations.Aws.Ci is { } ci ? context.Known(ci.Deploy.Arn, "the workflow that builds images", context.Stack.Config.Access.Ci!.KeySpan) : "${{ vars.AWS_IMAGES_ROLE }}";
        var region = context.Stack.Providers.AwsRegion;
        yield return new ValueMap { ["uses"] = AwsSignIn, ["with"] = new ValueMap { ["role-to-assume"] = role, ["aws-region"] = region } };
        yield return new ValueMap { ["name"] = "Sign in to ECR", ["run"] = $"aws ecr get-login-password --region {region} | docker login --username AWS --password-stdin {host}" };
    }

    /// <summary>The provider's name has the project's number in it, which only the cloud knows: a variable of the repository holds it.</summary>
    private static IEnumerable<Value> Gcp(string host, RenderContext context)
    {
        var account = context.Expanded.Expansion.Foundations.Gcp.Ci is { } ci ? context.Known(ci.Deploy.Email, "the workflow that builds images", context.Stack.Config.Access.Ci!.KeySpan) : "${{ vars.GCP_IMAGES_ACCOUNT }}";
        yield return new ValueMap
        {
            ["id"] = "auth",
            ["uses"] = GcpSignIn,
            ["with"] = new ValueMap { ["workload_identity_provider"] = "${{ vars.GCP_WORKLOAD_IDENTITY_PROVIDER }}", ["service_account"] = account, ["token_format"] = "access_token" },
        };
        yield return new ValueMap
        {
            ["name"] = "Sign in to Artifact Registry",
            ["env"] = new ValueMap { ["TOKEN"] = "${{ steps.auth.outputs.access_token }}" },
            ["run"] = $"printf %s \"$TOKEN\" | docker login --username oauth2accesstoken --password-stdin {host}",
        };
    }

    /// <summary>User and password are secrets of the repository, by the registry's name.</summary>
    private static IEnumerable<Value> Password(RegistryConfig registry, string host)
    {
        var name = registry.Name.ToUpperInvariant().Replace('-', '_');
        yield return new ValueMap
        {
            ["name"] = $"Sign in to {registry.Name}",
            ["env"] = new ValueMap { ["USERNAME"] = $"${{{{ secrets.{name}_USERNAME }}}}", ["PASSWORD"] = $"${{{{ secrets.{name}_PASSWORD }}}}" },
            ["run"] = $"printf %s \"$PASSWORD\" | docker login --username \"$USERNAME\" --password-stdin {host}",
        };
    }
}
