using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint on Seldon Core 2, with a runtime of its own in a namespace of its own: a runtime takes a namespace for itself.</summary>
internal static class SeldonServing
{
    public static EndpointHandle Expand(SeldonEndpoint config, ComponentContext context)
    {
        var strategy = EndpointRules.Check(config, context, RolloutTable.Seldon);
        SeldonRules.Check(config, context);
        var cluster = context.ClusterOf(config);
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name);
        PodDoor.Open(context, space, "seldon", HelmCharts.Get("seldon-core-v2-setup").Namespace, all: true);
        var replica = Replica.Of(config, context, cluster);
        var tracks = Track.Of(config, strategy);
        var models = tracks.Select(track => ModelFiles.Of(context, config, track.Model!, nameof(config.Model), RolloutTable.Seldon, AccessLevel.Read, "s3", "gs")).ToList();
        var identity = PodIdentity.Add(context, cluster, space, context.Name, ModelFiles.RightsFor(models));
        var scheme = models[0].Store is { Storage: GcpObjectStoreHandle } || tracks[0].Model!.StartsWith("gs:", StringComparison.Ordinal) ? "gs" : "s3";
        var remote = SeldonRemote.Add(context, space, scheme, models[0].Store?.Storage as ObjectStoreHandle);
        var runtime = SeldonRuntime.Add(context, cluster, space);
        var server = SeldonServer.Add(config, context, cluster, space, replica, identity, [runtime, remote, .. identity.Ready]);
        var loaded = tracks.Zip(models, (track, model) => SeldonServer.AddModel(config, context, cluster, space, track, model, server)).ToList();
        ClusterWatch.Add(config, context, cluster, space);
        var header = context.Name;
        if (tracks.Count > 1)
        {
            SeldonExperiment.Add(context, cluster, space, strategy, tracks, loaded);
            header = SeldonExperiment.HeaderOf(context.Name);
        }

        var url = ClusterEntry.AddBehindSignIn(config, context, cluster, space, "seldon-mesh", 80, loaded);
        return new SeldonHandle(space.Name, header) { Url = url };
    }
}
