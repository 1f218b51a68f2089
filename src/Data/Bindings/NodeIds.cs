using System.Buffers.Text;
using System.Text;

namespace GraphApi.Data.Bindings;

/// <summary>
/// Global ids: base64 of <c>TypeName:</c> and the 16 bytes of the key, in the alphabet that is safe in URLs. They are
/// names, not secrets: what one names is only found by who may see it.
/// </summary>
/// <seealso href="https://relay.dev/graphql/objectidentification.htm"/>
public static class NodeIds
{
    const int KeySize = 16;
    const int MaxLength = 1_024;

    /// <summary>The id of an entity.</summary>
    public static string Format(string typeName, Guid key)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        var nameLength = Encoding.UTF8.GetByteCount(typeName);
        Span<byte> bytes = stackalloc byte[nameLength + 1 + KeySize];
        Encoding.UTF8.GetBytes(typeName, bytes);
        bytes[nameLength] = (byte)':';
        key.TryWriteBytes(bytes[(nameLength + 1)..]);
        return Base64Url.EncodeToString(bytes) + Padding(bytes.Length);
    }

    /// <summary>
    /// The type and key of an id; false where it is none. Padding may be left out, and the alphabet be the other one.
    /// </summary>
    public static bool TryParse(string? id, out string typeName, out Guid key)
    {
        typeName = "";
        key = default;
        if (id is null || id.Length > MaxLength)
        {
            return false;
        }

        var plain = id.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        if (!Base64Url.IsValid(plain))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(plain);
        var nameLength = bytes.Length - KeySize - 1;
        if (nameLength < 1 || bytes[nameLength] != ':')
        {
            return false;
        }

        typeName = Encoding.UTF8.GetString(bytes.AsSpan(0, nameLength));
        key = new Guid(bytes.AsSpan(nameLength + 1));
        return true;
    }

    /// <summary>The key of an id of that type; null where it is malformed or of another type.</summary>
    public static Guid? KeyOf(string? id, string typeName) =>
        TryParse(id, out var found, out var key) && found == typeName ? key : null;

    static string Padding(int length) => (length % 3) switch
    {
        1 => "==",
        2 => "=",
        _ => "",
    };
}
