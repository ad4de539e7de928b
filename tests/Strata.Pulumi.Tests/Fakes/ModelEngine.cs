using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Engine;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;
using ProtoValue = Google.Protobuf.WellKnownTypes.Value;

namespace Strata.Tests.Pulumi.Fakes;

/// <summary>An engine that keeps to the rules of the real one, holds its callers to theirs, and remembers everything.</summary>
internal sealed class ModelEngine : IEngine
{
    public const string Project = "strata";
    public const string Stack = "dev";

    private readonly Lock _lock = new();
    private readonly HashSet<string> _urns = [];
    private readonly List<string> _problems = [];
    private int _inFlight;

    public bool IsDryRun { get; init; }

    public HashSet<string> Features { get; init; } = ["secrets", "resourceReferences", "outputValues", "aliasSpecs"];

    /// <summary>What an update adds to the outputs of every custom resource.</summary>
    public Dictionary<string, ProtoValue> Computed { get; } = new() { ["arn"] = ProtoValue.ForString("arn:aws:x") };

    /// <summary>More that an update adds to a resource, by type and name: paths, each of which gets a text.</summary>
    public Dictionary<(string Type, string Name), HashSet<string>> Made { get; } = [];

    public Dictionary<string, Struct> Invokes { get; } = [];

    public Dictionary<string, Struct> Stacks { get; } = [];

    /// <summary>Called before an answer is given, with the resource's name: may wait or throw.</summary>
    public Func<string, CancellationToken, Task> OnRegister { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Changes the answer for a resource, by name.</summary>
    public Dictionary<string, Action<RegisterResourceResponse>> Answers { get; } = [];

    public Func<Task> OnShutdown { get; set; } = () => Task.CompletedTask;

    public ConcurrentQueue<RegisterResourceRequest> Registrations { get; } = [];

    public ConcurrentQueue<ReadResourceRequest> Reads { get; } = [];

    public ConcurrentQueue<ResourceInvokeRequest> InvokeRequests { get; } = [];

    public ConcurrentDictionary<string, Struct> Outputs { get; } = [];

    public ConcurrentQueue<LogRequest> Logs { get; } = [];

    public string Root { get; private set; } = "";

    public bool IsShutDown { get; private set; }

    public int Peak { get; private set; }

    /// <summary>Of all that is registered or read.</summary>
    public IReadOnlySet<string> Urns => _urns;

    public IReadOnlyList<string> Problems => _problems;

    public static string StackUrn => $"urn:pulumi:{Stack}::{Project}::pulumi:pulumi:Stack::{Project}-{Stack}";

    public RegisterResourceRequest this[string name] => Registrations.Single(request => request.Name == name);

    public Task<bool> SupportsFeatureAsync(string id, CancellationToken cancellation) => Task.FromResult(Features.Contains(id));

    public async Task<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request, CancellationToken cancellation)
    {
        var urn = Register(request);
        try
        {
            await OnRegister(request.Name, cancellation);
            var response = Answer(request, urn);
            Answers.GetValueOrDefault(request.Name)?.Invoke(response);
            return response;
        }
        finally
        {
            lock (_lock)
            {
                _inFlight--;
                _urns.Add(urn);
            }
        }
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request, CancellationToken cancellation)
    {
        Expect(_urns.Contains(request.Urn), $"outputs of an unknown {request.Urn}");
        Expect(Outputs.TryAdd(request.Urn, request.Outputs), $"outputs twice for {request.Urn}");
        return Task.CompletedTask;
    }

