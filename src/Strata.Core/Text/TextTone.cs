namespace Strata.Text;

/// <summary>What a stretch of text means; the style decides what that looks like.</summary>
public enum TextTone
{
    Plain,

    /// <summary>Headlines.</summary>
    Strong,

    /// <summary>What only frames the rest: tree lines, places, gutters.</summary>
    Faint,

    /// <summary>Something comes into being or is fine.</summary>
    Good,

    /// <summary>Something changes or needs a look: updates and warnings.</summary>
    Caution,

    /// <summary>Something goes away or is wrong: deletes and errors.</summary>
    Bad,

    /// <summary>Something stands out without being any of these: replacements and hints.</summary>
    Accent,
}
