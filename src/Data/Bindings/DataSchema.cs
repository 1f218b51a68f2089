using System.Collections.Concurrent;
using GraphApi.Data.Databases;
using GraphApi.Data.Filtering;
using GraphApi.Data.Generation;
using GraphApi.Data.Paging;
using GraphApi.Data.Projections;
using GraphApi.Data.Queries;
using GraphApi.Data.Sorting;
using GraphApi.Engine.Caching;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Bindings;

/// <summary>
/// Binds a schema to a model. Collects the <see cref="ObjectFields"/>, generates connection, filter and sort types from
/// the directives of the SDL, and adds documents and bindings to a <see cref="SchemaBuilder"/>. Mutable until
/// <see cref="AddTo"/>.
/// </summary>
/// <example><code>
/// new DataSchema(options).Add(new BookFields()).Add(new QueryFields()).AddTo(builder, documents);
/// </code></example>
public sealed class DataSchema
{
    readonly Dictionary<string, ObjectFields> _byType = [];
    readonly Dictionary<Type, EntityFields> _byEntity = [];
    readonly List<SchemaError> _errors = [];
    readonly List<ListDeclaration> _lists = [];
    readonly List<(string Type, string Field, FieldBinding Binding)> _generated = [];
    readonly ConcurrentDictionary<string, FilterModel> _filters = new();
    readonly ConcurrentDictionary<string, SortModel> _sorts = new();
    readonly Lock _filterLock = new();
    readonly RowGuards _guards;

    /// <summary>A schema without fields.</summary>
    public DataSchema(DataSchemaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Model = options.Model;
        Provider = options.Provider;
        Paging = options.Paging;
        Limits = options.Limits;
        _guards = new RowGuards(options.FieldRules);
        Cursors = new CursorSealer(options.CursorKeys);
        Statements = new Retention(Limits.CachedStatements, Limits.CachedStatements, heaviest: 1);
    }

    /// <summary>The directives that are an affair of this assembly: not for <c>HideDirectives</c> to print.</summary>
    public static IReadOnlyList<string> InternalDirectives => SdlGenerator.Directives;

    internal IModel Model { get; }

    internal DatabaseProvider Provider { get; }

    internal PagingOptions Paging { get; }

    internal QueryLimits Limits { get; }

    internal CursorSealer Cursors { get; }

    /// <summary>Decides which statements of all steps stay compiled.</summary>
    internal Retention Statements { get; }

    /// <summary>Adds the fields of an object type.</summary>
    public DataSchema Add(ObjectFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (!_byType.TryAdd(fields.TypeName, fields))
        {
            throw new InvalidOperationException($"{fields.TypeName} has fields already.");
        }

        if (fields is EntityFields entity)
        {
            if (entity.Attach(Model) is { } error)
            {
                Report(fields.TypeName, error);
                _byType.Remove(fields.TypeName);
            }
            else
            {
                _byEntity.TryAdd(entity.RowType!, entity);
            }
        }

        return this;
    }

    /// <summary>
    /// Adds the documents, what is generated from them, and the bindings. Throws <see cref="SchemaException"/> with the
    /// whole list of what does not fit.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="documents">The SDL, each document with what it is called in errors: a file name.</param>
    public void AddTo(SchemaBuilder builder, IReadOnlyList<(string Name, DocumentNode Document)> documents)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(documents);
        var generator = new SdlGenerator([.. documents.Select(named => named.Document)], Paging);
        foreach (var (i, document) in generator.Generate().Index())
        {
            builder.AddDocument(document, i < documents.Count ? documents[i].Name : "generated");
        }

        _errors.AddRange(generator.Errors);
        foreach (var use in generator.ObjectFields)
        {
            if (_byType.TryGetValue(use.TypeName, out var fields))
            {
                Bind(builder, fields, use);
            }
        }

        foreach (var fields in _byType.Values)
        {
            foreach (var declared in fields.Declared.Keys)
            {
                if (!generator.ObjectFields.Any(u => u.TypeName == fields.TypeName && u.Name == declared))
                {
                    Report(
                        $"{fields.TypeName}.{declared}",
                        "The field is declared in code, but the SDL does not have it.");
                }
            }

            fields.BindRows(builder);
        }

