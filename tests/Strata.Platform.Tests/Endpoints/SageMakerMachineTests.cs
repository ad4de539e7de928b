using System.Text.Json;
using Strata.Platform.Catalog;
using Strata.Platform.Endpoints;

namespace Strata.Platform.Tests.Endpoints;

/// <summary>The machines that an endpoint on SageMaker may get are ones that SageMaker lends.</summary>
public sealed class SageMakerMachineTests
{
    [SharedFact]
    public void Every_machine_of_its_families_is_one_SageMaker_has()
    {
        using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedTools.Folder!, "schemas", "aws.json")));
        Check("sagemaker.ProductionVariantInstanceType", SageMakerMachines.Online);
        Check("sagemaker.TransformInstanceType", SageMakerMachines.Batch);

        void Check(string set, string[] families)
        {
            var lent = facts.RootElement.GetProperty("valueSets").GetProperty(set).EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(Machines.Aws, machine => families.Contains(machine.Family) && !lent.Contains($"ml.{machine.Name}"));
            Assert.All(families, family => Assert.Contains(lent, name => name.StartsWith($"ml.{family}.", StringComparison.Ordinal)));
        }
    }
}
