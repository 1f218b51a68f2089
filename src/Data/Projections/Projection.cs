using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Bindings;
using GraphApi.Data.Queries;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Projections;

/// <summary>
/// Which columns of an entity, and of the entities it refers to, one place of a document reads, each on the rows where
/// it may be read. Mutable while a document is planned. The key is always there: it identifies the row to the steps
/// below and to cursors.
/// </summary>
sealed class Projection
{
    readonly SortedDictionary<string, (PropertyInfo Property, Mask Mask)> _columns = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, (PropertyInfo Property, LambdaExpression Sql, Mask Mask)> _computed =
        new(StringComparer.Ordinal);
    readonly SortedDictionary<string, (INavigation Navigation, Projection Target, Mask Mask)> _references =
        new(StringComparer.Ordinal);
    readonly SortedDictionary<long, (RowGuard Guard, Mask Mask)> _guards = [];

    /// <summary>The projection of an entity that is read for its own sake.</summary>
    public Projection(IReadOnlyEntityType entity)
        : this(entity, depth: 0)
    {
        Add(Key, []);
    }

    Projection(IReadOnlyEntityType entity, int depth)
    {
        Entity = entity;
        Depth = depth;
    }

    /// <summary>The entity.</summary>
    public IReadOnlyEntityType Entity { get; }

    /// <summary>How many references lead here from the row that is read for its own sake.</summary>
    public int Depth { get; }

    PropertyInfo Key => Entity.FindPrimaryKey()!.Properties[0].PropertyInfo!;

    /// <summary>What a selection reads.</summary>
    public static Projection Of(IReadOnlyEntityType entity, SelectionPlan selection)
    {
        var projection = new Projection(entity);
        projection.Add(selection);
        return projection;
    }

    /// <summary>Adds what a selection reads.</summary>
    public void Add(SelectionPlan selection) => new RowReading(this, []).Add(selection);

    /// <summary>Adds a property behind references; see <see cref="RowReading"/>.</summary>
    public void Add(IReadOnlyList<PropertyInfo> path, IReadOnlyList<PlacedGuard> guards) =>
        new RowReading(this, []).Add(path, guards);

    /// <summary>Adds a mapped property, read under some rules.</summary>
    public void Add(PropertyInfo column, ImmutableArray<PlacedGuard> rules)
    {
        if (!_columns.TryGetValue(column.Name, out var known))
        {
            _columns.Add(column.Name, known = (column, new Mask()));
        }

        known.Mask.Add(rules);
    }

    /// <summary>Adds an unmapped property, read under some rules, and what the database computes for it.</summary>
    public void Add(PropertyInfo property, LambdaExpression sql, ImmutableArray<PlacedGuard> rules)
    {
        if (!_computed.TryGetValue(property.Name, out var known))
        {
            _computed.Add(property.Name, known = (property, sql, new Mask()));
        }

        known.Mask.Add(rules);
    }

    /// <summary>Adds a reference, joined and read under some rules; returns what is read of its target.</summary>
    public Projection Add(INavigation reference, ImmutableArray<PlacedGuard> rules)
    {
        if (!_references.TryGetValue(reference.Name, out var known))
        {
            known = (reference, new Projection(reference.TargetEntityType, Depth + 1), new Mask());
            _references.Add(reference.Name, known);
        }

        known.Mask.Add(rules);
        known.Target.Add(known.Target.Key, rules);
        return known.Target;
    }

    /// <summary>Adds what a rule decides on the row, asked for under other rules.</summary>
    public void Add(RowGuard guard, ImmutableArray<PlacedGuard> rules)
    {
        if (!_guards.TryGetValue(guard.Mask, out var known))
        {
            _guards.Add(guard.Mask, known = (guard, new Mask()));
        }

        known.Mask.Add(rules);
    }

    /// <summary>A copy that can be added to.</summary>
    public Projection Copy()
    {
        var copy = new Projection(Entity, Depth);
        foreach (var (name, (property, mask)) in _columns)
        {
            copy._columns.Add(name, (property, mask.Copy()));
        }

        foreach (var (name, (property, sql, mask)) in _computed)
        {
            copy._computed.Add(name, (property, sql, mask.Copy()));
        }

        foreach (var (name, (navigation, target, mask)) in _references)
        {
            copy._references.Add(name, (navigation, target.Copy(), mask.Copy()));
        }

        foreach (var (bit, (guard, mask)) in _guards)
        {
            copy._guards.Add(bit, (guard, mask.Copy()));
        }

        return copy;
    }

