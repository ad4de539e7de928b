using System.Globalization;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Inputs;
using Strata.Platform.Stacks;

namespace Strata.Platform.Costs;

/// <summary>What pricers work with: prices, regions, and the other resources of the stack.</summary>
internal sealed class CostContext(StackModel stack, ResourceGraph graph, PriceTable prices)
{
    private readonly Lazy<ILookup<string, Resource>> _byComponent = new(() => graph.Resources.Where(r => r is CustomResource).ToLookup(ComponentPath.OrStack, StringComparer.Ordinal));

    public StackModel Stack { get; } = stack;

    /// <summary>All resources of a type in the stack.</summary>
    public IEnumerable<Resource> All(string type) => graph.Resources.Where(resource => resource.TypeToken == type);

    /// <summary>Other resources of a type in the same component.</summary>
    public IEnumerable<Resource> Siblings(Resource resource, string type) => _byComponent.Value[ComponentPath.OrStack(resource)].Where(other => other.TypeToken == type);

    /// <summary>Whether people work on it, so that it stops when they do not.</summary>
    public static bool IsWorkspace(Resource resource) => ComponentPath.Owner(resource)?.TypeToken.StartsWith("strata:workspace:", StringComparison.Ordinal) ?? false;

    /// <summary>The region of a resource: by its own location, else the stack's.</summary>
    public string RegionOf(Resource resource)
    {
        if (resource.PackageName != "gcp")
        {
            return Stack.Providers.AwsRegion ?? "an unnamed region";
        }

        var place = resource.At("location").AsText() ?? resource.At("zone").AsText() ?? resource.At("region").AsText() ?? Stack.Providers.GcpRegion;
        return place is null ? "an unnamed region" : RegionOfPlace(place.ToLowerInvariant());
    }

    /// <summary><c>europe-west4</c> for <c>europe-west4-a</c>.</summary>
    public static string RegionOfPlace(string place) => place.Length > 2 && place[^2] == '-' ? place[..^2] : place;

    /// <summary>An amount of a thing with a price of its own.</summary>
    public CostPart Part(Resource resource, string what, string sku, Amount amount, string unit)
    {
        var region = RegionOf(resource);
        return prices.Find(resource.PackageName, region, sku) is { } row
            ? Known(resource, what, amount, row.Usd, unit)
            : Unknown(resource, what, $"the price of {sku} in {region}");
    }

    /// <summary>Something that is on all month.</summary>
    public CostPart Always(Resource resource, string what, string sku) => Part(resource, what, sku, Amount.Of(CostAssumptions.HoursInMonth), "hours");

    /// <summary>What costs by use, which no stack file says.</summary>
    /// <param name="use">What is not known, as in <c>how much is stored</c>.</param>
    /// <param name="sku">The thing's price, for people who know their use; null when there is none to tell.</param>
    public CostPart Usage(Resource resource, string what, string use, string? sku = null, string unit = "GB a month") =>
        Unknown(resource, what, sku is not null && prices.Find(resource.PackageName, RegionOf(resource), sku) is { } row
            ? string.Create(CultureInfo.InvariantCulture, $"{use}, at ${row.Usd:0.######} a {unit}")
            : use);

    public static CostPart Unknown(Resource resource, string what, string missing) => new(ComponentPath.OrStack(resource), resource.LogicalName, what, null, missing);

    public static CostPart Known(Resource resource, string what, Amount amount, decimal price, string unit) =>
        new(ComponentPath.OrStack(resource), resource.LogicalName, what, amount.At(price), null) { Basis = BasisOf(amount, price, unit) };

    /// <summary>Machines of one type.</summary>
    /// <param name="hours">Hours of all of them together in a month.</param>
    public CostPart Machines(Resource resource, string what, string type, bool spot, Amount hours)
    {
        var cloud = resource.PackageName;
        var region = RegionOf(resource);
        if (MachineHour(cloud, region, type, spot: false) is not { } price)
        {
            return Unknown(resource, what, $"the price of {type} in {region}");
        }

        return spot ? OnSpot(resource, what, hours, price, MachineHour(cloud, region, type, spot: true)) : Known(resource, what, hours, price, "hours");
    }

    /// <summary>GPUs that are attached to machines and paid beside them.</summary>
    /// <param name="hours">Hours of all of them together in a month.</param>
    public CostPart Gpus(Resource resource, string what, string gpu, bool spot, Amount hours)
    {
        var (cloud, region) = (resource.PackageName, RegionOf(resource));
        return prices.Find(cloud, region, $"gce-gpu/{gpu}") is not { } price ? Unknown(resource, what, $"the price of gce-gpu/{gpu} in {region}")
            : spot ? OnSpot(resource, what, hours, price.Usd, prices.Find(cloud, region, $"gce-gpu-spot/{gpu}")?.Usd)
            : Known(resource, what, hours, price.Usd, "hours");
    }

    /// <summary>What is taken from the spot market costs at most what it does on demand, which is all that is known where the market was not looked at.</summary>
    private static CostPart OnSpot(Resource resource, string what, Amount hours, decimal price, decimal? spotPrice) => spotPrice is { } spot
        ? new CostPart(ComponentPath.OrStack(resource), resource.LogicalName, what, new CostRange(hours.Low * spot, hours.Expected * spot, hours.High * price), null)
        {
            Basis = $"{BasisOf(hours, spot, "hours")}, at most {Price(price)}",
        }
        : Known(resource, $"{what} (at most: the spot price is not known)", hours, price, "hours");

    private decimal? MachineHour(string cloud, string region, string type, bool spot)
    {
        var service = (cloud, spot) switch { ("aws", false) => "ec2", ("aws", true) => "ec2-spot", (_, false) => "gce", _ => "gce-spot" };
        if (prices.Find(cloud, region, $"{service}/{type}") is { } exact)
        {
            return exact.Usd;
        }

        var machine = Catalog.Machines.Find(cloud == "aws" ? Cloud.Aws : Cloud.Gcp, type);
        return machine is not null && prices.Find(cloud, region, $"{service}/{machine.Family}.*") is { } family ? family.Usd * machine.Cpu : null;
    }

    private static string BasisOf(Amount amount, decimal price, string unit) => amount.Low == amount.High
        ? string.Create(CultureInfo.InvariantCulture, $"{amount.Expected:#,0.##} {unit} at {Price(price)}")
        : string.Create(CultureInfo.InvariantCulture, $"{amount.Low:#,0.##}, {amount.Expected:#,0.##} or {amount.High:#,0.##} {unit} at {Price(price)}");

    private static string Price(decimal price) => string.Create(CultureInfo.InvariantCulture, $"${price:0.######}");
}
