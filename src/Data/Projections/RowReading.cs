using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using GraphApi.Data.Bindings;
using GraphApi.Engine.Planning;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Data.Projections;

/// <summary>
/// What somebody reads of a row: adds to its projection, to be loaded where the rules hold under which he reads.
/// </summary>
/// <param name="Projection">What is loaded of the row.</param>
/// <param name="Rules">The rules; empty: he reads in any case.</param>
readonly record struct RowReading(Projection Projection, ImmutableArray<PlacedGuard> Rules)
{
    /// <summary>Adds what a selection reads.</summary>
    public void Add(SelectionPlan selection)
    {
        foreach (var field in selection.Fields)
        {
            if (field.Field.Binding is IProjectedField projected)
            {
                projected.Require(projected.Guard is { } guard ? Under(guard) : this, field);
            }
        }
    }

    /// <summary>Adds a mapped property.</summary>
    public void Add(PropertyInfo column) => Projection.Add(column, Rules);

    /// <summary>Adds an unmapped property and what the database computes for it.</summary>
    public void Add(PropertyInfo property, LambdaExpression sql) => Projection.Add(property, sql, Rules);

    /// <summary>Adds a reference, joined; returns the reading of its target.</summary>
    public RowReading Add(INavigation reference) => this with { Projection = Projection.Add(reference, Rules) };

    /// <summary>Adds a property behind references.</summary>
    /// <param name="path">The references and the property.</param>
    /// <param name="guards">Rules under which one of them is read, each at the row it is asked of.</param>
    public void Add(IReadOnlyList<PropertyInfo> path, IReadOnlyList<PlacedGuard> guards)
    {
        var at = this;
        for (var i = 0; i < path.Count; i++)
        {
            foreach (var guard in guards.Where(g => g.Depth == i))
            {
                at = at.Under(guard.Guard);
            }

            if (at.Projection.Entity.FindNavigation(path[i].Name) is INavigation reference)
            {
                at = at.Add(reference);
            }
            else
            {
                at.Add(path[i]);
            }
        }
    }

    /// <summary>The reading of what a rule of this row guards; what the rule decides is loaded with the row.</summary>
    public RowReading Under(RowGuard guard)
    {
        Projection.Add(guard, Rules);
        var placed = new PlacedGuard(Projection.Depth, guard);
        return Rules.Contains(placed) ? this : this with { Rules = Rules.Add(placed) };
    }
}