    /// <summary>
    /// <c>new Entity { A = row.A, B = rule ? row.B : null, Readable = rule ? 1 : 0, Reference = row.Reference == null ?
    /// null : new Target { ... } }</c>
    /// </summary>
    public Expression Build(Expression row, QueryBuilder builder) => Build([row], builder);

    MemberInitExpression Build(ImmutableArray<Expression> rows, QueryBuilder builder)
    {
        var row = rows[^1];
        var members = new List<MemberBinding>();
        foreach (var (column, mask) in _columns.Values)
        {
            members.Add(Expression.Bind(column, mask.Apply(Expression.Property(row, column), rows, builder)));
        }

        foreach (var (property, sql, mask) in _computed.Values)
        {
            members.Add(Expression.Bind(property, mask.Apply(builder.Inline(sql, row), rows, builder)));
        }

        if (Readable(rows, builder) is var (readable, bits))
        {
            members.Add(Expression.Bind(readable, bits));
        }

        foreach (var (navigation, target, mask) in _references.Values)
        {
            Expression reference = Expression.Property(row, navigation.PropertyInfo!);
            Expression made = target.Build(rows.Add(reference), builder);
            if (!navigation.ForeignKey.IsRequired || !navigation.IsOnDependent)
            {
                made = Expression.Condition(
                    Expression.Equal(reference, Expression.Constant(null, reference.Type)),
                    Expression.Constant(null, reference.Type),
                    made);
            }

            // Its columns are masked one by one as well: EF evaluates a condition on an object after it is loaded.
            members.Add(Expression.Bind(navigation.PropertyInfo!, mask.Apply(made, rows, builder)));
        }

        return Expression.MemberInit(Expression.New(Entity.ClrType), members);
    }

    (PropertyInfo Property, Expression Bits)? Readable(ImmutableArray<Expression> rows, QueryBuilder builder)
    {
        (PropertyInfo Property, Expression Bits)? readable = null;
        foreach (var (guard, mask) in _guards.Values)
        {
            var holds = Filtering.FilterModel.And(mask.Condition(rows, builder), guard.Holds(rows[^1], builder))!;
            Expression bit = Expression.Condition(holds, Expression.Constant(guard.Mask), Expression.Constant(0L));
            readable = (guard.Property, readable is var (_, others) ? Expression.Add(others, bit) : bit);
        }

        return readable;
    }

    /// <summary>
    /// The keys of the joined references of a row, however deep: of those that are read, and of those that computed
    /// values and rules read.
    /// </summary>
    public IEnumerable<Expression> ReferenceKeys(Expression row)
    {
        var read = _computed.Values.Select(c => c.Sql).Concat(_guards.Values.Select(g => g.Guard.Declared));
        foreach (var path in read.SelectMany(lambda => ReferencePaths.Of(lambda, Entity)))
        {
            var at = path.Aggregate(row, (from, to) => Expression.Property(from, to.PropertyInfo!));
            var key = path[^1].TargetEntityType.FindPrimaryKey()!.Properties[0];
            yield return Expression.Property(at, key.PropertyInfo!);
        }

        foreach (var (navigation, target, _) in _references.Values)
        {
            var reference = Expression.Property(row, navigation.PropertyInfo!);
            yield return Expression.Property(reference, target.Key);
            foreach (var key in target.ReferenceKeys(reference))
            {
                yield return key;
            }
        }
    }

    /// <summary>The selector of <see cref="Build(Expression, QueryBuilder)"/>.</summary>
    public LambdaExpression ToSelector(QueryBuilder builder)
    {
        var row = Expression.Parameter(Entity.ClrType, "row");
        return Expression.Lambda(Build(row, builder), row);
    }

    /// <summary>The properties, with the rules under which they are read, for the printed plan.</summary>
    public override string ToString()
    {
        var columns = _columns.Select(c => $"{c.Key}{c.Value.Mask}");
        var computed = _computed.Select(c => $"{c.Key}{c.Value.Mask}");
        var guards = _guards.Values.Select(g => $"{g.Guard.Policy}?");
        var references = _references.Select(r => $"{r.Key}{r.Value.Mask} {r.Value.Target}");
        return $"{{ {string.Join(", ", [.. columns, .. computed, .. guards, .. references])} }}";
    }
}
