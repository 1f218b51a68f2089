using System.Collections.Immutable;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>The scalars whose coercion comes with the engine.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars"/>
static class BuiltInScalars
{
    /// <summary>Those of the specification; part of every schema, and never defined in SDL.</summary>
    public static ImmutableArray<ScalarCoercion> Specified { get; } =
    [
        new StringLikeScalar("String"),
        new IntScalar(),
        new FloatScalar(),
        new BooleanScalar(),
        new IdScalar(),
    ];

    /// <summary>Those a schema may define by <c>scalar Name</c> without saying how they are coerced.</summary>
    public static ImmutableArray<ScalarCoercion> Further { get; } =
    [
        new DateTimeScalar(),
        new LocalDateScalar(),
        new LongScalar(),
        new UrlScalar(),
        new UuidScalar(),
        new StringLikeScalar("Markdown"),
        new StringLikeScalar("PlainText"),
    ];

    /// <summary>Whether the specification defines the scalar.</summary>
    public static bool IsSpecified(string name) => Specified.Any(scalar => scalar.Name == name);

    /// <summary>Whether the coercion is one of ours.</summary>
    public static bool Contains(ScalarCoercion coercion) =>
        Specified.Contains(coercion) || Further.Contains(coercion) || coercion is StringLikeScalar;
}
