using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Queries;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Projections;

/// <summary>
/// Which columns of an entity, and of the entities it refers to, one place of a document reads. Mutable while a
/// document is planned. The key is always there: it identifies the row to the steps below and to cursors.
/// </summary>
sealed class Projection
{
    readonly SortedDictionary<string, PropertyInfo> _columns = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, (PropertyInfo Property, LambdaExpression Sql)> _computed =
        new(StringComparer.Ordinal);
    readonly SortedDictionary<string, (INavigation Navigation, Projection Target)> _references =
        new(StringComparer.Ordinal);

    public Projection(IReadOnlyEntityType entity)
    {
        Entity = entity;
        foreach (var property in entity.FindPrimaryKey()!.Properties)
        {
            Add(property.PropertyInfo!);
        }
    }

    /// <summary>The entity.</summary>
    public IReadOnlyEntityType Entity { get; }

    /// <summary>What a selection reads.</summary>
    public static Projection Of(IReadOnlyEntityType entity, SelectionPlan selection)
    {
        var projection = new Projection(entity);
        projection.Add(selection);
        return projection;
    }

    /// <summary>Adds what a selection reads.</summary>
    public void Add(SelectionPlan selection)
    {
        foreach (var field in selection.Fields)
        {
            if (field.Field.Binding is IProjectedField projected)
            {
                projected.Require(this, field);
            }
        }
    }

    /// <summary>Adds a mapped property.</summary>
    public void Add(PropertyInfo column) => _columns[column.Name] = column;

    /// <summary>Adds an unmapped property and what the database computes for it.</summary>
    public void Add(PropertyInfo property, LambdaExpression sql) => _computed[property.Name] = (property, sql);

    /// <summary>Adds a reference, joined; returns what is read of its target.</summary>
    public Projection Add(INavigation reference)
    {
        if (!_references.TryGetValue(reference.Name, out var known))
        {
            known = (reference, new Projection(reference.TargetEntityType));
            _references.Add(reference.Name, known);
        }

        return known.Target;
    }

    /// <summary>Adds a property behind references.</summary>
    public void Add(IReadOnlyList<PropertyInfo> path)
    {
        var at = this;
        for (var i = 0; i < path.Count; i++)
        {
            if (at.Entity.FindNavigation(path[i].Name) is INavigation reference)
            {
                at = at.Add(reference);
            }
            else
            {
                at.Add(path[i]);
            }
        }
    }

    /// <summary>A copy that can be added to.</summary>
    public Projection Copy()
    {
        var copy = new Projection(Entity);
        foreach (var column in _columns.Values)
        {
            copy.Add(column);
        }

        foreach (var (name, computed) in _computed)
        {
            copy._computed.Add(name, computed);
        }

        foreach (var (name, (navigation, target)) in _references)
        {
            copy._references.Add(name, (navigation, target.Copy()));
        }

        return copy;
    }

    /// <summary>
    /// <c>new Entity { A = row.A, Reference = row.Reference == null ? null : new Target { ... } }</c>
    /// </summary>
    public Expression Build(Expression row, QueryBuilder builder)
    {
        var members = new List<MemberBinding>();
        foreach (var column in _columns.Values)
        {
            members.Add(Expression.Bind(column, Expression.Property(row, column)));
        }

        foreach (var (property, sql) in _computed.Values)
        {
            members.Add(Expression.Bind(property, builder.Inline(sql, row)));
        }

        foreach (var (navigation, target) in _references.Values)
        {
            Expression reference = Expression.Property(row, navigation.PropertyInfo!);
            var made = target.Build(reference, builder);
            if (!navigation.ForeignKey.IsRequired || !navigation.IsOnDependent)
            {
                made = Expression.Condition(
                    Expression.Equal(reference, Expression.Constant(null, reference.Type)),
                    Expression.Constant(null, reference.Type),
                    made);
            }

            members.Add(Expression.Bind(navigation.PropertyInfo!, made));
        }

        return Expression.MemberInit(Expression.New(Entity.ClrType), members);
    }

    /// <summary>The keys of the joined references of a row, however deep.</summary>
    public IEnumerable<Expression> ReferenceKeys(Expression row)
    {
        foreach (var (navigation, target) in _references.Values)
        {
            var reference = Expression.Property(row, navigation.PropertyInfo!);
            yield return Expression.Property(reference, target.Entity.FindPrimaryKey()!.Properties[0].PropertyInfo!);
            foreach (var key in target.ReferenceKeys(reference))
            {
                yield return key;
            }
        }
    }

    /// <summary>The selector of <see cref="Build"/>.</summary>
    public LambdaExpression ToSelector(QueryBuilder builder)
    {
        var row = Expression.Parameter(Entity.ClrType, "row");
        return Expression.Lambda(Build(row, builder), row);
    }

    /// <summary>The properties, for the printed plan.</summary>
    public override string ToString()
    {
        var references = _references.Select(r => $"{r.Key} {r.Value.Target}");
        return $"{{ {string.Join(", ", [.. _columns.Keys, .. _computed.Keys, .. references])} }}";
    }
}
