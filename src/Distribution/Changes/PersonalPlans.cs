using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// Which selections may answer two people with equal rights differently, because a rule or a field of theirs asks who
/// they are. A type that is not known here counts as such.
/// </summary>
static class PersonalPlans
{
    /// <summary>
    /// The types whose row rules ask for rights alone, never for the person; and so do the rules of their fields, but
    /// for <see cref="Personal"/>. A test reads the rules.
    /// </summary>
    public static readonly FrozenSet<string> Shared = new[]
    {
        "ChangeEvent", "CommunityLifeline", "Discipline", "FusionCenter", "Jurisdiction", "KeyJudgment",
        "MarkingBanner", "Portion", "PortionMarking", "Product", "ProductVersion", "PublicContact", "Sector", "Topic",
    }.ToFrozenSet();

    /// <summary>The fields of these types whose rule asks who the reader is, such as whether he wrote it.</summary>
    public static readonly FrozenSet<string> Personal =
        new[]
        {
            "Product.onBehalfOf", "ProductVersion.acknowledgedAt", "ProductVersion.acknowledgementRequired",
            "ProductVersion.analystNotes",
        }.ToFrozenSet();

    const string Filter = "FilterInput";

    // A plan is kept as long as its document is asked for.
    static readonly ConditionalWeakTable<FieldPlan, object> Known = [];

    /// <summary>Whether what a subscription selects, or its condition, may read who asks.</summary>
    public static bool MayReadPerson(Subscription subscription) =>
        (bool)Known.GetValue(subscription.Selection, plan => IsPersonal(plan))
        || (subscription.Arguments.TryGet("where", out var where) && IsPersonal(where));

    /// <summary>Whether a condition may read who asks: it is about rows of a type that is not shared.</summary>
    public static bool IsPersonal(object? condition) => condition switch
    {
        object?[] all => all.Any(IsPersonal),
        InputObject input => TypeOf(input) is { } type
            && (!Shared.Contains(type)
                || input.Type.Fields.Any(field =>
                    input.TryGet(field, out var value)
                    && (Personal.Contains($"{type}.{field.Name}") || IsPersonal(value)))),
        _ => false,
    };

    // The type whose rows it is about, by the names that conditions have; null: it is about a value.
    static string? TypeOf(InputObject input)
    {
        var name = input.Type.Name;
        if (name.EndsWith("Operation" + Filter, StringComparison.Ordinal))
        {
            return null;
        }

        name = name.StartsWith("List", StringComparison.Ordinal) ? name["List".Length..] : name;
        return name.EndsWith(Filter, StringComparison.Ordinal) ? name[..^Filter.Length] : name;
    }

    static bool IsPersonal(FieldPlan field) => Personal.Contains(field.Field.Coordinate) || field.Selections.Any(
        selection => !Shared.Contains(selection.Type.Name) || selection.Fields.Any(IsPersonal));
}
