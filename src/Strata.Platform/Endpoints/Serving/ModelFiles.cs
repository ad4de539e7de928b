using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Endpoints;

/// <summary>Where files of an endpoint lie, and what it needs to reach them.</summary>
/// <param name="Uri">With its scheme.</param>
/// <param name="Store">The stack's own object store that has them; null where the file gives a URI.</param>
/// <param name="Level">Whether they are written too.</param>
internal sealed record ModelFiles(Input<string> Uri, StorageGrant? Store, AccessLevel Level)
{
    /// <summary>The files that a text of the stack file means.</summary>
    /// <param name="text">A URI, or a path in the endpoint's store.</param>
    /// <param name="property">The property that says so.</param>
    /// <param name="schemes">What the engine can read.</param>
    /// <exception cref="ExpansionStoppedException">It cannot be read; why is among the diagnostics.</exception>
    public static ModelFiles Of(ComponentContext context, EndpointConfig config, string text, string property, string engine, AccessLevel level, params string[] schemes)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) is var end && end < 0)
        {
            var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Store, nameof(config.Store));
            var name = config.Store?.Name ?? context.Stack.Components.OfType<ObjectStore>().First(one => context.Stack.CloudOf(one) == context.Cloud).Name;
            return new ModelFiles(Output.Format($"{store.Url}/{text.Trim('/')}"), new StorageGrant(store, level, name), level);
        }

        if (!schemes.Contains(text[..end]))
        {
            context.Diagnostics.Add(EndpointErrors.ModelElsewhere(config.SpanOf(property) ?? config.KeySpan, text, engine, schemes.Select(scheme => $"{scheme}://")));
            throw new ExpansionStoppedException();
        }

        return new ModelFiles(text, null, level);
    }

    /// <summary>What pods that use the files may do: each store once, at the highest level asked.</summary>
    public static PodRights RightsFor(IEnumerable<ModelFiles> files)
    {
        var all = files.ToList();
        return new PodRights
        {
            Storage = [.. all.Select(one => one.Store).OfType<StorageGrant>().GroupBy(grant => grant.Name).Select(grants => grants.MaxBy(grant => grant.Level == AccessLevel.Write ? 1 : 0)!)],
            Statements = [.. all.SelectMany(StatementsFor)],
        };
    }

    /// <summary>What an AWS identity must be allowed for files in a bucket that is not the stack's.</summary>
    private static IEnumerable<PolicyStatement> StatementsFor(ModelFiles files)
    {
        if (files.Store is null && files.Uri.Value is TextValue { Text: var uri } && uri.StartsWith("s3://", StringComparison.Ordinal))
        {
            var path = uri["s3://".Length..].TrimEnd('/');
            var bucket = path.Split('/')[0];
            yield return new PolicyStatement(["s3:ListBucket", "s3:GetBucketLocation"], [$"arn:aws:s3:::{bucket}"]);
            yield return new PolicyStatement(files.Level == AccessLevel.Write ? ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"] : ["s3:GetObject"], [$"arn:aws:s3:::{path}", $"arn:aws:s3:::{path}/*"]);
        }
    }
}
