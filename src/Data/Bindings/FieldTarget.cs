using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Queries;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>What a field is to conditions and orders.</summary>
abstract record FieldTarget
{
    /// <summary>Decides on which rows it counts; null: on all.</summary>
    public RowGuard? Guard { get; init; }
}

/// <summary>A value of the row itself, or a list of values.</summary>
/// <param name="Property">Where it is on the loaded row.</param>
/// <param name="Sql">What the database computes; null: the property is a column.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="NodeType">The type whose global id it is; null: it is no global id.</param>
#pragma warning disable MA0048 // a closed hierarchy stands together
sealed record ValueTarget(PropertyInfo Property, LambdaExpression? Sql, bool IsNullable, string? NodeType) : FieldTarget
{
    /// <summary>The value of a row in the database.</summary>
    public Expression Access(Expression row, QueryBuilder builder) =>
        Sql is null ? Expression.Property(row, Property) : builder.Inline(Sql, row);
}

/// <summary>One other entity.</summary>
/// <param name="Navigation">The reference.</param>
sealed record ReferenceTarget(INavigation Navigation) : FieldTarget;

/// <summary>Several other entities.</summary>
/// <param name="Path">How they are found.</param>
sealed record CollectionTarget(ChildPath Path) : FieldTarget;
#pragma warning restore MA0048
