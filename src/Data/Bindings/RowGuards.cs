using GraphApi.Engine.Language;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Bindings;

/// <summary>
/// The guards of all entities: fields of one entity that name the same policy share one. Mutable while a schema is
/// bound.
/// </summary>
/// <param name="rules">Says which rule a field has; null: none has one.</param>
sealed class RowGuards(Func<string, FieldDefinitionNode, FieldRule?>? rules)
{
    readonly Dictionary<Type, Dictionary<string, RowGuard>> _byEntity = [];

    /// <summary>The guard of a field; null: it has no rule, or one that cannot be, which is then reported.</summary>
    public RowGuard? Of(DataSchema schema, ObjectFields fields, FieldUse use)
    {
        if (rules?.Invoke(use.TypeName, use.Definition) is not { } rule)
        {
            return null;
        }

        if (Problem(fields, use, rule) is { } problem)
        {
            schema.Report(use.Coordinate, problem);
            return null;
        }

        if (!_byEntity.TryGetValue(fields.RowType!, out var guards))
        {
            _byEntity.Add(fields.RowType!, guards = []);
        }

        if (!guards.TryGetValue(rule.Policy, out var guard))
        {
            if (guards.Count == RowGuard.MaxOfEntity)
            {
                schema.Report(
                    use.Coordinate,
                    $"The fields of {fields.RowType!.Name} have more than {RowGuard.MaxOfEntity} rules.");
                return null;
            }

            var property = fields.RowType!.GetProperty(nameof(IGuardedRow.Readable))!;
            guards.Add(rule.Policy, guard = new RowGuard(rule, property, guards.Count));
        }
        else if (guard.Declared != rule.Holds)
        {
            schema.Report(use.Coordinate, $"{rule.Policy} is another rule at another field of the type.");
        }

        return guard;
    }

    static string? Problem(ObjectFields fields, FieldUse use, FieldRule rule)
    {
        if (fields is not EntityFields { RowType: { } row })
        {
            return $"{rule.Policy} decides on rows of an entity, which {use.TypeName} is not.";
        }

        if (!row.IsAssignableTo(typeof(IGuardedRow))
            || row.GetProperty(nameof(IGuardedRow.Readable)) is not { CanWrite: true })
        {
            return $"{rule.Policy} decides on rows, so {row.Name} must be an {nameof(IGuardedRow)} "
                + $"whose {nameof(IGuardedRow.Readable)} can be set.";
        }

        if (rule.Holds is not { ReturnType: var type, Parameters: [var viewer, var of] }
            || type != typeof(bool)
            || !viewer.Type.IsAssignableTo(typeof(DbContext))
            || of.Type != row)
        {
            return $"{rule.Policy} is no condition on a context and a {row.Name}.";
        }

        var inner = ReferencePaths.Of(rule.Holds, ((EntityFields)fields).Entity)
            .SelectMany(path => path)
            .FirstOrDefault(reference => !References.CanJoin(reference));
        if (inner is not null)
        {
            return $"{rule.Policy} follows {inner.Name}, which takes the row away where its target is hidden. "
                + "Ask a set for it.";
        }

        return use is { Definition.Type: NonNullTypeNode, Connection: null }
            ? $"{rule.Policy} decides on rows, so the field must be nullable: it would take its row away."
            : null;
    }
}
