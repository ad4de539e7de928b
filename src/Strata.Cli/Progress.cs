namespace Strata.Cli;

/// <summary>One line of what is going on, for what takes longer than half a second; nothing where nobody looks.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private readonly TextWriter? _to;
    private readonly Timer? _timer;
    private string _text = "";
    private bool _shown;
    private bool _ended;

    /// <param name="to">A terminal; null where nobody looks.</param>
    /// <param name="patience">How long nothing is said; half a second when left out.</param>
    public Progress(TextWriter? to, TimeSpan? patience = null)
    {
        _to = to;
        _timer = to is null ? null : new Timer(_ => Show(), null, patience ?? Patience, Timeout.InfiniteTimeSpan);
    }

    public void Say(string text)
    {
        lock (_lock)
        {
            _text = text;
            if (_shown)
            {
                Write(text);
            }
        }
    }

    /// <summary>Takes the line away while whole lines of output are written, so that they do not run into it.</summary>
    public void MakeWay(Action write)
    {
        lock (_lock)
        {
            if (_shown)
            {
                Write("");
            }

            write();
            if (_shown)
            {
                Write(_text);
            }
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            if (_shown)
            {
                Write("");
            }

            (_shown, _ended) = (false, true);
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (!_ended) // The timer may have been about to call.
            {
                _shown = true;
                Write(_text);
            }
        }
    }

    /// <summary>In the place of what was said before.</summary>
    private void Write(string text)
    {
        _to!.Write($"\r\u001b[K{text}");
        _to.Flush();
    }
}
