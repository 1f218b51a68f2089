using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphApi.Data.Databases;

/// <summary>
/// How CLR values are columns, the same for every entity: enums are their names as text; a <see cref="DateTime"/> is
/// UTC (timestamptz; on SQLite text without offset, which sorts as time); a <see cref="Guid"/> is uuid (on SQLite
/// upper-case text, which sorts as uuid does); a list of strings is text[] (on SQLite JSON).
/// </summary>
public static class DataConventions
{
    /// <summary>Call it in <c>ConfigureConventions</c> with <c>Database.ProviderName</c>.</summary>
    public static void Apply(ModelConfigurationBuilder configuration, string? providerName)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        configuration.Properties<Enum>().HaveConversion<string>();
        configuration.Conventions.Add(_ => new GuardedRowConvention());
        if (providerName?.EndsWith("Sqlite", StringComparison.Ordinal) is true)
        {
            configuration.Properties<DateTime>().HaveConversion<UtcDateTime>();
        }
        else
        {
            configuration.Conventions.Add(_ => new KeyRowConvention());
        }
    }

    /// <summary>SQLite gives a <see cref="DateTime"/> back without its kind.</summary>
    sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
        value => value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
