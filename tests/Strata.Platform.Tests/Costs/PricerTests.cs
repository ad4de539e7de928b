using Strata.Platform.Costs;
using Strata.Platform.Tests.Policies;

namespace Strata.Platform.Tests.Costs;

/// <summary>What resources are made of that cost by the hour or by the month.</summary>
public sealed class PricerTests
{
    private const string Groups =
        """
        { type: gcp:compute/instanceTemplate:InstanceTemplate, name: nodes, component: strata:scheduler:Slurm jobs, inputs: { machineType: n1-standard-4, scheduling: { provisioningModel: SPOT }, guestAccelerators: [{ type: nvidia-tesla-t4, count: 2 }], disks: [{ diskType: pd-balanced, diskSizeGb: 50 }] } }
        - { type: gcp:compute/regionInstanceGroupManager:RegionInstanceGroupManager, name: group, component: strata:compute:Vms web, inputs: { region: europe-west4, versions: [{ instanceTemplate: { ref: nodes.selfLink } }] } }
        """;

    private const string Valkey = "{ type: aws:elasticache/replicationGroup:ReplicationGroup, name: online, inputs: { engine: valkey, nodeType: cache.t4g.medium, numNodeGroups: 1, replicasPerNodeGroup: 1 } }";

    private const string Claims =
        """
        { type: "kubernetes:storage.k8s.io/v1:StorageClass", name: fast, inputs: { metadata: { name: fast }, parameters: { type: gp3 } } }
        - { type: "kubernetes:core/v1:PersistentVolumeClaim", name: home, inputs: { spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 100Gi } } } } }
        - { type: "kubernetes:core/v1:PersistentVolumeClaim", name: shared, inputs: { spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 100Gi } } } } }
        - { type: "kubernetes:apps/v1:StatefulSet", name: redis, inputs: { spec: { replicas: 2, volumeClaimTemplates: [{ spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 8Gi } } } }] } } }
        - { type: "kubernetes:postgresql.cnpg.io/v1:Cluster", name: db, inputs: { spec: { instances: 3, storage: { storageClass: fast, size: 20Gi } } } }
        """;

    private const string Alert = "{ type: gcp:monitoring/alertPolicy:AlertPolicy, name: errors, inputs: { conditions: [{ displayName: a }, { displayName: b }] } }";

    private const string Rules =
        """
        { type: gcp:compute/forwardingRule:ForwardingRule, name: one, inputs: { region: europe-west4, loadBalancingScheme: EXTERNAL_MANAGED } }
        - { type: gcp:compute/forwardingRule:ForwardingRule, name: endpoint, inputs: { region: europe-west4, loadBalancingScheme: "" } }
        - { type: gcp:compute/forwardingRule:ForwardingRule, name: elsewhere, inputs: { region: us-central1, loadBalancingScheme: INTERNAL } }
        - { type: gcp:compute/forwardingRule:ForwardingRule, name: two, inputs: { region: europe-west4 } }
        - { type: gcp:compute/forwardingRule:ForwardingRule, name: three, inputs: { region: europe-west4 } }
        - { type: gcp:compute/forwardingRule:ForwardingRule, name: four, inputs: { region: europe-west4 } }
        - { type: gcp:compute/forwardingRule:ForwardingRule, name: five, inputs: { region: europe-west4 } }
        - { type: gcp:compute/forwardingRule:ForwardingRule, name: six, inputs: { region: europe-west4 } }
        - { type: gcp:compute/globalForwardingRule:GlobalForwardingRule, name: world, inputs: { loadBalancingScheme: EXTERNAL_MANAGED } }
        """;

    private const string Table = "{ type: aws:dynamodb/table:Table, name: flows, inputs: { billingMode: PAY_PER_REQUEST } }\n- { type: aws:dynamodb/table:Table, name: slots, inputs: { readCapacity: 5 } }";

    private const string Sql = "{ type: gcp:sql/databaseInstance:DatabaseInstance, name: db, inputs: { region: europe-west4, settings: { tier: db-custom-2-8192, availabilityType: REGIONAL, diskType: PD_SSD, diskSize: 50 } } }";

