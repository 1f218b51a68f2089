namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>
/// A type has the fields of its interfaces: of the same type or a narrower one, with the same arguments and further
/// ones only where they may be left out, and deprecated only where the interface's is.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementation()"/>
sealed class InterfaceFields : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var type in schema.DefinedTypes.OfType<ComplexType>())
        {
            foreach (var wanted in type.Interfaces.Where(i => i != type).SelectMany(i => i.Fields))
            {
                if (type.FieldsByName.TryGetValue(wanted.Name, out var field))
                {
                    Check(field, wanted, errors);
                }
                else
                {
                    errors.Add(
                        type.Name,
                        $"Interface field {wanted.Coordinate} expected but {type} does not provide it.",
                        [wanted.Definition, .. type.Definitions]);
                }
            }
        }
    }

    static void Check(Field field, Field wanted, SchemaErrors errors)
    {
        if (!IsValidImplementationFieldType(field.Type, wanted.Type))
        {
            errors.Add(
                field.Coordinate,
                $"Interface field {wanted.Coordinate} expects type {wanted.Type} but {field.Coordinate} "
                    + $"is type {field.Type}.",
                wanted.Definition.Type,
                field.Definition.Type);
        }

        foreach (var argument in wanted.Arguments)
        {
            CheckArgument(field, wanted, argument, errors);
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !wanted.ArgumentsByName.ContainsKey(argument.Name))
            {
                errors.Add(
                    argument.Coordinate,
                    $"Object field {field.Coordinate} includes required argument {argument.Name} that is missing from "
                        + $"the Interface field {wanted.Coordinate}.",
                    argument.Definition,
                    wanted.Definition);
            }
        }

        if (field.DeprecationReason is not null && wanted.DeprecationReason is null)
        {
            errors.Add(
                field.Coordinate,
                $"Interface field {wanted.Coordinate} is not deprecated, so implementation field "
                    + $"{field.Coordinate} must not be deprecated.",
                wanted.Definition,
                field.Definition);
        }
    }

    static void CheckArgument(Field field, Field wanted, InputValue argument, SchemaErrors errors)
    {
        if (!field.ArgumentsByName.TryGetValue(argument.Name, out var own))
        {
            errors.Add(
                field.Coordinate,
                $"Interface field argument {argument.Coordinate} expected but {field.Coordinate} does not provide it.",
                argument.Definition,
                field.Definition);
        }
        else if (own.Type.ToString() != argument.Type.ToString())
        {
            // Arguments are invariant; a type and its wrappings are equal when they are written alike.
            errors.Add(
                own.Coordinate,
                $"Interface field argument {argument.Coordinate} expects type {argument.Type} but {own.Coordinate} "
                    + $"is type {own.Type}.",
                argument.Definition.Type,
                own.Definition.Type);
        }
    }

    /// <summary>Whether every value of the one type is a value of the other.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementationFieldType()"/>
    static bool IsValidImplementationFieldType(GraphQLType type, GraphQLType wanted) => (type, wanted) switch
    {
        (NonNullType own, _) => IsValidImplementationFieldType(own.OfType, wanted.Nullable),
        (_, NonNullType) => false,
        (ListType own, ListType other) => IsValidImplementationFieldType(own.OfType, other.OfType),
        (ListType, _) or (_, ListType) => false,
        _ => IsSubType(type.Named, wanted.Named),
    };

    /// <summary>The same without wrappings.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#IsSubType()"/>
    static bool IsSubType(NamedType type, NamedType wanted) => type == wanted || (type, wanted) switch
    {
        (ObjectType member, UnionType union) => union.Members.Contains(member),
        (ComplexType complex, InterfaceType implemented) => complex.Interfaces.Contains(implemented),
        _ => false,
    };
}
