using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.Validation;

/// <summary>Where a value stands.</summary>
/// <param name="Type">The type it is expected to have; null: unknown.</param>
/// <param name="Input">The argument or input field that it, or the list it is in, is given to; null: unknown, or
/// none.</param>
/// <param name="InputObject">The input object it is a field's value of; null: none.</param>
/// <param name="IsRefused">Whether it is part of a value that is refused, so that only its variables are looked
/// at.</param>
/// <param name="IsItem">Whether it is an item of a list.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
readonly record struct ValuePosition(
    GraphQLType? Type,
    InputValue? Input = null,
    InputObjectType? InputObject = null,
    bool IsRefused = false,
    bool IsItem = false)
{
    /// <summary>Whether a default takes its place where it has no value.</summary>
    public bool HasDefault => !IsItem && Input?.DefaultValue is not null;

    /// <summary>
    /// Where the items of a list stand. Those of a list that may not stand here are taken for what may; a scalar that
    /// is not of the specification may take a list, and says nothing of its items.
    /// </summary>
    public ValuePosition OfItem() => Type?.Nullable switch
    {
        ListType list => new ValuePosition(list.OfType, Input, IsRefused: IsRefused, IsItem: true),
        ScalarType { Name: var name } when !BuiltInScalars.IsSpecified(name) => default,
        var type => new ValuePosition(type, Input, IsRefused: true, IsItem: true),
    };
}
