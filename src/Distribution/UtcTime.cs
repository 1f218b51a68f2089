using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphApi.Distribution;

/// <summary>Times are stored and read as UTC, also where the database keeps no offset.</summary>
sealed class UtcTime() : ValueConverter<DateTime, DateTime>(
    value => value,
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
