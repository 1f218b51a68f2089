using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace GraphApi.Data.Databases;

/// <summary>Adds <see cref="KeyRow"/> to every model of PostgreSQL.</summary>
sealed class KeyRowConvention : IModelInitializedConvention
{
    public void ProcessModelInitialized(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context)
    {
        var entity = modelBuilder.Entity(typeof(KeyRow), fromDataAnnotation: true)!;
        entity.HasNoKey(fromDataAnnotation: true);
        entity.ToTable(null, fromDataAnnotation: true);
        entity.ToView(null, fromDataAnnotation: true);
        entity.Property(typeof(Guid?), nameof(KeyRow.Key), fromDataAnnotation: true)!
            .HasColumnName(KeyRow.Function[..1], fromDataAnnotation: true);
        var function = modelBuilder.HasDbFunction(KeyRow.OfMethod, fromDataAnnotation: true)!;
        function.HasName(KeyRow.Function, fromDataAnnotation: true);
        function.IsBuiltIn(true, fromDataAnnotation: true);
    }
}
