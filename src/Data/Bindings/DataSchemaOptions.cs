using GraphApi.Data.Databases;
using GraphApi.Data.Paging;
using GraphApi.Data.Queries;
using GraphApi.Engine.Language;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>What all bindings of a schema share.</summary>
public sealed record DataSchemaOptions
{
    /// <summary>The entities: <c>Database.Model</c>.</summary>
    public required IModel Model { get; init; }

    /// <summary>The kind of the database: <c>Database.Provider</c>.</summary>
    public required DatabaseProvider Provider { get; init; }

    /// <summary>The keys that seal cursors, 32 bytes each; the first seals, all open.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; init; }

    /// <summary>
    /// Says who may read a field of an object type on which rows, given the name of the type; null: everybody on all
    /// rows. The type must be one of an entity that is an <see cref="IGuardedRow"/>, and the field nullable. <value>
    /// Default: no field has such a rule.</value>
    /// </summary>
    public Func<string, FieldDefinitionNode, FieldRule?>? FieldRules { get; init; }

    /// <summary>The sizes of pages. <value>Default: 10, at most 50.</value></summary>
    public PagingOptions Paging { get; init; } = new();

    /// <summary>How much one list field may ask of the database. <value>Default: as <see cref="QueryLimits"/>
    /// says.</value></summary>
    public QueryLimits Limits { get; init; } = new();
}
