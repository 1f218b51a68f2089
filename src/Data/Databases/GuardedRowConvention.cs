using GraphApi.Data.Bindings;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace GraphApi.Data.Databases;

/// <summary>Keeps <see cref="IGuardedRow.Readable"/> out of the columns of an entity.</summary>
sealed class GuardedRowConvention : IEntityTypeAddedConvention
{
    public void ProcessEntityTypeAdded(
        IConventionEntityTypeBuilder entityTypeBuilder,
        IConventionContext<IConventionEntityTypeBuilder> context)
    {
        if (entityTypeBuilder.Metadata.ClrType.IsAssignableTo(typeof(IGuardedRow)))
        {
            entityTypeBuilder.Ignore(nameof(IGuardedRow.Readable), fromDataAnnotation: true);
        }
    }
}
