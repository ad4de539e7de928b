namespace Strata.Platform.Rendering;

/// <summary>How a kind of file writes a remark on a line of its own.</summary>
/// <param name="Open">What comes before it.</param>
/// <param name="Close">What comes after it; empty when the end of the line is enough.</param>
internal sealed record CommentStyle(string Open, string Close = "")
{
    private static readonly CommentStyle Hash = new("# ");
    private static readonly CommentStyle Slashes = new("// ");
    private static readonly CommentStyle Dashes = new("-- ");
    private static readonly CommentStyle Markup = new("<!-- ", " -->");

    /// <summary>The style of a file by its name; null for one that has no remarks, such as JSON.</summary>
    public static CommentStyle? Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var extension = name[(name.LastIndexOf('.') + 1)..];
        return extension switch
        {
            "py" or "sh" or "bash" or "yaml" or "yml" or "toml" or "tf" or "ini" or "cfg" or "conf" or "env" or "properties" or "sbatch" or "cron" or "service" or "timer" => Hash,
            "Dockerfile" or "Containerfile" or "Makefile" or "MLproject" or "crontab" or "dockerignore" or "gitignore" => Hash,
            "txt" when name.StartsWith("requirements", StringComparison.Ordinal) => Hash,
            "example" when name == ".env.example" => Hash,
            "js" or "ts" or "go" or "groovy" or "jsonnet" => Slashes,
            "sql" => Dashes,
            "md" or "html" or "xml" => Markup,
            _ => name.StartsWith("Dockerfile.", StringComparison.Ordinal) ? Hash : null,
        };
    }
}
