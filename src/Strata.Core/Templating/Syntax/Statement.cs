using System.Collections.Immutable;
using Strata.Text;

namespace Strata.Templating;

/// <summary>A closed family: what a template does.</summary>
internal abstract record Statement;

internal sealed record TextStatement(string Text, SourceSpan Span) : Statement;

/// <param name="Indent">What the lines of the value, after the first, begin with: the white space before the block.</param>
internal sealed record PrintStatement(Expression Value, string Indent) : Statement;

internal sealed record AssignStatement(string Name, SourceSpan NameSpan, Expression Value) : Statement;

internal sealed record CaptureStatement(string Name, SourceSpan NameSpan, ImmutableArray<Statement> Body) : Statement;

/// <param name="Condition">Null for a last <c>else</c>.</param>
internal sealed record IfBranch(Expression? Condition, ImmutableArray<Statement> Body);

internal sealed record IfStatement(ImmutableArray<IfBranch> Branches) : Statement;

/// <param name="Values">Empty for a last <c>else</c>.</param>
internal sealed record WhenBranch(ImmutableArray<Expression> Values, ImmutableArray<Statement> Body);

internal sealed record CaseStatement(Expression Subject, ImmutableArray<WhenBranch> Branches) : Statement;

internal sealed record ForStatement(
    string Name, SourceSpan Span, Expression Items, Expression? Offset, Expression? Limit, bool IsReversed, ImmutableArray<Statement> Body) : Statement;

internal sealed record BreakStatement : Statement;

internal sealed record ContinueStatement : Statement;
