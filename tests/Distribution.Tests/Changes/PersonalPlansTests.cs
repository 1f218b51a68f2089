using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>What is shared among people with equal rights asks nobody who he is: their rules are read here.</summary>
public sealed class PersonalPlansTests
{
    static readonly string[] Person =
    [
        nameof(DistributionContext.PersonId), nameof(DistributionContext.ServiceClientId),
        nameof(DistributionContext.RecallPersonId), nameof(DistributionContext.RecallClientId),
        nameof(DistributionContext.RecallEmployerId), nameof(DistributionContext.OrganizationId),
        nameof(DistributionContext.EmployerId), nameof(DistributionContext.LiaisonOrganizationId),
        nameof(DistributionContext.ListIds), nameof(DistributionContext.FeedAudienceIds),
        nameof(DistributionContext.Viewer), nameof(DistributionContext.AudienceIds),
    ];

    static readonly Schema Schema = DistributionModule.CreateSchema();

    [Fact]
    public void Every_shared_type_is_one_of_the_schema() =>
        Assert.Equal([], PersonalPlans.Shared.Where(name => !Schema.TypesByName.ContainsKey(name)));

    [Fact]
    public void No_rule_of_a_shared_type_reads_the_person()
    {
        using var context = new DistributionContext(
            new DbContextOptionsBuilder<DistributionContext>().UseSqlite("Data Source=:memory:").Options);
        var found = new List<string>();
        foreach (var type in SharedTypes())
        {
            if (type.RowType is { } row && context.Model.FindEntityType(row) is { } entity)
            {
                found.AddRange(ReadsOf(context.Model, entity).Select(read => $"{type.Name}: {read}"));
            }
        }

        foreach (var type in DistributionSchema.Documents()
            .SelectMany(named => named.Document.Definitions)
            .OfType<ObjectTypeDefinitionNode>()
            .Where(type => PersonalPlans.Shared.Contains(type.Name.Value)))
        {
            foreach (var field in type.Fields)
            {
                if (AccessRule.RowRuleOf(type.Name.Value, field) is { } rule
                    && !PersonalPlans.Personal.Contains($"{type.Name.Value}.{field.Name.Value}"))
                {
                    var walk = new Walk(context.Model);
                    walk.Visit(rule.Holds);
                    found.AddRange(walk.Reads.Select(read => $"{type.Name.Value}.{field.Name.Value}: {read}"));
                }
            }
        }

        Assert.Equal([], found.Distinct());
    }

    [Fact]
    public void Of_rights_the_rules_of_shared_types_read_what_is_compared()
    {
        using var context = new DistributionContext(
            new DbContextOptionsBuilder<DistributionContext>().UseSqlite("Data Source=:memory:").Options);
        var walk = new Walk(context.Model);
        foreach (var type in SharedTypes())
        {
            if (type.RowType is { } row && context.Model.FindEntityType(row) is { } entity)
            {
                walk.VisitRulesOf(entity);
            }
        }

        // Rights are read by product, and so of one product only.
        Assert.Equal(
            typeof(ConcernedRight).GetProperties().Select(property => property.Name)
                .Except([nameof(ConcernedRight.VersionId)]).Order(),
            walk.ReadsOfRights.Order());
    }

    [Fact]
    public void No_field_of_a_shared_type_is_computed_from_the_person()
    {
        using var context = new DistributionContext(
            new DbContextOptionsBuilder<DistributionContext>().UseSqlite("Data Source=:memory:").Options);
        var found = new List<string>();
        foreach (var field in SharedTypes().SelectMany(type => type.Fields))
        {
            if (field.Binding is IComputedField { Computed: var computed }
                && !PersonalPlans.Personal.Contains(field.Coordinate))
            {
                var walk = new Walk(context.Model);
                foreach (var expression in computed)
                {
                    walk.Visit(expression);
                }

                found.AddRange(walk.Reads.Select(read => $"{field.Coordinate}: {read}"));
            }
        }

        Assert.Equal([], found);
    }

    [Fact]
    public void Fields_of_shared_types_that_code_of_their_own_loads_are_made_of_what_the_reader_sees() =>
        Assert.Equal(
            ["ProductVersion.keyJudgments", "ProductVersion.banner", "ProductVersion.documentBanner"],
            from type in SharedTypes()
            from field in type.Fields
            where field.Binding!.GetType().FullName!.Contains("Batch", StringComparison.Ordinal)
            where field.Type.Named is not ObjectType leads || PersonalPlans.Shared.Contains(leads.Name)
            select $"{type.Name}.{field.Name}");

    static IEnumerable<ObjectType> SharedTypes() =>
        PersonalPlans.Shared.Select(name => Schema.TypesByName[name]).OfType<ObjectType>();

    static HashSet<string> ReadsOf(IModel model, IEntityType entity)
    {
        var walk = new Walk(model);
        walk.VisitRulesOf(entity);
        return walk.Reads;
    }

    /// <summary>Follows rules into those of every entity that they name.</summary>
    sealed class Walk(IModel model) : ExpressionVisitor
    {
        readonly HashSet<IEntityType> _seen = [];
        Type? _of;

        public HashSet<string> Reads { get; } = [];

        /// <summary>What is read of <see cref="Entitlement"/>, whose own rule alone asks for audiences.</summary>
        public HashSet<string> ReadsOfRights { get; } = [];

        public void VisitRulesOf(IEntityType entity)
        {
            if (_seen.Add(entity))
            {
                var of = _of;
                _of = entity.ClrType;
                foreach (var filter in entity.GetDeclaredQueryFilters())
                {
                    Visit(filter.Expression);
                }

                _of = of;
            }
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (typeof(DbContext).IsAssignableFrom(node.Member.DeclaringType)
                && Person.Contains(node.Member.Name)
                && !(_of == typeof(Entitlement) && node.Member.Name == nameof(DistributionContext.AudienceIds)))
            {
                Reads.Add(node.Member.Name);
            }

            if (node.Member.DeclaringType == typeof(Entitlement))
            {
                ReadsOfRights.Add(node.Member.Name);
            }

            Follow(node.Type);
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            Follow(node.Type);
            return base.VisitMethodCall(node);
        }

        void Follow(Type type)
        {
            foreach (var named in type.GetGenericArguments().Append(type))
            {
                if (model.FindEntityType(named) is { } entity)
                {
                    VisitRulesOf(entity);
                }
            }
        }
    }
}
