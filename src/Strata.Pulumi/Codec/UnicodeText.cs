using System.Buffers;
using System.Text;

namespace Strata.Pulumi.Codec;

/// <summary>Half a surrogate pair has no form in UTF-8, in which everything is sent.</summary>
internal static class UnicodeText
{
    public static bool IsValid(string text)
    {
        var rest = text.AsSpan();
        if (!rest.ContainsAnyInRange('\ud800', '\udfff'))
        {
            return true;
        }

        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) is not OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
