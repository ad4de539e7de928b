using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>Batch transforms of SageMaker.</summary>
/// <param name="StateMachine">The ARN of the state machine that runs one and waits for it.</param>
/// <param name="Role">The ARN of the role that the model runs as.</param>
internal sealed record SageMakerBatchHandle(Input<string> StateMachine, Input<string> Role) : EndpointHandle(RolloutTable.SageMaker)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["stateMachineArn"] = StateMachine;
            outputs["roleArn"] = Role;
            return outputs;
        }
    }
}
