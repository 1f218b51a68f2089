namespace GraphApi.Engine.Execution;

/// <summary>
/// Whether two coerced values of the same type are the same: lists item by item and in order, input objects field by
/// field, where a field that is absent is not one that is null.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
static class CoercedEquality
{
    /// <summary>Whether the values are the same.</summary>
    public static bool AreEqual(object? one, object? other) => (one, other) switch
    {
        (object?[] list, object?[] items) => AreEqual(list, items),
        (InputObject input, InputObject fields) => AreEqual(input, fields),
        _ => Equals(one, other),
    };

    /// <summary>A hash that equal values have in common.</summary>
    public static int Hash(object? value)
    {
        var hash = default(HashCode);
        switch (value)
        {
            case object?[] list:
                foreach (var item in list)
                {
                    hash.Add(Hash(item));
                }

                break;
            case InputObject input:
                foreach (var field in input.Type.Fields)
                {
                    hash.Add(input.TryGet(field, out var part) ? Hash(part) : -1);
                }

                break;
            default:
                return value?.GetHashCode() ?? 0;
        }

        return hash.ToHashCode();
    }

    static bool AreEqual(object?[] one, object?[] other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (!AreEqual(one[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    static bool AreEqual(InputObject one, InputObject other)
    {
        if (one.Type != other.Type)
        {
            return false;
        }

        foreach (var field in one.Type.Fields)
        {
            if (one.TryGet(field, out var value) != other.TryGet(field, out var part) || !AreEqual(value, part))
            {
                return false;
            }
        }

        return true;
    }
}
