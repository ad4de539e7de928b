using Strata.Graph;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>A resource of any type with any inputs.</summary>
internal sealed class Thing(string name, ResourceOptions? options = null, string type = "aws:s3/bucket:Bucket", ResourceFacts? facts = null) : CustomResource(type, name, options)
{
    public override ResourceFacts TypeFacts => facts ?? ResourceFacts.None;

    public Thing With(string input, IInput value)
    {
        Set(input, value);
        return this;
    }

    public Output<string> Out(string path) => GetOutput<string>(path);
}
