namespace Strata.Text;

/// <summary>A place in a text as people count it: line and column from 1, the column in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);
