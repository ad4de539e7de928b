namespace Strata.Text;

/// <summary>The sixteen colours every terminal has, in the shades its user chose.</summary>
public sealed class AnsiTextStyle : ITextStyle
{
    private AnsiTextStyle()
    {
    }

    public static AnsiTextStyle Instance { get; } = new();

    public void Write(TextWriter writer, TextTone tone, string text)
    {
        var code = tone switch
        {
            TextTone.Strong => "1",
            TextTone.Faint => "2",
            TextTone.Good => "32",
            TextTone.Caution => "33",
            TextTone.Bad => "31",
            TextTone.Accent => "35",
            _ => null,
        };
        writer.Write(code is null || text.Length == 0 ? text : $"\e[{code}m{text}\e[0m");
    }
}
