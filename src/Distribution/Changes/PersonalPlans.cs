using System.Collections.Frozen;
using System.Runtime.CompilerServices;
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
        new[] { "Product.onBehalfOf", "ProductVersion.analystNotes" }.ToFrozenSet();

    // A plan is kept as long as its document is asked for.
    static readonly ConditionalWeakTable<FieldPlan, object> Known = [];

    /// <summary>Whether a selection may read who asks.</summary>
    public static bool MayReadPerson(FieldPlan field) => (bool)Known.GetValue(field, plan => IsPersonal(plan));

    static bool IsPersonal(FieldPlan field) => Personal.Contains(field.Field.Coordinate) || field.Selections.Any(
        selection => !Shared.Contains(selection.Type.Name) || selection.Fields.Any(IsPersonal));
}
