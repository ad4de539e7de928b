namespace Strata.Platform.Foundation;

/// <summary>Who Google Cloud gives access to, as stack files write it and as IAM does.</summary>
internal static class GcpPrincipal
{
    private static readonly string[] Kinds = ["user:", "group:", "serviceAccount:", "domain:", "principal:", "principalSet:"];

    /// <summary>The IAM member: what has its kind before it as it is, a mail address as a group's or a service account's. Null for anything else.</summary>
    public static string? Parse(string text)
    {
        if (Kinds.Any(kind => text.StartsWith(kind, StringComparison.Ordinal)))
        {
            return text;
        }

        var isAddress = text.Contains('@', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal);
        return !isAddress ? null : text.EndsWith(".gserviceaccount.com", StringComparison.Ordinal) ? $"serviceAccount:{text}" : $"group:{text}";
    }

    /// <summary>A principal or a mail address in the form of a logical name: <c>group-ml-acme-example</c>.</summary>
    public static string Slug(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
