using Strata.Generator.Model;

namespace Strata.Generator.Emitting;

/// <summary>Writes the class of a resource.</summary>
internal sealed class ResourceEmitter(SourceWriter writer, CSharpNames names, CSharpTypes types)
{
    /// <param name="inputs">Those of the resource's inputs that become C#.</param>
    public void Emit(ResourceModel resource, IReadOnlyList<PropertyModel> inputs, InputPaths paths)
    {
        var className = CSharpNames.ResourceClass(resource);
        var propertyNames = names.OfResource(resource, inputs);
        var (baseClass, key) = resource.IsProvider
            ? ("ProviderResource", Token.OfResource(resource.Token).Package)
            : ("CustomResource", resource.Token);
        var arguments = $"({Literals.Text(key)}, name, options)";
        var constants = inputs.Any(input => input.Constant is not null);
        writer.Line();
        writer.Line($"/// <summary><c>{resource.Token}</c></summary>");
        writer.Line(constants
            ? $"public sealed class {className} : {baseClass}"
            : $"public sealed class {className}(string name, ResourceOptions? options = null) : {baseClass}{arguments}");
        writer.Block(() =>
        {
            Facts(resource, paths);
            TypeEmitter.Constants(writer, $"public {className}(string name, ResourceOptions? options = null) : base{arguments}", inputs);
            writer.Line("public override ResourceFacts TypeFacts => Facts;");
            foreach (var (input, name) in inputs.Zip(propertyNames).Where(pair => pair.First.Constant is null))
            {
                writer.Line();
                PropertyEmitter.Emit(writer, input, name, types, "Set", !resource.IsProvider && resource.Outputs.Any(output => output.Name == input.Name));
            }

            Outputs(resource, className, propertyNames);
        });
    }

    private void Facts(ResourceModel resource, InputPaths paths)
    {
        writer.Line("private static readonly ResourceFacts Facts = new()");
        writer.Block(
            () =>
            {
                writer.Line("PluginVersion = Plugin.Version,");
                Paths("ReplaceOnChange", paths.Replace);
                Paths("ReplaceOnPresence", paths.Presence);
                Paths("MayReplaceOnChange", paths.MayReplace);
                Paths("ReplaceUnknown", paths.Unknown);
                Paths("SecretInputs", paths.Secret);
                Paths("SecretOutputs", [.. resource.Outputs.Where(output => output.Secret).Select(output => output.Name)]);
                Paths("DeprecatedInputs", paths.Deprecated);
                Flag("DeleteBeforeReplace", resource.DeleteBeforeReplace);
                Flag("IsRemoteComponent", resource.IsComponent);
                Flag("Deprecated", resource.Deprecated);
            },
            "};");
        writer.Line();
    }

    private void Paths(string name, List<string> paths)
    {
        if (paths.Count > 0)
        {
            writer.Line($"{name} = {Literals.List(paths)},");
        }
    }

    private void Flag(string name, bool holds)
    {
        if (holds)
        {
            writer.Line($"{name} = true,");
        }
    }

    // What is an input too is read through the input's property, or by path where it is a list or a block.
    private void Outputs(ResourceModel resource, string className, IReadOnlyList<string> inputNames)
    {
        foreach (var output in resource.Outputs.Where(output => !resource.IsProvider && !resource.Inputs.Any(input => input.Name == output.Name)))
        {
            if (CSharpNames.Output(output.Name, className, inputNames) is { } name)
            {
                var type = CSharpTypes.Output(output.Type);
                writer.Line();
                writer.Line($"public Output<{type}> {name} => GetOutput<{type}>({Literals.Text(output.Name)});");
            }
        }
    }
}
