using System.Buffers;
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
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        Span<char> letters = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            letters[i] = Alphabet[hash[i] % (i == 0 ? 26 : 32)];
        }

        return letters.ToString();
    }
}
