using System.Collections.Frozen;
using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>The directives of the specification; part of every schema, and never defined by one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives"/>
static class SpecifiedDirectives
{
    /// <summary>The reason of <c>@deprecated</c> where none is given.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary>Their definitions, with the built-in scalars they and others need.</summary>
    public const string Sdl = """
        "Text as a sequence of Unicode characters."
        scalar String

        "A signed whole number of 32 bits."
        scalar Int

        "A signed number with a fraction, of IEEE 754 double precision."
        scalar Float

        "True or false."
        scalar Boolean

        "An identifier, not meant for people. It is written as a string; strings and whole numbers are read."
        scalar ID

        "Leaves a field or fragment out when the argument is true."
        directive @skip(
          "Left out when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Takes a field or fragment in only when the argument is true."
        directive @include(
          "Taken in when true."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Marks a part of the schema that is no longer to be used."
        directive @deprecated(
          "Why, and usually what to use instead, in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Says where the behaviour of a scalar is specified."
        directive @specifiedBy(
          "The address of the specification."
          url: String!
        ) on SCALAR

        "Makes an input object one of which exactly one field is given, and not null."
        directive @oneOf on INPUT_OBJECT
        """;

    static readonly FrozenDictionary<string, DirectiveDefinitionNode> Definitions = SchemaBuilder
        .Parse("specification", Sdl).Definitions
        .OfType<DirectiveDefinitionNode>()
        .ToFrozenDictionary(directive => directive.Name.Value);

    /// <summary>The specification's definition of a directive; null: it defines none of that name.</summary>
    public static DirectiveDefinitionNode? Find(string name) => Definitions.GetValueOrDefault(name);

    /// <summary>Whether the specification defines the directive.</summary>
    public static bool IsSpecified(string name) => Definitions.ContainsKey(name);

    /// <summary>The reason of the first <c>@deprecated</c>; null: not deprecated.</summary>
    public static string? DeprecationReason(ImmutableArray<DirectiveNode> directives) =>
        directives.FirstOrDefault(directive => directive.Name.Value == "deprecated") is { } deprecated
            ? Text(deprecated, "reason") ?? DefaultDeprecationReason
            : null;

    /// <summary>The address of the first <c>@specifiedBy</c>; null: none.</summary>
    public static string? SpecifiedByUrl(ImmutableArray<DirectiveNode> directives) =>
        directives.FirstOrDefault(directive => directive.Name.Value == "specifiedBy") is { } specifiedBy
            ? Text(specifiedBy, "url")
            : null;

    /// <summary>Whether <c>@oneOf</c> stands there.</summary>
    public static bool IsOneOf(ImmutableArray<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == "oneOf");

    // A value that is no string is reported by the rule on directives; here it counts as absent.
    static string? Text(DirectiveNode directive, string argument) =>
        directive.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value is StringValueNode text
            ? text.Value
            : null;
}
