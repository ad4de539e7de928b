using System.Runtime.InteropServices;

namespace Strata.Pulumi;

/// <summary>Turns Ctrl-C, and the signal by which the engine ends its children, into a cancellation, so that there is time to say something.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel)];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        // The first time only: whoever asks again wants out at once.
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
