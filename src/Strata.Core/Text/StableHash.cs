using System.Security.Cryptography;
using System.Text;

namespace Strata.Text;

/// <summary>Hashes that are the same on every machine and in every run, unlike <c>GetHashCode</c>.</summary>
public static class StableHash
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>
    /// The first <paramref name="length"/> characters (at most 32) of the text's SHA-256 in lower-case base 32: letters and
    /// digits that every cloud's names allow. The first character is always a letter.
    /// </summary>
    public static string Of(string text, int length = 6)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return string.Create(length, hash.ToArray(), static (chars, bytes) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                chars[i] = Alphabet[bytes[i] % (i == 0 ? 26 : 32)];
            }
        });
    }
}
