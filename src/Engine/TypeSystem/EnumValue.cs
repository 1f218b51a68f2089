using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A value of an enum.</summary>
/// <param name="Name">Its name in GraphQL.</param>
/// <param name="Value">What it is in .NET: a member of <see cref="EnumType.ClrType"/>, or the name.</param>
/// <param name="Description">What a reader is told; null: nothing.</param>
/// <param name="DeprecationReason">Why not to use it any more; null: not deprecated.</param>
/// <param name="AppliedDirectives">The directives at the definition.</param>
public sealed record EnumValue(
    string Name,
    object Value,
    string? Description,
    string? DeprecationReason,
    ImmutableArray<DirectiveNode> AppliedDirectives);
