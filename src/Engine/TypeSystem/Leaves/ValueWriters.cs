using System.Collections;
using System.Runtime.CompilerServices;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem.Leaves;

/// <summary>Finds the writer for a leaf type and a CLR type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Result-Coercion"/>
static class ValueWriters
{
    static readonly StringWriter Text = new();
    static readonly StructWriter<int> Int = new((writer, value) => writer.WriteNumberValue(value));
    static readonly StructWriter<long> Long = new((writer, value) => writer.WriteNumberValue(value));
    static readonly StructWriter<long> LongAsInt = new(
        (writer, value) => writer.WriteNumberValue(value),
        value => value is >= int.MinValue and <= int.MaxValue);

    static readonly StructWriter<double> Double = new(
        (writer, value) => writer.WriteNumberValue(value),
        double.IsFinite);

    static readonly StructWriter<decimal> Decimal = new((writer, value) => writer.WriteNumberValue(value));
    static readonly StructWriter<bool> Boolean = new((writer, value) => writer.WriteBooleanValue(value));
    static readonly StructWriter<Guid> Guid = new((writer, value) => writer.WriteStringValue(value));
    static readonly StructWriter<DateTime> DateTime = new(DateTimeScalar.Write);
    static readonly StructWriter<DateOnly> Date = new(LocalDateScalar.Write);

    /// <summary>
    /// The writer of values of <typeparamref name="TValue"/>; one that boxes where there is no other.
    /// </summary>
    public static ValueWriter<TValue> For<TValue>(GraphQLType type) =>
        (Find(type, typeof(TValue)) as ValueWriter<TValue>) ?? new AnyWriter<TValue>(type);

    /// <summary>
    /// Whether no value of the CLR type is a value of the leaf type, which is a mistake in a binding. False where it
    /// cannot be told: for <see cref="object"/>, and for scalars that are not ours.
    /// </summary>
    public static bool NeverFit(GraphQLType type, Type clrType)
    {
        var plain = Nullable.GetUnderlyingType(clrType) ?? clrType;
        if (plain == typeof(object))
        {
            return false;
        }

        return type.Nullable switch
        {
            ListType list => plain == typeof(string)
                || !plain.IsAssignableTo(typeof(IEnumerable))
                || (ItemType(plain) is { } item && NeverFit(list.OfType, item)),
            EnumType enumeration => plain != typeof(string) && plain != enumeration.ClrType,
            ScalarType { Coercion: var coercion } when BuiltInScalars.Contains(coercion) =>
                (plain == typeof(string) && !coercion.CanWrite(""))
                || (plain.IsValueType && !coercion.CanWrite(RuntimeHelpers.GetUninitializedObject(plain))),
            _ => false,
        };
    }

    static object? Find(GraphQLType type, Type clrType)
    {
        if (Nullable.GetUnderlyingType(clrType) is { } underlying)
        {
            return Find(type, underlying) is { } inner ? Make(typeof(NullableWriter<>), [underlying], inner) : null;
        }

        return type.Nullable switch
        {
            ListType list => FindList(list, clrType),
            EnumType enumeration when clrType == typeof(string) => new EnumNameWriter(enumeration),
            EnumType enumeration when clrType == enumeration.ClrType =>
                Make(typeof(EnumWriter<>), [clrType], enumeration),
            ScalarType scalar => FindScalar(scalar.Coercion, clrType),
            _ => null,
        };
    }

    static object? FindScalar(ScalarCoercion coercion, Type clrType) => coercion switch
    {
        StringLikeScalar or IdScalar or UrlScalar when clrType == typeof(string) => Text,
        IdScalar or UuidScalar when clrType == typeof(Guid) => Guid,
        IntScalar or LongScalar or FloatScalar when clrType == typeof(int) => Int,
        IntScalar when clrType == typeof(long) => LongAsInt,
        LongScalar or FloatScalar when clrType == typeof(long) => Long,
        FloatScalar when clrType == typeof(double) => Double,
        FloatScalar when clrType == typeof(decimal) => Decimal,
        BooleanScalar when clrType == typeof(bool) => Boolean,
        DateTimeScalar when clrType == typeof(DateTime) => DateTime,
        LocalDateScalar when clrType == typeof(DateOnly) => Date,
        _ => null,
    };

    static object? FindList(ListType list, Type clrType)
    {
        if (clrType.IsValueType
            || ItemType(clrType) is not { } itemType
            || Find(list.OfType, itemType) is not { } items)
        {
            return null;
        }

        return Make(typeof(ListWriter<,>), [clrType, itemType], items, list.OfType.IsNonNull);
    }

    static Type? ItemType(Type clrType)
    {
        if (clrType.IsArray)
        {
            return clrType.GetArrayRank() == 1 ? clrType.GetElementType() : null;
        }

        return clrType.GetInterfaces()
            .Append(clrType)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            ?.GetGenericArguments()[0];
    }

    // Once a field of a plan, so that reflection costs nothing that counts.
    static object? Make(Type writer, Type[] types, params object[] arguments) =>
        Activator.CreateInstance(writer.MakeGenericType(types), arguments);
}
