namespace Strata.Cli.Previews;

/// <summary>Says on a terminal what takes longer than half a second; says nothing where nobody looks.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private readonly Timer? _timer;
    private string _text = "";
    private bool _shown;

    public Progress()
    {
        if (!Console.IsErrorRedirected)
        {
            _timer = new Timer(_ => Show(), null, Patience, Timeout.InfiniteTimeSpan);
        }
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

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            if (_shown)
            {
                Write("");
            }
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            _shown = true;
            Write(_text);
        }
    }

    /// <summary>In the place of what was said before.</summary>
    private static void Write(string text) => Console.Error.Write($"\r\u001b[K{text}");
}
