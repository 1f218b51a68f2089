using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using GraphApi.Data.Databases;

namespace GraphApi.Data.Migrations;

/// <summary>One forward-only step of the schema.</summary>
/// <param name="Version">Its number, from 1, without gaps.</param>
/// <param name="Name">What it does, as its file is named.</param>
/// <param name="Sql">Its statements.</param>
public sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>SHA-256 of <see cref="Sql"/> with LF line ends, in lower-case hexadecimal.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>
    /// The migrations embedded in an assembly as <c>migrations/Sqlite/0001_name.sql</c> or
    /// <c>migrations/PostgreSql/0001_name.sql</c>. Throws <see cref="MigrationException"/> for a name that is not of
    /// this form and for a gap.
    /// </summary>
    public static IReadOnlyList<Migration> ReadEmbedded(Assembly assembly, DatabaseProvider provider)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var prefix = $"migrations/{provider}/";
        var migrations = assembly.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => Read(assembly, n, n[prefix.Length..]))
            .OrderBy(m => m.Version)
            .ToList();
        Check(migrations);
        return migrations;
    }

    internal static void Check(IReadOnlyList<Migration> migrations)
    {
        for (var i = 0; i < migrations.Count; i++)
        {
            if (migrations[i].Version != i + 1)
            {
                throw new MigrationException($"Migration {i + 1} is missing before {migrations[i]}.");
            }
        }
    }

    static Migration Read(Assembly assembly, string resource, string file)
    {
        var parts = Path.GetFileNameWithoutExtension(file).Split('_', 2);
        if (parts is not [{ Length: 4 } number, { Length: > 0 } name]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            throw new MigrationException(
                $"'{file}' is no name of a migration: it should look like '0001_what_it_does.sql'.");
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new Migration(version, name, reader.ReadToEnd());
    }

    /// <summary>As its file is named.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version:0000}_{Name}");
}
