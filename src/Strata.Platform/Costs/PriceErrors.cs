using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Costs;

/// <summary>Problems of a repository's own prices, <c>stacks/prices.csv</c>.</summary>
public static class PriceErrors
{
    public static Diagnostic NoHeader(SourceSpan at, string header) =>
        Diagnostic.Error("STR786", at, $"The first line does not name the columns. Write '{header}' there.");

    public static Diagnostic WrongColumns(SourceSpan at, int found, string header) =>
        Diagnostic.Error("STR787", at, $"The line has {found} {(found == 1 ? "cell" : "cells")}, and a price has these: {header}. Put a cell with a comma into double quotes.");

    public static Diagnostic UnknownWord(SourceSpan at, string column, string found, IReadOnlyCollection<string> known) =>
        Diagnostic.Error("STR788", at, $"'{found}' is not a {column}.{Suggestion.For(found, known)} Use one of {string.Join(", ", known)}.");

    public static Diagnostic NotAPrice(SourceSpan at, string found) =>
        Diagnostic.Error("STR789", at, $"'{found}' is not a price in US dollars. Write a number such as 0.0416, without a currency sign.");

    public static Diagnostic EmptyCell(SourceSpan at) =>
        Diagnostic.Error("STR790", at, "Region, SKU or source is empty. A price without a source cannot be checked by anyone: write where it was read, such as the contract.");

    public static Diagnostic NotADay(SourceSpan at, string found) =>
        Diagnostic.Error("STR791", at, $"'{found}' is not a day. Write year-month-day, such as 2026-11-26.");

    public static Diagnostic TwoPrices(SourceSpan at, string sku, string region) =>
        Diagnostic.Error("STR792", at, $"'{sku}' has two prices in '{region}'. Remove one of the two lines.");
}
