using System.Globalization;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Ledger;

/// <summary>
/// Who of many meets what a version requires, as conditions of a statement: <see cref="HeldRequirements"/> and
/// <see cref="TypeRequirements"/> for whole sets, as far as records alone say it. The texts are made of names in code,
/// of no value that anybody gives.
/// </summary>
static class HolderConditions
{
    /// <summary>What a person must meet: conditions on <c>people p</c>, each with AND before it.</summary>
    /// <param name="requires">Bits of <see cref="Requirement"/>; those of TLP everybody meets.</param>
    public static string OfPerson(long requires) => string.Concat(Bits(requires).Select(bit => bit switch
    {
        Requirement.NotContractor => $"""

            AND (p.organization_id IS NULL
                OR p.organization_id IN (SELECT id FROM organizations WHERE government_level <> 'None'))
            AND p.id NOT IN (SELECT person_id FROM holders WHERE kind = '{nameof(AttributeKind.FederalContractor)}')
            """,
        Requirement.UsPerson => $"""

            AND p.citizenship = 'UsPerson'
            AND p.id IN (SELECT person_id FROM holders WHERE kind IN ({KindsOf(bit)}))
            """,
        _ => $"""

            AND p.id IN (SELECT person_id FROM holders WHERE kind IN ({KindsOf(bit)}))
            """,
    }));

    /// <summary>What a machine client must meet: conditions on <c>service_clients s</c>.</summary>
    /// <param name="requires">Bits of <see cref="Requirement"/> and of <see cref="TypeRequirements"/>.</param>
    public static string OfClient(long requires)
    {
        var tlp = (Requirement)requires & Requirement.AnyTlp;
        var ceilings = Enum.GetValues<Tlp>().Where(ceiling =>
            ceiling != Tlp.Red && (tlp & ~MarkingRequirements.Of(ceiling)) == Requirement.None).ToArray();
        var types = Enum.GetValues<ProductType>().Where(type => (requires & TypeRequirements.Of(type)) != 0);
        var conditions = Bits(requires).Select(bit => bit == Requirement.NotContractor
            ? $"""

                AND s.organization_id IN (SELECT id FROM organizations WHERE government_level <> 'None')
                AND NOT ({HasAttribute(AttributeKind.FederalContractor)})
                """
            : $"""

                AND ({string.Join(" OR ", Kinds(bit).Select(HasAttribute).DefaultIfEmpty("1 = 0"))})
                """);
        return $"""

            AND {(ceilings.Length == 0 ? "1 = 0" : $"s.tlp_ceiling IN ({string.Join(", ", ceilings.Select(Quote))})")}
            AND {Names("scopes", "products.read")}
            {string.Concat(types.Select(IsForType))}
            {string.Concat(conditions)}
            """;
    }

    /// <summary>Whether people differ in what they meet.</summary>
    public static bool Distinguishes(long requires) => Bits(requires).Any();

    static IEnumerable<Requirement> Bits(long requires) =>
        from place in Enumerable.Range(0, 32)
        let bit = (Requirement)(requires & (1L << place) & ~(long)Requirement.AnyTlp)
        where bit != Requirement.None
        select bit;

    static IEnumerable<AttributeKind> Kinds(Requirement bit) =>
        Enum.GetValues<AttributeKind>().Where(kind => (HeldRequirements.Of(kind) & bit) != Requirement.None);

    // What no attribute meets, nobody meets.
    static string KindsOf(Requirement bit) => string.Join(", ", Kinds(bit).Select(Quote).DefaultIfEmpty("''"));

    static string Quote<TEnum>(TEnum name)
        where TEnum : struct, Enum => string.Create(CultureInfo.InvariantCulture, $"'{name}'");

    static string IsForType(ProductType type) =>
        $"AND ({IsEmpty("product_types")} OR {Names("product_types", $"{type}")})";

    static string HasAttribute(AttributeKind kind) => Names("attributes", $"{kind}");

    // A list is an array on PostgreSQL and JSON on SQLite: between commas its items look the same.
    static string Names(string column, string item) => $"{Plain(column)} LIKE '%,{item},%'";

    static string IsEmpty(string column) => $"{Plain(column)} = ',,'";

    static string Plain(string column) => "{[\"".Aggregate(
        "}]".Aggregate(
            $"CAST(s.{column} AS text)",
            (text, end) => $"replace({text}, '{Escape(end)}', ',')"),
        (text, start) => start == '"'
            ? $"replace({text}, '\"', '')"
            : $"replace({text}, '{Escape(start)}', ',')");

    // The statement is a format: braces stand twice.
    static string Escape(char brace) => brace is '{' or '}' ? $"{brace}{brace}" : $"{brace}";
}
