using GraphApi.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Access;

/// <summary>
/// The same tables without row rules: for finding out what a viewer may see, for access records, and for writing what
/// is generated or imported. Steps of a request read a <see cref="DistributionContext"/>, whose rules few of them set
/// aside (<c>IgnoreQueryFilters</c>). <c>RuleExceptionTests</c> lists every file that does either, with its reason.
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