        ConnectionBindings.AddTo(builder, generator.Connections);
        foreach (var (type, field, binding) in _generated)
        {
            builder.Bind(type, field, binding);
        }

        _errors.AddRange(new TargetCheck(this, generator).Run());
        _errors.AddRange(new OrderCheck(this).Run());

        if (_errors.Count > 0)
        {
            throw new SchemaException(_errors);
        }
    }

    /// <summary>The fields of all entities.</summary>
    internal IEnumerable<EntityFields> Entities => _byType.Values.OfType<EntityFields>();

    /// <summary>The lists that fields are.</summary>
    internal IReadOnlyList<ListDeclaration> Lists => _lists;

    /// <summary>Keeps the list that a field is, to be checked when all types are known.</summary>
    internal ListDeclaration Add(ListDeclaration list)
    {
        _lists.Add(list);
        return list;
    }

    internal EntityFields? FieldsOf(string typeName) => _byType.GetValueOrDefault(typeName) as EntityFields;

    internal EntityFields? FieldsOf(Type entity) => _byEntity.GetValueOrDefault(entity);

    /// <summary>Binds a field of a type that is generated with the field that is being bound.</summary>
    internal void AddGenerated(string type, string field, FieldBinding binding) =>
        _generated.Add((type, field, binding));

    internal void Report(string coordinate, string message) => _errors.Add(new SchemaError(coordinate, message));

    /// <summary>
    /// What a generated filter type means for an entity. Types refer to each other, so they are made under a lock.
    /// </summary>
    internal FilterModel FilterOf(InputObjectType type, EntityFields fields)
    {
        if (_filters.TryGetValue(type.Name, out var known))
        {
            return known;
        }

        lock (_filterLock)
        {
            return new FilterModelFactory(this, _filters).Get(type, fields);
        }
    }

    /// <summary>What a sort input of an entity means; made when it is first asked for.</summary>
    internal SortModel SortOf(InputObjectType type, EntityFields fields) =>
        _sorts.GetOrAdd(
            type.Name, _ => SortModel.Create(this, type, fields, SortPath.At(fields.RowType!)));

    /// <summary>The order of a list where nobody asks for another.</summary>
    internal static SortOrder OrderOf(EntityFields fields, IReadOnlyList<OrderTerm> declared)
    {
        var terms = declared.Count > 0 ? declared : fields.Order;
        return SortOrder.Of(terms.Select(t => new SortTerm(KeyOf(fields, t), t.Descending)), IdKeyOf(fields));
    }

    internal static SortKey IdKeyOf(EntityFields fields) =>
        SortPath.At(fields.RowType!).ToKey(new ValueTarget(fields.Key, null, false, null));

    static SortKey KeyOf(EntityFields fields, OrderTerm term)
    {
        var path = PropertyNames.Path(term.Key) ?? throw new InvalidOperationException(
            $"{fields.TypeName} cannot be ordered by {term.Key}: it is no path of properties.");
        var at = SortPath.At(fields.RowType!);
        IReadOnlyEntityType entity = fields.Entity;
        foreach (var reference in path.SkipLast(1))
        {
            var navigation = (INavigation)entity.FindNavigation(reference.Name)!;
            at = at.Then(navigation);
            entity = navigation.TargetEntityType;
        }

        var column = entity.FindProperty(path[^1].Name) ?? throw new InvalidOperationException(
            $"{fields.TypeName} cannot be ordered by {term.Key}: {path[^1].Name} is no column.");
        return at.ToKey(new ValueTarget(path[^1], null, column.IsNullable, null));
    }

    void Bind(SchemaBuilder builder, ObjectFields fields, FieldUse use)
    {
        var declaration = fields.Declared.GetValueOrDefault(use.Name) ?? fields.FindByName(this, use.Name);
        var guarded = use with { Guard = _guards.Of(this, fields, use) };
        if (declaration?.Bind(this, guarded) is not { } binding)
        {
            return;
        }

        if (guarded.Guard is { } guard && binding is not IProjectedField)
        {
            Report(use.Coordinate, $"{guard.Policy} decides on rows, which a binding of one's own does not load.");
        }

        builder.Bind(use.TypeName, use.Name, binding);
        (fields as EntityFields)?.Bound(use.Name, binding);
    }
}
