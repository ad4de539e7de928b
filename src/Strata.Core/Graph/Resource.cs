namespace Strata.Graph;

/// <summary>
/// A thing the engine will register: inert data. Its type token and logical name, with its parents' types, make its URN, so a
/// change of either is a change of identity.
/// </summary>
/// <remarks>The members have long names because the generated types' own inputs are called <c>Name</c>, <c>Type</c> or <c>Options</c>.</remarks>
public abstract class Resource
{
    private readonly List<Property> _inputs = [];

    /// <param name="type">Pulumi's type token, such as <c>aws:s3/bucket:Bucket</c>.</param>
    /// <param name="name">The logical name: unique among the stack's resources of the same type.</param>
    protected Resource(string type, string name, ResourceOptions? options)
    {
        TypeToken = type;
        LogicalName = name;
        ResourceOptions = options ?? new ResourceOptions();
    }

    public string TypeToken { get; }

    public string LogicalName { get; }

    public ResourceOptions ResourceOptions { get; internal set; }

    /// <summary>In the order they were set.</summary>
    public IReadOnlyList<Property> InputProperties => _inputs;

    /// <summary>What the provider's schema says of the type.</summary>
    public virtual ResourceFacts TypeFacts => ResourceFacts.None;

    /// <summary>The part of the type token that names the package: <c>aws</c>, <c>gcp</c>, <c>kubernetes</c>.</summary>
    public string PackageName => PackageOf(TypeToken);

    /// <summary>An output by name or path: <c>id</c>, <c>endpoint</c>, <c>certificateAuthority.data</c>, <c>names[0]</c>.</summary>
    public Output<T> GetOutput<T>(string path)
    {
        Value reference = new ReferenceValue(this, path);
        return new Output<T>(TypeFacts.SecretOutputs.Contains(path) ? new SecretValue(reference) : reference);
    }

    public override string ToString() => $"{TypeToken} {LogicalName}";

    /// <summary>Sets an input; null leaves it out. An input that the schema calls secret is marked as one.</summary>
    protected void Set(string name, IInput? input)
    {
        if (input is null)
        {
            return;
        }

        var value = input.ToValue();
        if (TypeFacts.SecretInputs.Contains(name) && value is not (SecretValue or ConfigSecretValue))
        {
            value = new SecretValue(value);
        }

        _inputs.Add(new Property(name, value));
    }

    private static string PackageOf(string type)
    {
        const string Providers = "pulumi:providers:";
        return type.StartsWith(Providers, StringComparison.Ordinal) ? type[Providers.Length..] : type[..type.IndexOf(':', StringComparison.Ordinal)];
    }
}
