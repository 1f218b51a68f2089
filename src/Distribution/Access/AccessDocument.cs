using System.Text;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Who may read what, as the schema and <see cref="Policies"/> have it, for people: docs/access.md.
/// </summary>
sealed class AccessDocument(Schema schema)
{
    const string Intro = """
        # Who may read what

        This page is made from the schema and the policies of the server (`schema access` prints it); a test fails
        where it is not what they say. Nothing is served without a rule: a field without one stops the server from
        starting.

        A rule governs every way to a value: selecting it, filtering and sorting by it, counting, paging, searching
        and being told of a change. Where a rule decides on **rows**, who does not meet it finds no row, exactly as if
        it did not exist. Where it decides on a **field**, the row is there, the field is null with the error
        `AUTH_NOT_AUTHORIZED`, conditions on it hold on no such row, and orders take it for null. Where it decides on
        **callers**, the field is refused whatever the row, and a condition on it refuses the request.

        What a kind of principal can never read is absent from the schema it is shown.

        | Sign | Meaning |
        | --- | --- |
        | ✓ | always, on a row that may itself be seen |
        | rule | where the rule is met; the rule is in the second column |
        | – | never |

        Portions of products ask, besides, for what their own marking requires: TLP, limited dissemination controls,
        sensitivities, CUI categories. Machine clients get no more than both their organization and their own limits
        allow. Administrators and auditors read no content by their role. An access grant (two persons, a reason, an
        end) opens content beyond this page while it lasts: for an audit as the center's staff see it, for an
        emergency the content alone.

        """;

    /// <summary>The whole page, in Markdown.</summary>
    public static string Write(Schema schema) => new AccessDocument(schema).Write();

    string Write()
    {
        var text = new StringBuilder(Intro);
        text.AppendLine().AppendLine("## Principals").AppendLine();
        Row(text, ["Code", "Principal"]);
        Row(text, ["---", "---"]);
        foreach (var exemplar in Exemplar.All)
        {
            Row(text, [exemplar.Code, exemplar.Name]);
        }

        text.AppendLine().AppendLine("## Rules").AppendLine();
        Head(text, ["Rule", "Decides on", "Met by"]);
        foreach (var policy in Policies.All.OrderBy(policy => policy.Name, StringComparer.Ordinal))
        {
            Row(text, [$"`{policy.Name}`", On(policy), policy.Meaning, .. Cells(new AccessRule(policy, []))]);
        }

        foreach (var (file, types) in TypesByFile())
        {
            text.AppendLine().AppendLine(Invariant($"## {TitleOf(file)}"));
            foreach (var type in types)
            {
                Write(text, type);
            }
        }

        return text.ToString();
    }

    static void Write(StringBuilder text, ObjectType type)
    {
        text.AppendLine().AppendLine(Invariant($"### {type.Name}")).AppendLine();
        Head(text, ["Field", "Rule", "Filter", "Sort"]);
        foreach (var field in type.Fields)
        {
            var rule = AccessRule.Of(field)!;
            Row(
                text,
                [
                    field.Name,
                    NameOf(rule),
                    Has(field, "filterable") ? "yes" : "",
                    Has(field, "sortable") ? "yes" : "",
                    .. Cells(rule),
                ]);
        }
    }

    IEnumerable<(string File, List<ObjectType> Types)> TypesByFile() =>
        from document in DistributionSchema.Documents()
        let types = document.Document.Definitions.OfType<ObjectTypeDefinitionNode>()
            .Select(definition => (ObjectType)schema.TypesByName[definition.Name.Value])
            .ToList()
        where types.Count > 0
        select (document.Name, types);

    static void Head(StringBuilder text, string[] columns)
    {
        Row(text, [.. columns, .. Exemplar.All.Select(exemplar => exemplar.Code)]);
        Row(text, [.. columns.Select(_ => "---"), .. Exemplar.All.Select(_ => ":-:")]);
    }

    static void Row(StringBuilder text, string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");

    static IEnumerable<string> Cells(AccessRule rule) => Exemplar.All.Select(exemplar =>
        !rule.CanBeMetBy(exemplar.Viewer) ? "–"
        : rule.Policy is { Kind: PolicyKind.Rows or PolicyKind.Fields } ? "rule"
        : "✓");

    static string NameOf(AccessRule rule) => (rule.Policy, rule.Roles.Count) switch
    {
        (null, 0) => "open to all",
        ({ } policy, 0) => $"`{policy.Name}`",
        (null, _) => RolesOf(rule),
        var (policy, _) => $"`{policy.Name}` and {RolesOf(rule)}",
    };

    static string RolesOf(AccessRule rule) => string.Join(" or ", rule.Roles);

    static string On(Policy policy) => policy.Kind switch
    {
        PolicyKind.Rows => "rows",
        PolicyKind.Fields => $"fields of {string.Join(", ", policy.Predicates.Keys.Order(StringComparer.Ordinal))}",
        _ => "callers",
    };

    static bool Has(Field field, string directive) =>
        field.AppliedDirectives.Any(applied => applied.Name.Value == directive);

    /// <summary><c>schema/distribution-list.graphql</c> is "Distribution list".</summary>
    static string TitleOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Replace('-', ' ');
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
