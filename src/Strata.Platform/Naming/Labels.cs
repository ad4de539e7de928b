using System.Collections.Immutable;
using Strata.Platform.Catalog;
using Strata.Text;

namespace Strata.Platform.Naming;

/// <summary>
/// Makes tags and labels legal. Unlike names they need not be unique, so a character that is not allowed becomes a hyphen and nothing is
/// appended; only what is cut ends with a hash, so that long values stay apart.
/// </summary>
public static class Labels
{
    public static FactSource GcpSource { get; } = new("https://pub.dev/documentation/googleapis/latest/retail_v2/GoogleCloudRetailV2ConversationalSearchRequest/userLabels.html", "2026-11-21");

    public static FactSource AwsSource { get; } = new("boto/botocore 1.43.11: botocore/data/resourcegroupstaggingapi/*/service-2.json", "2026-05-20");

    public static FactSource KubernetesSource { get; } = new("kubernetes/apimachinery: pkg/api/validate/content/kube.go", "2026-07-23");

    /// <summary>Labels one resource may have on GCP.</summary>
    public const int MostOnGcp = 64;

    /// <summary>Tags one resource may have on AWS.</summary>
    public const int MostOnAws = 50;

    /// <summary>Lower-case letters, digits, <c>-</c> and <c>_</c>, 63 characters; a key begins with a letter. Later of two keys that become the same wins.</summary>
    public static ImmutableSortedDictionary<string, string> ForGcp(IEnumerable<KeyValuePair<string, string>> labels) =>
        All(labels, key => Letter(Cut(Lower(key), 63)), value => Cut(Lower(value), 63));

    /// <summary>Keys of 128 and values of 256 characters: letters, digits, spaces and <c>_.:/=+-@</c>; no key begins with <c>aws:</c>.</summary>
    public static ImmutableSortedDictionary<string, string> ForAws(IEnumerable<KeyValuePair<string, string>> tags) =>
        All(tags, key => NotReserved(Cut(Replace(key, IsAws), 128)), value => Cut(Replace(value, IsAws), 256));

    /// <summary>
    /// Values of 63 characters: letters, digits and <c>-_.</c>, a letter or digit at both ends, or nothing. Keys are Strata's own or
    /// checked elsewhere, and stay as they are.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> ForKubernetes(IEnumerable<KeyValuePair<string, string>> labels) =>
        All(labels, key => key, KubernetesValue);

    /// <summary>One label value for Kubernetes.</summary>
    public static string KubernetesValue(string value) => Cut(Replace(value, IsKubernetes).Trim('-', '_', '.'), 63).TrimEnd('-', '_', '.');

    private static ImmutableSortedDictionary<string, string> All(
        IEnumerable<KeyValuePair<string, string>> pairs, Func<string, string> key, Func<string, string> value) =>
        pairs.Aggregate(
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), (all, pair) => all.SetItem(key(pair.Key), value(pair.Value)));

    private static string Cut(string text, int max) => text.Length <= max ? text : $"{text[..(max - 7)]}-{StableHash.Of(text)}";

    private static string Lower(string text) => Replace(text.ToLowerInvariant(), IsGcp);

    private static string Letter(string key) => key.Length > 0 && char.IsAsciiLetterLower(key[0]) ? key : Cut($"x{key}", 63);

    private static string NotReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) ? $"x-{key[4..]}" : key;

    private static string Replace(string text, Func<char, bool> allowed) => string.Concat(text.Select(c => allowed(c) ? c : '-'));

    private static bool IsGcp(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_';

    private static bool IsAws(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@';

    private static bool IsKubernetes(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
