using System.Collections.Immutable;
using Strata.Platform.Catalog;

namespace Strata.Platform.Naming;

/// <summary>What resources of AWS may be called.</summary>
public static class AwsNames
{
    private static readonly FactSource Models = NameSources.AwsModels;

    public static NameRule S3Bucket { get; } = new("S3 bucket", 63, "-", NameSources.S3)
    {
        MinLength = 3,
        IsGlobal = true,
        SingleMarks = true,
        ForbiddenStarts = ["xn--", "sthree-", "amzn-s3-demo-"],
        Forbidden = ["-s3alias"],
    };

    public static NameRule S3TableBucket { get; } = new("S3 table bucket", 63, "-", Models) { MinLength = 3 };

    public static NameRule IamRole { get; } = new("IAM role", 64, "-_+=,.@", Models) { MixedCase = true };

    public static NameRule IamPolicy { get; } = new("IAM policy", 128, "-_+=,.@", Models) { MixedCase = true };

    public static NameRule IamInstanceProfile { get; } = new("instance profile", 128, "-_+=,.@", Models) { MixedCase = true };

    /// <summary>Without the leading <c>alias/</c>, which counts towards the 256 characters.</summary>
    public static NameRule KmsAlias { get; } = new("KMS alias", 250, "-_", Models) { MixedCase = true };

    public static NameRule EksCluster { get; } = new("EKS cluster", 100, "-_", Models) { MixedCase = true };

    public static NameRule EksNodeGroup { get; } = new("EKS node group", 63, "-_", new("awsdocs/amazon-eks-user-guide: latest/ug/getting-started/getting-started-console.adoc", "2024-12-18")) { MixedCase = true };

    public static NameRule LaunchTemplate { get; } = new("launch template", 128, "-_./()", Models) { MinLength = 3, MixedCase = true };

    public static NameRule SecurityGroup { get; } = new("security group", 255, "-_.:/()#,@[]+=&;{}!$* ", Models) { MixedCase = true, ForbiddenStarts = ["sg-"] };

    public static NameRule PlacementGroup { get; } = new("placement group", 255, "-_.", Models) { MixedCase = true };

    public static NameRule KeyPair { get; } = new("key pair", 255, "-_.", Models) { MixedCase = true };

    public static NameRule AutoScalingGroup { get; } = new("Auto Scaling group", 255, "-_.", Models) { MixedCase = true };

    /// <summary>What the names of repositories begin with that ECR fills from another registry: shorter than a repository's own.</summary>
    public static NameRule EcrPullThroughPrefix { get; } = new("ECR pull-through prefix", 30, "-_./", Models) { MinLength = 2, SingleMarks = true };

    public static NameRule EcrRepository { get; } = new("ECR repository", 256, "-_./", Models) { MinLength = 2, SingleMarks = true };

    public static NameRule CodeArtifactDomain { get; } = new("CodeArtifact domain", 50, "-", Models) { MinLength = 2, LetterFirst = true };

    public static NameRule CodeArtifactRepository { get; } = new("CodeArtifact repository", 100, "-_.", Models) { MinLength = 2, MixedCase = true };

    /// <summary>Domain, user profile, space, app, endpoint, endpoint configuration, model, model package group, notebook instance, lifecycle configuration, monitoring schedule.</summary>
    public static NameRule SageMaker { get; } = new("SageMaker resource", 63, "-", Models) { MixedCase = true };

    public static NameRule SageMakerImage { get; } = new("SageMaker image", 63, "-.", Models) { MixedCase = true, SingleMarks = true };

    public static NameRule SageMakerPipeline { get; } = new("SageMaker pipeline", 256, "-", Models) { MixedCase = true };

    public static NameRule SageMakerMlflowServer { get; } = new("MLflow tracking server", 256, "-", Models) { MixedCase = true };

    public static NameRule SageMakerFeatureGroup { get; } = new("SageMaker feature group", 64, "-_", Models) { MixedCase = true };

    public static NameRule RdsInstance { get; } = new("RDS instance", 63, "-", Models) { LetterFirst = true, SingleMarks = true };

    /// <summary>Subnet and parameter groups, which RDS stores in lower case.</summary>
    public static NameRule RdsGroup { get; } = new("RDS subnet or parameter group", 255, "-", Models) { LetterFirst = true, SingleMarks = true };

    public static NameRule ElastiCache { get; } = new("ElastiCache replication group or serverless cache", 40, "-", Models) { LetterFirst = true, SingleMarks = true };

    public static NameRule ElastiCacheSubnetGroup { get; } = new("ElastiCache subnet group", 255, "-", Models);

    /// <summary>Namespace and workgroup.</summary>
    public static NameRule RedshiftServerless { get; } = new("Redshift Serverless namespace or workgroup", 64, "-", Models) { MinLength = 3 };

    public static NameRule EfsCreationToken { get; } = new("EFS creation token", 64, "-_.", Models) { MixedCase = true };

