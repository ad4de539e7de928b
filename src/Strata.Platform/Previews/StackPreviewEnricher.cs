using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Components;
using Strata.Platform.Costs;
using Strata.Platform.Stacks;

namespace Strata.Platform.Previews;

/// <summary>Where what costs and policies have to say is put into a preview.</summary>
internal static class StackPreviewEnricher
{
    /// <param name="before">Null when the base has no such stack.</param>
    /// <param name="after">Null when the head has no such stack.</param>
    /// <param name="assessment">Null to leave costs and policies out.</param>
    public static StackPreview Enrich(StackPreview preview, StackSide? before, StackSide? after, PreviewAssessment? assessment)
    {
        // A base that another build planned has no model; the head's says the same of regions and budgets.
        var model = after?.Model ?? before?.Model;
        if (assessment is null || model is null || preview.Status is PreviewStatus.Unchanged or PreviewStatus.Failed || before is { Graph: null })
        {
            return preview;
        }

        var found = StackPreviewFindings.Between(Side(before, model), Side(after, model), assessment.Prices, assessment.Today);
        return preview with { Cost = found.Cost, NewFindings = found.New, MendedFindings = found.Mended, Risks = [.. WithCosts(preview, found.Cost)] };
    }

    private static (StackModel Model, ResourceGraph Graph)? Side(StackSide? side, StackModel model) => side is { Graph: { } graph } ? (side.Model ?? model, graph) : null;

    /// <summary>A component that costs more puts that on the first of its resources that changes; heaviest first, as before.</summary>
    private static IEnumerable<OperationRisk> WithCosts(StackPreview preview, CostChange cost)
    {
        if (preview.Status is not PreviewStatus.Changed)
        {
            return preview.Risks;
        }

        var risks = preview.Risks.ToList();
        foreach (var component in cost.Components.Where(component => component.After.Expected > component.Before.Expected))
        {
            var at = risks.FindIndex(risk => risk.Operation is not Delete && ComponentPath.Of(risk.Operation.Resource) == component.Component);
            if (at < 0)
            {
                continue;
            }

            var risk = new OperationRisk(risks[at].Operation, RiskKind.Cost, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{component.Component}' costs ${component.After.Expected:#,0} a month as a rule, was ${component.Before.Expected:#,0}."), false);
            if (risks[at].Kind is RiskKind.None)
            {
                risks[at] = risk;
            }
            else
            {
                risks.Insert(at + 1, risk);
            }
        }

        return risks.OrderByDescending(risk => risk.IsBlocked).ThenBy(risk => risk.Kind);
    }
}
