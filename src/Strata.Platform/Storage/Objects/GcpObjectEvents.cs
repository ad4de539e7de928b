using Strata.Gcp.PubSub;
using Strata.Gcp.Storage;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>Tells a Pub/Sub topic of every new object in a bucket.</summary>
internal static class GcpObjectEvents
{
    /// <returns>The topic's full name.</returns>
    public static Output<string> Add(ComponentContext context, Bucket bucket)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var name = $"{context.Name}-events";
        var topic = context.Scope.Add(new Topic(name, new ResourceOptions { DependsOn = [gcp.Api("pubsub")] })
        {
            Name = context.Named(GcpNames.PubSub, "events"),
            KmsKeyName = gcp.Keys.IdFor("events"),
        });

        // Cloud Storage tries the topic when the notification is made, and refuses one it may not publish to.
        var publisher = context.Scope.Add(new TopicIAMMember(name)
        {
            Topic = topic.Id,
            Role = "roles/pubsub.publisher",
            Member = gcp.Agents.MemberOf("storage"),
        });
        context.Scope.Add(new Notification(name, new ResourceOptions { DependsOn = [publisher] })
        {
            Bucket = bucket.Name,
            Topic = topic.Id,
            PayloadFormat = "JSON_API_V1",
            EventTypes = ["OBJECT_FINALIZE"],
        });
        return topic.Id;
    }
}
