using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Planning.Costs;

/// <summary>
/// What <c>@listSize</c> means for one selection of its field: how long the list is taken to be, and whether the
/// arguments say it as they must. The largest slicing argument counts; null is no value, and nothing is shorter than 0.
/// </summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive"/>
sealed class Slicing
{
    readonly FieldPlan _plan;
    readonly ListSize _size;
    readonly ImmutableArray<PlannedArgument> _arguments;

    Slicing(FieldPlan plan, ListSize size)
    {
        _plan = plan;
        _size = size;
        _arguments = [.. plan.Arguments.Planned.Where(argument => size.SlicingArguments.Contains(argument.Definition))];
    }

    /// <summary>Whether it means the same for every request.</summary>
    public bool IsConstant => _arguments.All(argument => argument.Literal is not VariableNode);

    /// <summary>
    /// What the <c>@listSize</c> at the field itself means, where it demands to be told a length; else null.
    /// </summary>
    public static Slicing? OfDemand(FieldPlan plan) =>
        plan.Field.ListSize is { RequiresOne: true, SlicingArguments.IsEmpty: false } size
            ? new Slicing(plan, size)
            : null;

    /// <summary>
    /// What sizes the list of a field: its own <c>@listSize</c>, or that of the field above that sizes it; null:
    /// nothing.
    /// </summary>
    /// <param name="plan">The field.</param>
    /// <param name="parent">The field above; null at the root.</param>
    public static Slicing? OfList(FieldPlan plan, FieldPlan? parent) => (plan.Field, parent?.Field.ListSize) switch
    {
        ({ Type.Nullable: not ListType }, _) => null,
        ({ ListSize: { } own }, _) => own.SizedFields.IsEmpty ? new Slicing(plan, own) : null,
        (var field, { } above) when above.SizedFields.Contains(field.Name) => new Slicing(parent!, above),
        _ => null,
    };

    /// <summary>How long the list is taken to be.</summary>
    public double Length(VariableValues variables)
    {
        var length = -1;
        foreach (var argument in _arguments)
        {
            length = Math.Max(length, Size(argument, variables) is { } size ? Math.Max(size, 0) : -1);
        }

        return length < 0 ? _size.SizeByDefault : length;
    }

    /// <summary>Why the length is not told as it must be, by exactly one argument; null: it is.</summary>
    public GraphQLError? Check(VariableValues variables)
    {
        var told = 0;
        foreach (var argument in _arguments)
        {
            told += Size(argument, variables) is null ? 0 : 1;
        }

        return told == 1
            ? null
            : new GraphQLError(
                "Exactly one slicing argument must be defined.", ErrorCode.OneSlicingArgumentRequired, _plan.Location);
    }

    static int? Size(PlannedArgument argument, VariableValues variables)
    {
        switch (argument.Literal)
        {
            case null:
                return Size(argument.Value);
            case VariableNode variable:
                return Size(variables.TryGet(variable.Name.Value, out var value)
                    ? value
                    : argument.Definition.CoercedDefault);
            default:
                // A list with variables in it is as long as it is written.
                return argument.Literal is ListValueNode list ? list.Values.Length : 1;
        }
    }

    static int? Size(object? value) => value switch
    {
        int size => size,
        object?[] items => items.Length,
        _ => null,
    };
}
