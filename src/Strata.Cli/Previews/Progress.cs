namespace Strata.Cli.Previews;

/// <summary>
/// Says what takes long: on a terminal after half a second, in the place of what was said before; in the log of a pipeline after five, a
/// line for each step that lasts, so that two minutes of building are not two minutes of silence.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly bool _isLog = Console.IsErrorRedirected;
    private readonly Timer _timer;
    private string _text = "";
    private bool _shown;

    public Progress() => _timer = new Timer(_ => Show(), null, _isLog ? LogPatience : Patience, Timeout.InfiniteTimeSpan);

    public void Say(string text)
    {
        lock (_lock)
        {
            _text = text;
            if (_isLog)
            {
                _timer.Change(LogPatience, Timeout.InfiniteTimeSpan);
            }
            else if (_shown)
            {
                Write(text);
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _text = "";
            if (_shown && !_isLog)
            {
                Write("");
            }
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_text.Length == 0)
            {
                return; // It ended meanwhile.
            }

            _shown = true;
            if (_isLog)
            {
                Console.Error.WriteLine(_text);
            }
            else
            {
                Write(_text);
            }
        }
    }

    /// <summary>In the place of what was said before.</summary>
    private static void Write(string text) => Console.Error.Write($"\r\u001b[K{text}");
}