    public Task<ReadResourceResponse> ReadResourceAsync(ReadResourceRequest request, CancellationToken cancellation)
    {
        Reads.Enqueue(request);
        Expect(request.AcceptSecrets && request.AcceptResources, "read without accepting all answers");
        Expect(_urns.Contains(request.Parent), $"parent {request.Parent} not registered");
        if (!Stacks.TryGetValue(request.Id, out var outputs))
        {
            throw new GrpcException(GrpcStatus.Unknown, $"unknown stack \"{request.Id}\"");
        }

        var urn = $"urn:pulumi:{Stack}::{Project}::{request.Type}::{request.Name}";
        lock (_lock)
        {
            _urns.Add(urn);
        }

        return Task.FromResult(new ReadResourceResponse { Urn = urn, Properties = new Struct { Fields = { outputs.Fields } } });
    }

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request, CancellationToken cancellation)
    {
        InvokeRequests.Enqueue(request);
        return Invokes.TryGetValue(request.Tok, out var answer)
            ? Task.FromResult(new ResourceInvokeResponse { Return = answer })
            : throw new GrpcException(GrpcStatus.Unknown, $"no such function {request.Tok}");
    }

    public Task SetRootResourceAsync(string urn, CancellationToken cancellation)
    {
        Root = urn;
        return Task.CompletedTask;
    }

    public async Task SignalAndWaitForShutdownAsync(CancellationToken cancellation)
    {
        Expect(!IsShutDown, "shut down twice");
        IsShutDown = true;
        await OnShutdown();
    }

    public Task LogAsync(LogRequest request, CancellationToken cancellation)
    {
        Logs.Enqueue(request);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    private string Register(RegisterResourceRequest request)
    {
        lock (_lock)
        {
            Registrations.Enqueue(request);
            Peak = Math.Max(Peak, ++_inFlight);
            var isRoot = request.Type == "pulumi:pulumi:Stack";
            var parentType = request.Parent.Length == 0 || request.Parent == StackUrn ? "" : request.Parent.Split("::")[2] + "$";
            var urn = $"urn:pulumi:{Stack}::{Project}::{parentType}{request.Type}::{request.Name}";
            Expect(isRoot || _urns.Contains(request.Parent), $"{urn}: parent {request.Parent} not registered");
            Expect(isRoot || Root.Length > 0, $"{urn}: before the root");
            Expect(Registrations.Count(r => r.Type == request.Type && r.Name == request.Name) == 1, $"{urn}: registered twice");
            Expect(!IsShutDown, $"{urn}: after the shutdown");
            foreach (var dependency in request.Dependencies.Concat(request.PropertyDependencies.SelectMany(entry => entry.Value.Urns)))
            {
                Expect(_urns.Contains(dependency), $"{urn}: dependency {dependency} not registered");
            }

            foreach (var (input, urns) in request.PropertyDependencies)
            {
                Expect(urns.Urns.All(request.Dependencies.Contains), $"{urn}: {input} depends on more than the resource");
            }

            Expect(request.Provider.Length == 0 || _urns.Contains(request.Provider[..request.Provider.LastIndexOf("::", StringComparison.Ordinal)]), $"{urn}: provider not registered");
            Expect(request is { AcceptSecrets: true, AcceptResources: true, SupportsPartialValues: true, SupportsResultReporting: true, AliasSpecs: true }, $"{urn}: does not accept all answers");
            return urn;
        }
    }

    private RegisterResourceResponse Answer(RegisterResourceRequest request, string urn)
    {
        var response = new RegisterResourceResponse { Urn = urn, Object = request.Object.Clone() };
        if (!request.Custom && !request.Remote)
        {
            return response;
        }

        var isProvider = request.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal);
        response.Id = request.Remote ? "" : !IsDryRun ? $"{request.Name}-id" : isProvider ? Signatures.Unknown : "";
        foreach (var (name, value) in IsDryRun ? [] : Computed)
        {
            response.Object.Fields[name] = value;
        }

        foreach (var path in IsDryRun ? [] : Made.GetValueOrDefault((request.Type, request.Name), []))
        {
            AnswerTree.With(response.Object, path);
        }

        return response;
    }

    private void Expect(bool isSo, string problem)
    {
        if (!isSo)
        {
            _problems.Add(problem);
        }
    }
}
