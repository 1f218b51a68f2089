using System.Collections.Frozen;
using System.Text;

namespace GraphApi.Distribution.Import;

/// <summary>The names of enumerations as the schema has them: AMBER_STRICT for <c>AmberStrict</c>.</summary>
static class EnumNames
{
    /// <summary>All names of an enumeration, in its order.</summary>
    public static IReadOnlyList<string> Of<T>()
        where T : struct, Enum => Names<T>.InOrder;

    /// <summary>The name of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>Finds the value of a name; false where no value has it.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum => Names<T>.Values.TryGetValue(name, out value);

    static string ToSchemaName(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(name[i]));
        }

        return text.ToString();
    }

    static class Names<T>
        where T : struct, Enum
    {
        public static readonly string[] InOrder = [.. Enum.GetNames<T>().Select(ToSchemaName)];

        public static readonly FrozenDictionary<string, T> Values =
            Enum.GetValues<T>().ToFrozenDictionary(value => ToSchemaName(value.ToString()));

        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => ToSchemaName(value.ToString()));
    }
}
