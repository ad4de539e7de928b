using Strata.Graph;
using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>What the engine has answered so far. To be asked only for what has answered.</summary>
internal interface IAnswers
{
    ResourceAnswer Of(Resource resource);

    PropertyValue Of(Invoke invoke);
}
