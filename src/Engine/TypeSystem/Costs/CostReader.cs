using System.Collections.Immutable;
using System.Globalization;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Costs;

/// <summary>
/// Reads <c>@cost</c> and <c>@listSize</c> from a type system that is assembled and bound, and reports what they cannot
/// mean. Directives of the same names that are defined otherwise are not looked at.
/// </summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-Validation"/>
sealed class CostReader
{
    const double Heaviest = 1_000_000;

    readonly SchemaErrors _errors;
    readonly bool _readsCost;
    readonly bool _readsListSize;

    public CostReader(IEnumerable<DirectiveDefinition> directives, SchemaErrors errors)
    {
        _errors = errors;
        foreach (var directive in directives)
        {
            _readsCost |= directive.Name == CostDirectives.Cost && directive.ArgumentsByName.ContainsKey("weight");
            _readsListSize |= directive.Name == CostDirectives.ListSize
                && directive.ArgumentsByName.ContainsKey("slicingArguments");
        }
    }

    /// <summary>Sets weights and list sizes.</summary>
    public void Read(ImmutableArray<NamedType> types)
    {
        foreach (var type in types)
        {
            type.Weight = Weight(type.Name, type.AppliedDirectives);
            switch (type)
            {
                case ObjectType complex:
                    Read(complex);
                    break;
                case InterfaceType complex:
                    RefuseAll(complex);
                    break;
                case InputObjectType input:
                    ReadAll(input.Fields, name => $"{input.Name}.{name}");
                    break;
            }
        }
    }

    void Read(ObjectType type)
    {
        foreach (var field in type.Fields)
        {
            field.Weight = Weight(field.Coordinate, field.AppliedDirectives);
            field.ListSize = Find(field.AppliedDirectives, CostDirectives.ListSize) is { } node && _readsListSize
                ? Size(field, node)
                : null;
            ReadAll(field.Arguments, name => $"{field.Coordinate}({name}:)");
            if (_readsCost && field.Weight is null && CostWeights.TakesStep(field))
            {
                Show(field);
            }
        }
    }

    // The price of a selection is that of the field it selects, which is always one of an object type.
    void RefuseAll(InterfaceType type)
    {
        foreach (var field in type.Fields)
        {
            Refuse(field.Coordinate, field.AppliedDirectives);
            foreach (var argument in field.Arguments)
            {
                Refuse($"{field.Coordinate}({argument.Name}:)", argument.AppliedDirectives);
            }
        }
    }

    void Refuse(string coordinate, ImmutableArray<DirectiveNode> directives)
    {
        if ((_readsCost && Find(directives, CostDirectives.Cost) is not null)
            || (_readsListSize && Find(directives, CostDirectives.ListSize) is not null))
        {
            _errors.Add(coordinate, "Costs stand at the fields of object types, not at those of interfaces.");
        }
    }

    void ReadAll(ImmutableArray<InputValue> values, Func<string, string> coordinateOf)
    {
        foreach (var value in values)
        {
            value.Weight = Weight(coordinateOf(value.Name), value.AppliedDirectives);
        }
    }

    double? Weight(string coordinate, ImmutableArray<DirectiveNode> directives)
    {
        // Without the argument, or with one that is no text, the rule on directives has its say.
        if (!_readsCost || Argument(Find(directives, CostDirectives.Cost), "weight") is not StringValueNode text)
        {
            return null;
        }

        if (double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            && Math.Abs(weight) <= Heaviest)
        {
            return weight;
        }

        _errors.Add(
            coordinate,
            $"The weight \"{text.Value}\" of \"@cost\" is no number from -1000000 to 1000000.");
        return null;
    }

    ListSize? Size(Field field, DirectiveNode node)
    {
        var size = new ListSize(
            Integer(field, node, "assumedSize"),
            [.. Names(node, "slicingArguments").Select(name => SlicingArgument(field, name)).OfType<InputValue>()],
            Integer(field, node, "slicingArgumentDefaultValue"),
            Names(node, "sizedFields"),
            Argument(node, "requireOneSlicingArgument") is not BooleanValueNode { Value: false });
        if (size.SizedFields.IsEmpty && field.Type.Nullable is not ListType)
        {
            _errors.Add(field.Coordinate, "\"@listSize\" without \"sizedFields\" stands at a list.");
        }

        foreach (var name in size.SizedFields)
        {
            CheckSizedField(field, name);
        }

        return size;
    }

    InputValue? SlicingArgument(Field field, string name)
    {
        if (!field.ArgumentsByName.TryGetValue(name, out var argument))
        {
            _errors.Add(
                field.Coordinate,
                $"The slicing argument \"{name}\" of \"@listSize\" is no argument of the field.");
            return null;
        }

        if (argument.Type.Nullable is ListType or ScalarType { Name: "Int" })
        {
            return argument;
        }

        _errors.Add(
            field.Coordinate,
            $"The slicing argument \"{name}\" of \"@listSize\" must be an Int or a list, it is {argument.Type}.");
        return null;
    }

    void CheckSizedField(Field field, string name)
    {
        var below = (field.Type.Named as ComplexType)?.FieldsByName.GetValueOrDefault(name);
        if (below?.Type.Nullable is not ListType)
        {
            _errors.Add(
                field.Coordinate,
                $"The sized field \"{name}\" of \"@listSize\" is no list of {field.Type.Named.Name}.");
        }
    }

    int? Integer(Field field, DirectiveNode node, string argument)
    {
        if (Argument(node, argument) is not IntValueNode literal
            || !int.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        if (value < 0)
        {
            _errors.Add(field.Coordinate, $"\"{argument}\" of \"@listSize\" must be at least 0.");
        }

        return value;
    }

    // Readers of the SDL cannot see what takes a step, and would take it for cheap.
    static void Show(Field field)
    {
        var weight = CostWeights.Step.ToString(CultureInfo.InvariantCulture);
        field.AppliedDirectives = field.AppliedDirectives.Add(new DirectiveNode(
            new NameNode(CostDirectives.Cost, default),
            [
                new ArgumentNode(
                    new NameNode("weight", default), new StringValueNode(weight, IsBlock: false, default), default),
            ],
            default));
    }

    static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name.Value == name);

    static ValueNode? Argument(DirectiveNode? directive, string name) =>
        directive?.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    // A single name stands for a list of it.
    static ImmutableArray<string> Names(DirectiveNode node, string argument) => Argument(node, argument) switch
    {
        StringValueNode single => [single.Value],
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(name => name.Value)],
        _ => [],
    };
}
