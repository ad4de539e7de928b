using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Foundation;

public sealed class AwsFoundationTests
{
    private const string Everything = """
          strata:network: { cidr: 10.20.0.0/16, flowLogs: true, privateEndpoints: true }
          strata:encryption: { rotation: 365d }
          strata:budget: { monthly: 800, notify: [a@acme.example], activateTag: true }
          strata:access:
            admins: [arn:aws:iam::123456789012:role/leads]
            members: [arn:aws:iam::123456789012:role/data-scientists]
            permissionsBoundary: arn:aws:iam::123456789012:policy/bound
            rolePath: /ml/
            ci: { repository: acme/ml }
          strata:quotas: { request: true }
          strata:storage:
            lake: { kind: objects }
            tables: { kind: warehouse }
          strata:registries:
            images: { images: [trainer] }

        """;

    [SharedTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void All_resources_are_what_the_provider_takes(string environment) =>
        Assert.Empty(AwsStack.Check(AwsStack.Graph(Everything, environment)));

    [Fact]
    public void Pull_requests_may_look_and_only_approved_deployments_may_change()
    {
        var graph = AwsStack.Graph("  strata:access: { ci: { repository: acme/ml } }\n", "prod");
        Assert.Contains("repo:acme/ml:pull_request", graph.One("aws:iam/role:Role", "ci-preview").Text("assumeRolePolicy"), StringComparison.Ordinal);
        Assert.Contains("repo:acme/ml:environment:prod", graph.One("aws:iam/role:Role", "ci-deploy").Text("assumeRolePolicy"), StringComparison.Ordinal);
        Assert.DoesNotContain("ci-preview-policy", graph.Of("aws:iam/rolePolicy:RolePolicy").Select(p => p.LogicalName));
    }

    [Fact]
    public void A_second_stack_of_the_account_uses_the_identity_provider_that_is_there()
    {
        var graph = AwsStack.Graph("  strata:access: { ci: { repository: acme/ml, createProvider: false } }\n");
        Assert.Empty(graph.Of("aws:iam/openIdConnectProvider:OpenIdConnectProvider"));
        Assert.Contains(":oidc-provider/token.actions.githubusercontent.com", graph.One("aws:iam/role:Role", "ci-deploy").Text("assumeRolePolicy"), StringComparison.Ordinal);
    }

    [Fact]
    public void Deployments_make_only_roles_of_their_stack_and_only_with_the_bound()
    {
        var policy = AwsStack.Graph(Everything).One("aws:iam/rolePolicy:RolePolicy", "ci-deploy-policy").Text("policy");
        Assert.Contains(":role/ml/fraud-test-*", policy, StringComparison.Ordinal);
        Assert.Contains("iam:PermissionsBoundary", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev", true)]
    [InlineData("prod", false)]
    public void Members_change_data_by_hand_only_outside_of_prod(string environment, bool writes)
    {
        var policy = AwsStack.Graph(Everything, environment).One("aws:iam/rolePolicy:RolePolicy", "access-members-policy").Text("policy");
        Assert.Equal(writes, policy.Contains("ecr:PutImage", StringComparison.Ordinal));
    }

    [Fact]
    public void No_role_may_do_everything_of_a_service()
    {
        var policies = AwsStack.Graph(Everything).Of("aws:iam/rolePolicy:RolePolicy");
        var actions = policies.SelectMany(p => ActionsOf(p.InputProperties.First(i => i.Name == "policy").Value)).ToList();
        Assert.NotEmpty(actions);
        Assert.DoesNotContain(actions, action => action.EndsWith('*'));
    }

    private static IEnumerable<string> ActionsOf(Value policy) =>
        ((ListValue)((ObjectValue)((JsonTextValue)policy).Content)["Statement"]!).Items.Cast<ObjectValue>()
            .SelectMany(statement => ((ListValue)statement["Action"]!).Items.Cast<TextValue>().Select(action => action.Text));

    [Fact]
    public void The_budget_counts_what_has_the_stacks_tag()
    {
        var budget = AwsStack.Graph("  strata:budget: { monthly: 800.5, notify: [a@acme.example] }\n").One("aws:budgets/budget:Budget", "budget");
        Assert.Equal("\"800.5\"", budget.Text("limitAmount"));
        Assert.Contains("user:stack$fraud-test", budget.Text("costFilters"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  strata:budget: { monthly: 800, currency: EUR }\n", "STR392")]
    [InlineData("  strata:access: { members: [ada@acme.example] }\n", "STR394")]
    [InlineData("  strata:identities: { training: {} }\n", "STR396")]
    [InlineData("  strata:storage: { lake: { kind: objects } }\n  strata:encryption: { rotation: 30d }\n", "STR391")]
    [InlineData("  strata:storage: { lake: { kind: objects } }\n  strata:encryption: { existing: 'arn:aws:kms:us-east-1:123456789012:key/1' }\n", "STR390")]
    public void What_AWS_cannot_do_is_refused_with_a_reason(string rest, string code) => Assert.Equal(code, AwsStack.Problem(rest).Code);

    [Fact]
    public void The_key_of_logs_lets_in_the_service_that_writes_them() => Assert.Contains(
        "logs.eu-west-1.amazonaws.com", AwsStack.Graph(Everything).One("aws:kms/key:Key", "logs-key").Text("policy"), StringComparison.Ordinal);

    [Fact]
    public void A_stack_with_a_cluster_and_no_identities_gets_one_that_may_write_to_all_its_storage()
    {
        var graph = AwsStack.Graph("  strata:storage: { lake: { kind: objects } }\n  strata:compute: { cluster: {} }\n");
        Assert.Contains("s3:PutObject", graph.One("aws:iam/rolePolicy:RolePolicy", "workload-policy").Text("policy"), StringComparison.Ordinal);
        Assert.Equal("\"workload\"", graph.One("aws:eks/podIdentityAssociation:PodIdentityAssociation", "workload-cluster").Text("serviceAccount"));
    }

    [Fact]
    public void An_identity_may_do_what_its_entry_says_and_only_its_own_account_takes_it_on()
    {
        var graph = AwsStack.Graph("""
              strata:storage: { lake: { kind: objects }, other: { kind: objects } }
              strata:compute: { cluster: {} }
              strata:identities: { serving: { access: { lake: read } } }

            """);
        var policy = graph.One("aws:iam/rolePolicy:RolePolicy", "serving-policy").Text("policy");
        Assert.Contains("lake.arn", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("other.arn", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:PutObject", policy, StringComparison.Ordinal);
        Assert.Contains("kubernetes-service-account: \"serving\"", graph.One("aws:iam/role:Role", "serving").Text("assumeRolePolicy").Replace("\"aws:RequestTag/", "", StringComparison.Ordinal).Replace("account\":", "account:", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(graph.Resources, r => r.LogicalName == "workload");
    }

    [Fact]
    public void An_identity_on_AWS_is_refused_storage_on_another_cloud_at_the_entry()
    {
        var problem = AwsStack.Problem("""
              gcp:project: acme-fraud
              gcp:region: europe-west4
              strata:storage: { corpus: { kind: warehouse, engine: snowflake, snowflake: { account: a-b, database: d, warehouse: w, user: u, privateKey: { secret: key } } }, data: { kind: objects, cloud: kubernetes } }
              strata:secrets: { key: { secure: v1:9Zb1p2mXq7c0aK3d:qL0y8v1mB2xYw4n5t6u7r8s9A0b1C2d3E4f5 } }
              strata:compute: { cluster: {}, metal: { kind: cluster, cloud: kubernetes } }
              strata:identities: { serving: { access: { data: read, corpus: read } } }

            """);
        Assert.Equal("STR960", problem.Code);
        Assert.Equal(12, problem.Span!.Value.StartPosition.Line);
    }

    [Fact]
    public void Nodes_wait_for_the_way_out_of_their_subnets()
    {
        var nodes = AwsStack.Graph("  strata:compute: { cluster: {} }\n").Of("aws:eks/nodeGroup:NodeGroup")[0];
        Assert.Contains("network-private-1", nodes.ResourceOptions.DependsOn.Where(r => r.TypeToken == "aws:ec2/route:Route").Select(r => r.LogicalName));
    }

    [Fact]
    public void Quotas_count_processors_by_family_and_a_queue_may_need_both_spot_and_on_demand()
    {
        var needs = AwsQuotaNeeds.Of(Model("""
              strata:compute:
                gpu: { kind: pool, machine: { type: g6.2xlarge }, max: 4 }
                jobs: { kind: batch, machine: { type: m7i.4xlarge }, max: 10 }
                one: { kind: instances, machine: { type: m7i.4xlarge } }
                big: { kind: pool, machine: { type: p4d.24xlarge }, spot: true, max: 2 }

            """));
        Assert.Equal(
            [("L-DB2E81BA", 32), ("L-1216C47A", 176), ("L-7212CCBC", 192), ("L-34B43A08", 160)],
            needs.Select(n => (n.Code, n.Vcpus)));
    }

    [Fact]
    public void A_stack_without_machines_needs_no_quotas() => Assert.Empty(AwsQuotaNeeds.Of(Model("")));

    private static StackModel Model(string rest)
    {
        var files = new StackFolder { ["Pulumi.fraud-test.yaml"] = AwsStack.Head("fraud", "dev") + rest };
        return new StackRepository(files).Bind("fraud-test")!.Model!;
    }
}