    private const string Bigtable = "{ type: gcp:bigtable/instance:Instance, name: online, inputs: { clusters: [{ zone: europe-west4-a, storageType: SSD, autoscalingConfig: { minNodes: 1, maxNodes: 5 } }] } }";

    /// <summary>A part's resource and name, then its basis, or what is missing.</summary>
    [Theory]
    [InlineData("gcp", Groups, "group: n1-standard-4 machines, spot", "730 hours at $0.12153, at most $0.209168")]
    [InlineData("gcp", Groups, "group: attached GPUs, spot", "1,460 hours at $0.175, at most $0.3675")]
    [InlineData("gcp", Groups, "group: disks of the machines", "50 GB at $0.11")]
    [InlineData("aws", Valkey, "online: cache.t4g.medium nodes", "the price of elasticache-valkey/cache.t4g.medium in eu-central-1")]
    [InlineData("aws", Claims, "home: volumes", "100 GB at $0.0952")]
    [InlineData("aws", Claims, "redis: volumes", "which disks they are and how large, as no storage class of the stack says")]
    [InlineData("gcp", Claims, "redis: volumes", "16 GB at $0.11")]
    [InlineData("aws", Claims, "db: volumes", "60 GB at $0.0952")]
    [InlineData("kubernetes", Claims, "db: volumes", null)]
    [InlineData("aws", Claims, "shared: volumes", null)]
    [InlineData("gcp", Alert, "errors: conditions", "2 conditions at $0.1")]
    [InlineData("gcp", Rules, "one: forwarding rules, up to five", "730 hours at $0.028")]
    [InlineData("gcp", Rules, "five: forwarding rules, up to five", null)]
    [InlineData("gcp", Rules, "five: forwarding rule above five", null)]
    [InlineData("gcp", Rules, "six: forwarding rule above five", "730 hours at $0.011")]
    [InlineData("gcp", Rules, "six: traffic of the load balancer", "how much it passes on")]
    [InlineData("gcp", Rules, "elsewhere: forwarding rules, up to five", "the price of lb/forwarding-rules in us-central1")]
    [InlineData("gcp", Rules, "endpoint: endpoint", "the price of an endpoint of Private Service Connect")]
    [InlineData("gcp", Rules, "world: forwarding rules, up to five", "730 hours at $0.025")]
    [InlineData("aws", Table, "flows: table", "how much is stored, at $0.306 a GB a month")]
    [InlineData("aws", Table, "flows: writes of the table", "how much is written, at $0.7625 a million write request units")]
    [InlineData("aws", Table, "slots: writes of the table", null)]
    [InlineData("aws", Table, "slots: table", "the capacity for reads and writes, and how much is stored, at $0.306 a GB a month")]
    [InlineData("gcp", Sql, "db: vCPUs of the database", "1,460 hours at $0.0908")]
    [InlineData("gcp", Sql, "db: memory of the database", "5,840 GiB hours at $0.0154")]
    [InlineData("gcp", Sql, "db: storage of the database", "50 GB at $0.374")]
    [InlineData("gcp", Bigtable, "online: Bigtable nodes", "730, 1,460 or 3,650 hours at $0.72")]
    [InlineData("gcp", Bigtable, "online: Bigtable storage", "how much is stored, at $0.19 a GB a month")]
    public void A_part_has_its_price_or_says_what_is_missing(string cloud, string resources, string part, string? basis)
    {
        var region = cloud == "gcp" ? "gcp:project: p\n  gcp:region: europe-west4" : "aws:region: eu-central-1";
        var (model, graph) = RawGraph.Read($"config:\n  {region}\n  strata:team: t\n  strata:environment: dev\n  strata:cloud: {cloud}\n---\n- {resources}");
        var found = CostCalculator.Of(model, graph, PriceTable.BuiltIn).Parts.SingleOrDefault(one => $"{one.Resource}: {one.What}" == part);
        Assert.Equal(basis is null, found is null);
        Assert.Equal(basis, found?.Missing ?? found?.Basis);
    }
}
