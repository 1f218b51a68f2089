using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>The operations that the law is tried with leave nothing of the schema out.</summary>
public sealed class OperationMakerTests
{
    readonly Schema _schema = DistributionModule.CreateSchema();

    [Fact]
    public void Every_field_argument_and_condition_of_the_schema_is_used()
    {
        var maker = new OperationMaker(_schema, seed: 1);
        var operations = maker.MakeAll(200);

        // The page arguments follow from how a connection is read.
        var unused = ReachableFrom(_schema.QueryType)
            .Where(coordinate => !maker.Used.Contains(coordinate))
            .Where(coordinate => !coordinate.EndsWith(":)", StringComparison.Ordinal)
                || coordinate.EndsWith("(where:)", StringComparison.Ordinal)
                || coordinate.EndsWith("(order:)", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal("", string.Join('\n', unused));
        Assert.InRange(operations.Count, 200, 400);
    }

    static HashSet<string> ReachableFrom(NamedType root)
    {
        var coordinates = new HashSet<string>();
        var types = new Queue<NamedType>([root]);
        var seen = new HashSet<NamedType> { root };
        void Add(string coordinate, GraphQLType type)
        {
            coordinates.Add(coordinate);
            if (seen.Add(type.Named))
            {
                types.Enqueue(type.Named);
            }
        }

        while (types.TryDequeue(out var type))
        {
            foreach (var field in (type as ComplexType)?.Fields ?? [])
            {
                if (OperationMaker.ToldApart.Contains(field.Coordinate))
                {
                    continue;
                }

                Add(field.Coordinate, field.Type);
                foreach (var argument in field.Arguments)
                {
                    Add(argument.Coordinate, argument.Type);
                }
            }

            var inputs = (type as InputObjectType)?.Fields.ToList() ?? [];
            foreach (var input in inputs.Where(input => !OperationMaker.ToldApart.Contains(input.Coordinate)))
            {
                Add(input.Coordinate, input.Type);
            }

            foreach (var member in (type as UnionType)?.Members ?? [])
            {
                Add($"... on {member.Name}", member);
            }
        }

        return coordinates;
    }
}
