using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>
/// Somebody who may use buckets of a MinIO server: a user of the server whose key is made in the cluster and lies in a secret of
/// the team's namespace.
/// </summary>
internal static class MinioUser
{
    public const string AccessKey = "AWS_ACCESS_KEY_ID";
    public const string SecretKey = "AWS_SECRET_ACCESS_KEY";

    /// <summary>Creating a user or policy again replaces it; attaching a policy again is an error that is none.</summary>
    private const string Script =
        """
        mc admin user add store "$USER_NAME" "$(cat "$SECRET_FILES/AWS_SECRET_ACCESS_KEY")"
        printf '%s' "$POLICY" >"$SECRET_FILES/policy.json"
        mc admin policy create store "$USER_NAME" "$SECRET_FILES/policy.json"
        answer=$(mc admin policy attach store "$USER_NAME" --user "$USER_NAME" 2>&1) || case "$answer" in
          *"already in effect"*) ;;
          *) echo "$answer"; exit 1 ;;
        esac
        """;

    /// <summary>The name of the secret with a user's key.</summary>
    public static string SecretOf(string user) => $"{user}-s3";

    /// <summary>Adds the user with a policy, and the secret with its key.</summary>
    /// <param name="scope">The component that the user is for; its provider is the cluster's.</param>
    /// <param name="space">Where the secret is wanted.</param>
    /// <param name="user">Unique among the stack's identities and queues.</param>
    /// <param name="annotations">Of the secret, for operators that read it themselves.</param>
    /// <returns>The job; whoever uses the key waits for it.</returns>
    public static Resource Add(Scope scope, StackModel stack, Minio server, NamespaceHandle space, string user, IReadOnlyList<PolicyStatement> statements, IReadOnlyList<Resource> after,
        InputMap<string>? annotations = null) =>
        new GeneratedSecret
        {
            Name = SecretOf(user),
            LivesIn = space with { Scope = scope },
            RunsIn = server.Space with { Scope = scope },
            Keys = new Dictionary<string, int> { [SecretKey] = 40 },
            Known = new() { [AccessKey] = user },
            Annotations = annotations,
        }.Add(stack, [server.Client(Script,
        [
            KubernetesJob.Variable("SECRET_FILES", KubernetesJob.Files),
            KubernetesJob.Variable("USER_NAME", user),
            KubernetesJob.Variable("POLICY", PolicyDocument.Of(statements)),
        ])], [server.Server, space.Resource, .. after]);
}
