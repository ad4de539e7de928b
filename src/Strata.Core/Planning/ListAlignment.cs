using System.Collections.Immutable;
using Strata.Graph;

namespace Strata.Planning;

/// <summary>
/// Which element of an old list is which one of a new list, so that one that is taken out or put in is one change and not one of each
/// after it. Elements stay in order: one that moved is gone and new.
/// </summary>
/// <remarks>
/// A longest common subsequence, in which elements are the same when they are equal or have one identity, and of equally long ones that
/// whose other pairs are most alike. What stands between two pairs is paired place by place when it is as many before as after, as a
/// changed element is. What both lists begin and end with costs one comparison each; the rest n·m up to <see cref="MostCells"/>, and
/// beyond it goes place by place.
/// </remarks>
public sealed class ListAlignment
{
    /// <summary>Two lists with 200 elements that are not the same.</summary>
    private const int MostCells = 40_000;

    /// <summary>Above anything that likeness adds up to: at most <see cref="MostLike"/> for each of the pairs within <see cref="MostCells"/>.</summary>
    private const int Same = 1 << 18;

    private const int MostLike = 4;

    private const int HalfLike = MostLike / 2;

    private readonly ImmutableArray<Value> _before;
    private readonly ImmutableArray<Value> _after;
    private readonly Func<Value, Value, bool> _areEqual;
    private readonly List<ElementPair> _pairs = [];

    private ListAlignment(ImmutableArray<Value> before, ImmutableArray<Value> after, Func<Value, Value, bool> areEqual) =>
        (_before, _after, _areEqual) = (before, after, areEqual);

    /// <returns>Every element of both lists once, and the places of each list rising.</returns>
    public static IReadOnlyList<ElementPair> Of(ImmutableArray<Value> before, ImmutableArray<Value> after, Func<Value, Value, bool> areEqual)
    {
        var alignment = new ListAlignment(before, after, areEqual);
        alignment.Align();
        return alignment._pairs;
    }

    /// <summary>The first with the first, and so on: how providers compare lists.</summary>
    public static IReadOnlyList<ElementPair> ByPlace(int before, int after) =>
        [.. Enumerable.Range(0, Math.Max(before, after)).Select(i => new ElementPair(i < before ? i : ElementPair.None, i < after ? i : ElementPair.None))];

    private void Align()
    {
        var (start, end) = (0, 0);
        var shorter = Math.Min(_before.Length, _after.Length);
        while (start < shorter && _areEqual(_before[start], _after[start]))
        {
            start++;
        }

        while (start + end < shorter && _areEqual(_before[^(end + 1)], _after[^(end + 1)]))
        {
            end++;
        }

        var (old, now) = (_before.Length - end, _after.Length - end);
        PairUp(0, start, 0, start);
        if ((long)(old - start) * (now - start) is > 0 and <= MostCells)
        {
            Search(start, old, now);
        }
        else
        {
            Between(start, old, start, now);
        }

        PairUp(old, _before.Length, now, _after.Length);
    }

    /// <summary>Pairs what is neither in the common beginning nor in the common end.</summary>
    private void Search(int start, int old, int now)
    {
        var best = new int[old - start + 1, now - start + 1];
        var scores = new int[old - start, now - start];
        for (var i = old - start - 1; i >= 0; i--)
        {
            for (var j = now - start - 1; j >= 0; j--)
            {
                scores[i, j] = Score(_before[start + i], _after[start + j]);
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), scores[i, j] > 0 ? scores[i, j] + best[i + 1, j + 1] : 0);
            }
        }

        var (from, to) = (start, start);
        for (var (i, j) = (0, 0); i < old - start && j < now - start;)
        {
            if (scores[i, j] > 0 && best[i, j] == scores[i, j] + best[i + 1, j + 1])
            {
                Between(from, start + i, to, start + j);
                _pairs.Add(new ElementPair(start + i, start + j));
                (i, j) = (i + 1, j + 1);
                (from, to) = (start + i, start + j);
            }
            else
            {
                (i, j) = best[i, j] == best[i + 1, j] ? (i + 1, j) : (i, j + 1);
            }
        }

        Between(from, old, to, now);
    }

    /// <summary>0 when the two cannot be one element.</summary>
    private int Score(Value before, Value after)
    {
        if (_areEqual(before, after))
        {
            return Same + MostLike;
        }

        var (old, now) = (ElementIdentity.Of(before), ElementIdentity.Of(after));
        return old is not null || now is not null
            ? old == now ? Same + Math.Min(Likeness(before, after), MostLike - 1) : 0
            : Likeness(before, after) is >= HalfLike and var like ? like : 0;
    }

    /// <summary>How much of two objects is equal: <see cref="MostLike"/> times its share.</summary>
    private int Likeness(Value before, Value after) =>
        (before, after) is (ObjectValue { Properties.Length: > 0 } a, ObjectValue { Properties.Length: > 0 } b)
            ? MostLike * a.Properties.Count(property => b[property.Name] is { } other && _areEqual(property.Value, other)) / Math.Max(a.Properties.Length, b.Properties.Length)
            : 0;

    /// <summary>As many before as after: each was changed, unless its identity and most else of it is another.</summary>
    private void Between(int old, int oldEnd, int now, int nowEnd)
    {
        var byPlace = oldEnd - old == nowEnd - now || (long)(oldEnd - old) * (nowEnd - now) > MostCells;
        for (; byPlace && old < oldEnd && now < nowEnd; old++, now++)
        {
            if (CanBeOne(_before[old], _after[now]))
            {
                _pairs.Add(new ElementPair(old, now));
            }
            else
            {
                _pairs.Add(new ElementPair(old, ElementPair.None));
                _pairs.Add(new ElementPair(ElementPair.None, now));
            }
        }

        for (; old < oldEnd; old++)
        {
            _pairs.Add(new ElementPair(old, ElementPair.None));
        }

        for (; now < nowEnd; now++)
        {
            _pairs.Add(new ElementPair(ElementPair.None, now));
        }
    }

    private bool CanBeOne(Value before, Value after) =>
        ElementIdentity.Of(before) == ElementIdentity.Of(after) || Likeness(before, after) >= HalfLike;

    private void PairUp(int old, int oldEnd, int now, int nowEnd)
    {
        for (; old < oldEnd && now < nowEnd; old++, now++)
        {
            _pairs.Add(new ElementPair(old, now));
        }
    }
}
