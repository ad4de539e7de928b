using System.Collections.Concurrent;

namespace Strata.Cli;

/// <summary>Works on many things at once and hands the results over in order, never holding more than a few.</summary>
internal static class OrderedWork
{
    /// <summary>The same, with the item beside its result.</summary>
    public static void Run<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work, Action<TItem, TResult> take) =>
        Run(items, item => (Item: item, Result: work(item)), both => take(both.Item, both.Result));

    /// <summary>
    /// Calls <paramref name="work"/> on all processors and <paramref name="take"/> on the caller's thread, in the order of the
    /// items. At most four results a processor wait to be taken.
    /// </summary>
    public static void Run<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work, Action<TResult> take)
    {
        if (items.Count <= 1)
        {
            foreach (var item in items)
            {
                take(work(item));
            }

            return;
        }

        using var slots = new SemaphoreSlim(Environment.ProcessorCount * 4);
        using var results = new BlockingCollection<Task<TResult>>();
        var feeder = Task.Run(() =>
        {
            foreach (var item in items)
            {
                slots.Wait();
                results.Add(Task.Run(() => work(item)));
            }

            results.CompleteAdding();
        });
        foreach (var result in results.GetConsumingEnumerable())
        {
            take(result.GetAwaiter().GetResult());
            slots.Release();
        }

        feeder.GetAwaiter().GetResult();
    }
}
