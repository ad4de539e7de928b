using Strata.Diagnostics;
using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Protocol;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Pulumi.Steps;

/// <summary>Calls a provider function, once for all values that read from it.</summary>
internal sealed class InvokeStep(Invoke invoke) : Step
{
    /// <summary>The resources that the arguments come from.</summary>
    public List<ResourceStep> Sources { get; } = [];

    /// <summary>Set when the step has ended well; unknown in a preview when an argument is, or when what it asks about does not exist yet.</summary>
    public PropertyValue? Answer { get; private set; }

    public override async Task<StepOutcome> RunAsync(StepContext context, CancellationToken cancellation)
    {
        var problems = new PropertyProblems(null, invoke.Token);
        var arguments = PropertyValue.Object(context.Resolver(problems).Resolve(invoke.Arguments));
        var request = RequestOf((ObjectProperty)arguments, context, problems);
        if (problems.Found.HasErrors)
        {
            return StepOutcome.Of(problems.Found);
        }

        if (arguments.HasUnknown || Sources.Any(source => source.Answer!.Id is UnknownProperty))
        {
            Answer = PropertyValue.Unknown;
            return StepOutcome.Of(problems.Found);
        }

        var response = await context.Engine.InvokeAsync(request, cancellation).ConfigureAwait(false);
        if (response.Failures.Count > 0)
        {
            problems.Found.Add(Refused(string.Join("; ", response.Failures.Select(failure => $"{failure.Reason} ({failure.Property})"))));
            return StepOutcome.Of(problems.Found);
        }

        var answer = response.Unknown ? PropertyValue.Unknown : PropertyDecoder.Decode(ProtoValue.ForStruct(response.Return ?? new()));
        Answer = arguments.HasSecret ? PropertyValue.Secret(answer) : answer;
        return StepOutcome.Of(problems.Found);
    }

    public override Diagnostic Refused(string reason) => EngineErrors.InvokeFailed(null, invoke.Token, reason);

    public override string ToString() => $"Invoke {invoke.Token}";

    private ResourceInvokeRequest RequestOf(ObjectProperty arguments, StepContext context, PropertyProblems problems) => new()
    {
        Tok = invoke.Token,
        Args = context.Encoder(problems).Encode(arguments.Fields),
        Version = invoke.Version ?? "",
        Provider = invoke.Provider is { } provider ? RegistrationRequest.ProviderReference(context.Plan.Of(provider)) : "",
        AcceptResources = true,
    };
}
