using GraphApi.Distribution.Access;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// What somebody adds without a rule is found by its name: entities, types, fields, conditions, orders. To put a name
/// into a list here is a decision that a reviewer sees.
/// </summary>
public sealed class DenyByDefaultTests
{
    /// <summary>Entities without a row rule of their own, and why.</summary>
    static readonly Dictionary<string, string> WithoutRowRule = new()
    {
        ["FusionCenter"] = "public",
        ["CenterDiscipline"] = "public",
        ["CenterJurisdiction"] = "public",
        ["Sector"] = "public",
        ["Topic"] = "public",
        ["CommunityLifeline"] = "public",
        ["Jurisdiction"] = "public",
        ["Discipline"] = "public",
        ["ProductCoOriginator"] = "reached through the product",
        ["ProductDiscipline"] = "reached through the product",
        ["ProductJurisdiction"] = "reached through the product",
        ["ProductLifeline"] = "reached through the product",
        ["ProductSector"] = "reached through the product",
        ["ProductTopic"] = "reached through the product",
        ["OrganizationCenter"] = "reached through the organization",
        ["OrganizationDiscipline"] = "reached through the organization",
        ["OrganizationJurisdiction"] = "reached through the organization",
        ["OrganizationLifeline"] = "reached through the organization",
        ["OrganizationSector"] = "reached through the organization",
        ["ReachableRecipient"] = "no rows: a condition on responses to recalls",
        ["IndexRow"] = "numbers of portions in the text index of SQLite, joined to portions",
        ["SearchedPortion"] = "numbers of portions in the text index of SQLite, joined to portions",
    };

    static readonly Schema Schema = DistributionModule.CreateSchema();

    static readonly HashSet<string> Written =
    [
        .. DistributionSchema.Documents()
            .SelectMany(named => named.Document.Definitions)
            .OfType<TypeDefinitionNode>()
            .Select(type => type.Name.Value),
    ];

    [Fact]
    public void Every_entity_has_a_row_rule_or_stands_in_the_list()
    {
        using var context = new DistributionContext(
            new DbContextOptionsBuilder<DistributionContext>().UseSqlite("Data Source=:memory:").Options);
        Assert.Equal(
            WithoutRowRule.Keys.Order(StringComparer.Ordinal),
            context.Model.GetEntityTypes()
                .Where(entity => entity.GetDeclaredQueryFilters().Count == 0)
                .Where(entity => entity.ClrType.Name != "KeyRow")
                .Select(entity => entity.ClrType.Name)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_of_a_type_that_was_written_has_a_rule() =>
        Assert.Empty(
            from type in Schema.Types.OfType<ObjectType>()
            where Written.Contains(type.Name)
            from field in type.Fields
            where AccessRule.Of(field) is null
            select field.Coordinate.ToString());

    [Fact]
    public void What_was_not_written_is_a_connection_or_a_payload_of_what_was() =>
        Assert.Empty(
            from type in Schema.Types.OfType<ObjectType>()
            where !Written.Contains(type.Name) && !type.Name.StartsWith("__", StringComparison.Ordinal)
            where type.Name != "PageInfo" && !IsPayload(type)
            let rows = type.FieldsByName.GetValueOrDefault("nodes") ?? type.FieldsByName.GetValueOrDefault("node")
            where rows is null || !Written.Contains(rows.Type.Named.Name)
            select type.Name);

    static bool IsPayload(ObjectType type) =>
        type.Name.EndsWith("Payload", StringComparison.Ordinal)
        && type.Fields is [var result, { Name: "errors" } errors]
        && Written.Contains(result.Type.Named.Name)
        && ((UnionType)errors.Type.Named).Members.All(member => Written.Contains(member.Name));

    [Fact]
    public void Every_condition_and_order_is_one_on_a_field_that_has_a_rule()
    {
        string[] combinators = ["and", "or"];
        var wrong =
            from input in Schema.Types.OfType<InputObjectType>()
            let suffix = new[] { "FilterInput", "SortInput" }
                .FirstOrDefault(end => input.Name.EndsWith(end, StringComparison.Ordinal))
            where suffix is not null
            where Schema.TypesByName.TryGetValue(input.Name[..^suffix!.Length], out var row) && row is ObjectType
            from condition in input.Fields
            where !combinators.Contains(condition.Name)
            let field = ((ObjectType)Schema.TypesByName[input.Name[..^suffix!.Length]])
                .FieldsByName.GetValueOrDefault(condition.Name)
            where field is null || AccessRule.Of(field) is null
            select condition.Coordinate.ToString();
        Assert.Empty(wrong);
    }
}
