using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint of SageMaker. Whoever may invoke it signs requests with AWS credentials.</summary>
/// <param name="Name">The endpoint's name, which never changes.</param>
/// <param name="Arn">What an identity must be allowed <c>sagemaker:InvokeEndpoint</c> on.</param>
/// <param name="Role">The ARN of the role that the models run as.</param>
internal sealed record SageMakerHandle(Input<string> Name, Input<string> Arn, Input<string> Role) : EndpointHandle(RolloutTable.SageMaker)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["endpointName"] = Name;
            outputs["endpointArn"] = Arn;
            outputs["roleArn"] = Role;
            return outputs;
        }
    }
}
