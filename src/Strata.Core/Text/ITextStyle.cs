namespace Strata.Text;

/// <summary>How tones look where the text goes.</summary>
public interface ITextStyle
{
    /// <summary>Writes one-line text in a tone.</summary>
    void Write(TextWriter writer, TextTone tone, string text);
}
