using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Tests.Stacks;

/// <summary>Every sample stack on every cloud, bought and built: a plan, or refusals that say what works instead.</summary>
public sealed class SwitchedStackTests
{
    private static readonly StackRepository Repository = new(new CaseFolder("stacks"));

    private static readonly YamlMapping Everywhere = (YamlMapping)YamlReader.Read(
        new SourceText("providers.yaml", "{ 'aws:region': eu-central-1, 'gcp:project': acme-ml, 'gcp:region': europe-west4, 'gcp:zone': europe-west4-a }"), new DiagnosticBag())!;

    public static TheoryData<string, Cloud?, bool?> Switches
    {
        get
        {
            var switches = new TheoryData<string, Cloud?, bool?>();
            foreach (var stack in Repository.Names)
            {
                foreach (var cloud in (Cloud?[])[null, .. Enum.GetValues<Cloud>()])
                {
                    foreach (var managed in (bool?[])[null, true, false])
                    {
                        switches.Add(stack, cloud, managed);
                    }
                }
            }

            return switches;
        }
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void A_switched_stack_is_planned_or_refused(string name, Cloud? cloud, bool? managed)
    {
        var stack = Switched(Repository.Find(name)!, cloud, managed);
        var diagnostics = new DiagnosticBag();

        var graph = StackExpander.Expand(stack, Repository, diagnostics);

        Assert.Equal(graph is null, diagnostics.HasErrors);
        Assert.All(diagnostics.Sorted(), problem => Assert.EndsWith(".", problem.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(diagnostics.Sorted(), problem => problem.Severity == Severity.Error && problem.Span is null);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Each_component_alone_is_planned_or_refused(string name, Cloud? cloud, bool? managed)
    {
        var stack = Repository.Find(name)!;
        foreach (var component in stack.Components.OfType<PlatformComponentConfig>())
        {
            var diagnostics = new DiagnosticBag();
            var graph = StackExpander.Expand(Switched(stack, null, null, c => c.Name == component.Name ? c with { Cloud = cloud ?? c.Cloud, Managed = managed ?? c.Managed } : c), Repository, diagnostics);
            Assert.Equal(graph is null, diagnostics.HasErrors);
        }
    }

    private static StackModel Switched(StackModel stack, Cloud? cloud, bool? managed) =>
        Switched(stack, cloud, managed, component => component with { Managed = managed ?? component.Managed });

    /// <summary>With the settings of every cloud, so that what is refused is refused for what it is.</summary>
    private static StackModel Switched(StackModel stack, Cloud? cloud, bool? managed, Func<PlatformComponentConfig, PlatformComponentConfig> change)
    {
        var config = stack.Config with
        {
            Cloud = cloud ?? stack.Config.Cloud,
            Workspaces = Changed(stack.Config.Workspaces),
            Schedulers = Changed(stack.Config.Schedulers),
            FeatureStores = Changed(stack.Config.FeatureStores),
            ModelStores = Changed(stack.Config.ModelStores),
            Endpoints = Changed(stack.Config.Endpoints),
        };
        return stack with { Config = config, Providers = new ProviderSettings(Everywhere) };

        IReadOnlyDictionary<string, T> Changed<T>(IReadOnlyDictionary<string, T> section)
            where T : PlatformComponentConfig => section.ToDictionary(entry => entry.Key, entry => (T)change(entry.Value));
    }
}
