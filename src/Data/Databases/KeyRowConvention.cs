using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace GraphApi.Data.Databases;

/// <summary>Adds <see cref="KeyRow"/> to every model of PostgreSQL.</summary>
sealed class KeyRowConvention : IModelInitializedConvention, IModelFinalizingConvention
{
    public void ProcessModelInitialized(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context)
    {
        var entity = modelBuilder.Entity(typeof(KeyRow), fromDataAnnotation: true)!;
        entity.HasNoKey(fromDataAnnotation: true);
        entity.ToTable(null, fromDataAnnotation: true);
        entity.ToView(null, fromDataAnnotation: true);
        entity.Property(typeof(Guid?), nameof(KeyRow.Key), fromDataAnnotation: true);
        var function = modelBuilder.HasDbFunction(KeyRow.OfMethod, fromDataAnnotation: true)!;
        function.HasName(KeyRow.Function, fromDataAnnotation: true);
        function.IsBuiltIn(true, fromDataAnnotation: true);
    }

    // Last, since a model may name all its columns after its own fashion, and this one is PostgreSQL's.
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context)
    {
        var entity = (IMutableEntityType)modelBuilder.Metadata.FindEntityType(typeof(KeyRow))!;
        entity.FindProperty(nameof(KeyRow.Key))!.SetColumnName(KeyRow.Function[..1]);
    }
}
