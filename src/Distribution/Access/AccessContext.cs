using GraphApi.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Access;

/// <summary>
/// The same tables without row rules: for finding out what a viewer may see, and for writing what is generated or
/// imported. No step of a request can reach it, since a session only ever hands out <see cref="DistributionContext"/>.
/// </summary>
sealed class AccessContext(DbContextOptions<AccessContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        DataConventions.Apply(configurationBuilder, Database.ProviderName);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        DistributionModel.Configure(modelBuilder, Database.ProviderName);
}
