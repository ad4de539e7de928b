using System.Collections.Immutable;
using Strata.Text;

namespace Strata.Templating;

/// <summary>A closed family: what a template can compute.</summary>
internal abstract record Expression(SourceSpan Span);

internal sealed record LiteralExpression(SourceSpan Span, TemplateValue Value) : Expression(Span);

/// <param name="Name">Begins with <c>$</c> when it belongs to this template alone.</param>
internal sealed record VariableExpression(SourceSpan Span, string Name) : Expression(Span);

/// <summary><c>$</c>: what the template was included with. <see cref="Position"/> is null for all of it.</summary>
internal sealed record ArgumentsExpression(SourceSpan Span, int? Position) : Expression(Span);

/// <summary><c>for.index</c> and its like, of the innermost loop.</summary>
internal sealed record LoopExpression(SourceSpan Span, string Field) : Expression(Span);

/// <param name="IsOptional"><c>?.</c>: null when there is no such member.</param>
internal sealed record MemberExpression(SourceSpan Span, Expression Target, string Name, SourceSpan NameSpan, bool IsOptional) : Expression(Span);

internal sealed record IndexExpression(SourceSpan Span, Expression Target, Expression Key) : Expression(Span);

internal sealed record ListExpression(SourceSpan Span, ImmutableArray<Expression> Items) : Expression(Span);

internal sealed record MapExpression(SourceSpan Span, ImmutableArray<(string Name, Expression Value)> Entries) : Expression(Span);

internal sealed record UnaryExpression(SourceSpan Span, string Operator, Expression Operand) : Expression(Span);

internal sealed record BinaryExpression(SourceSpan Span, string Operator, Expression Left, Expression Right) : Expression(Span);

internal sealed record ConditionalExpression(SourceSpan Span, Expression Condition, Expression Yes, Expression No) : Expression(Span);

internal sealed record CallExpression(SourceSpan Span, TemplateFunction Function, SourceSpan NameSpan, ImmutableArray<Argument> Arguments) : Expression(Span);

internal sealed record IncludeExpression(SourceSpan Span, Expression Name, ImmutableArray<Argument> Arguments) : Expression(Span);

/// <summary><c>@string.upcase</c>.</summary>
internal sealed record FunctionExpression(SourceSpan Span, TemplateFunction Function) : Expression(Span);

/// <param name="Name">Null for one that is given by its place.</param>
internal sealed record Argument(string? Name, SourceSpan Span, Expression Value);
