namespace Strata.Yaml;

/// <summary>What became of an edit: the new text of the file, or why there is none.</summary>
/// <param name="Text">Null when the edit cannot be made.</param>
/// <param name="Problem">A full sentence; null when the edit was made.</param>
public sealed record YamlEdit(string? Text, string? Problem)
{
    public static YamlEdit Of(string text) => new(text, null);

    public static YamlEdit Refuse(string problem) => new(null, problem);
}
