namespace Strata.Text;

/// <summary>No colours: for files, pipes and goldens.</summary>
public sealed class PlainTextStyle : ITextStyle
{
    private PlainTextStyle()
    {
    }

    public static PlainTextStyle Instance { get; } = new();

    public void Write(TextWriter writer, TextTone tone, string text) => writer.Write(text);
}
