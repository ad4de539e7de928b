namespace Strata.Graph.Formats;

/// <summary>Type and function tokens as people write them.</summary>
public static class TypeName
{
    /// <summary>
    /// The token without what repeats: <c>aws:s3/bucket:Bucket</c> is <c>aws:s3:Bucket</c> and
    /// <c>aws:index/getCallerIdentity:getCallerIdentity</c> is <c>aws:getCallerIdentity</c>, as in Pulumi YAML. Other tokens stay.
    /// </summary>
    public static string Short(string token)
    {
        var first = token.IndexOf(':', StringComparison.Ordinal);
        var last = token.LastIndexOf(':');
        var slash = first < last ? token.LastIndexOf('/', last) : -1;
        if (slash <= first || !IsNameInFile(token.AsSpan(slash + 1, last - slash - 1), token.AsSpan(last + 1)))
        {
            return token;
        }

        var module = token.AsSpan(first + 1, slash - first - 1);
        return module is "index"
            ? string.Concat(token.AsSpan(0, first), token.AsSpan(last))
            : string.Concat(token.AsSpan(0, slash), token.AsSpan(last));
    }

    private static bool IsNameInFile(ReadOnlySpan<char> file, ReadOnlySpan<char> name) =>
        file.Length == name.Length && file.Length > 0 && char.ToLowerInvariant(name[0]) == file[0] && file[1..].SequenceEqual(name[1..]);
}