    /// <summary>Compute environment, job queue, job definition, scheduling policy.</summary>
    public static NameRule Batch { get; } = new("Batch resource", 128, "-_", Models) { MixedCase = true };

    public static NameRule SqsQueue { get; } = new("SQS queue", 80, "-_", Models) { MixedCase = true };

    public static NameRule SnsTopic { get; } = new("SNS topic", 256, "-_", Models) { MixedCase = true };

    public static NameRule EventRule { get; } = new("EventBridge rule", 64, "-_.", Models) { MixedCase = true };

    /// <summary>Schedule and schedule group.</summary>
    public static NameRule Schedule { get; } = new("EventBridge schedule", 64, "-_.", Models) { MixedCase = true };

    public static NameRule StateMachine { get; } = new("Step Functions state machine", 80, "-_", Models) { MixedCase = true };

    public static NameRule Mwaa { get; } = new("MWAA environment", 80, "-_", Models) { LetterFirst = true, MixedCase = true };

    public static NameRule LambdaFunction { get; } = new("Lambda function", 64, "-_", Models) { MixedCase = true };

    public static NameRule LogGroup { get; } = new("log group", 512, "-_./#", Models) { MixedCase = true };

    public static NameRule Alarm { get; } = new("CloudWatch alarm", 255, "-_.", Models) { MixedCase = true };

    public static NameRule Dashboard { get; } = new("CloudWatch dashboard", 255, "-_", Models) { MixedCase = true };

    /// <summary>Cluster, service and task definition family.</summary>
    public static NameRule Ecs { get; } = new("ECS resource", 255, "-_", Models) { MixedCase = true };

    public static NameRule EmrServerless { get; } = new("EMR Serverless application", 64, "-_./#", Models) { MixedCase = true };

    public static NameRule LoadBalancer { get; } = new("load balancer", 32, "-", Models) { MixedCase = true, ForbiddenStarts = ["internal-"] };

    public static NameRule TargetGroup { get; } = new("target group", 32, "-", Models) { MixedCase = true };

    /// <summary>Underscores only, as Athena wants of databases and tables.</summary>
    public static NameRule GlueDatabase { get; } = new("Glue database", 255, "_", FactSource.NotReread("https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html"));

    public static NameRule GlueCrawler { get; } = new("Glue crawler", 255, "-_.", Models) { MixedCase = true };

    public static NameRule AthenaWorkgroup { get; } = new("Athena workgroup", 128, "-_.", Models) { MixedCase = true };

    public static NameRule DynamoTable { get; } = new("DynamoDB table", 255, "-_.", Models) { MinLength = 3, MixedCase = true };

    /// <summary>AWS appends a hyphen and six characters itself and advises against names that end that way, hence the longer hash.</summary>
    public static NameRule Secret { get; } = new("Secrets Manager secret", 512, "-_/+=.@", Models) { MixedCase = true, HashLength = 7 };

    public static NameRule Budget { get; } = new("budget", 100, "-_. ", Models) { MixedCase = true };

    public static NameRule BackupVault { get; } = new("backup vault", 50, "-_", Models) { MinLength = 2, MixedCase = true };

    public static NameRule Grafana { get; } = new("Grafana workspace", 255, "-._~", Models) { MixedCase = true };

    public static NameRule Prometheus { get; } = new("Prometheus workspace alias", 100, "-_.", Models) { MixedCase = true };

    public static NameRule PcsCluster { get; } = new("PCS cluster", 40, "-", Models) { MinLength = 3, LetterFirst = true, MixedCase = true };

    /// <summary>Compute node group and queue.</summary>
    public static NameRule Pcs { get; } = new("PCS node group or queue", 25, "-", Models) { MinLength = 3, LetterFirst = true, MixedCase = true };

    public static ImmutableArray<NameRule> All { get; } =
    [
        S3Bucket, S3TableBucket, IamRole, IamPolicy, IamInstanceProfile, KmsAlias, EksCluster, EksNodeGroup, LaunchTemplate, SecurityGroup,
        PlacementGroup, KeyPair, AutoScalingGroup, EcrRepository, EcrPullThroughPrefix, CodeArtifactDomain, CodeArtifactRepository, SageMaker, SageMakerImage,
        SageMakerPipeline, SageMakerMlflowServer, SageMakerFeatureGroup, RdsInstance, RdsGroup, ElastiCache, ElastiCacheSubnetGroup,
        RedshiftServerless, EfsCreationToken, Batch, SqsQueue, SnsTopic, EventRule, Schedule, StateMachine, Mwaa, LambdaFunction, LogGroup,
        Alarm, Dashboard, Ecs, EmrServerless, LoadBalancer, TargetGroup, GlueDatabase, GlueCrawler, AthenaWorkgroup, DynamoTable, Secret, Budget,
        BackupVault, Grafana, Prometheus, PcsCluster, Pcs,
    ];
}
