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
            type.Weight = Weight(type.Coordinate, type.AppliedDirectives);
            switch (type)
            {
                case ObjectType complex:
                    Read(complex);
                    break;
                case InterfaceType complex:
                    RefuseAll(complex);
                    break;
                case InputObjectType input:
                    ReadAll(input.Fields);
                    break;
            }
        }
    }

    void Read(ObjectType type)
    {
        foreach (var field in type.Fields)
        {
            field.Weight = Weight(field.Coordinate, field.AppliedDirectives);
            field.ListSize = _readsListSize && Find(field.AppliedDirectives, CostDirectives.ListSize) is { } node
                ? Size(field, node)
                : null;
            ReadAll(field.Arguments);
            if (_readsCost && field.Weight is null && CostWeights.TakesStep(field))
            {
                Show(field);
            }
        }
    }

    void ReadAll(ImmutableArray<InputValue> values)
    {
        foreach (var value in values)
        {
            value.Weight = Weight(value.Coordinate, value.AppliedDirectives);
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
                Refuse(argument.Coordinate, argument.AppliedDirectives);
            }
        }
    }

    void Refuse(string coordinate, ImmutableArray<DirectiveNode> directives)
    {
        var cost = _readsCost ? Find(directives, CostDirectives.Cost) : null;
        var listSize = _readsListSize ? Find(directives, CostDirectives.ListSize) : null;
        if ((cost ?? listSize) is { } node)
        {
            _errors.Add(
                coordinate, "Costs stand at the fields of object types, not at those of interfaces.", node);
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
            $"The weight \"{text.Value}\" of \"@cost\" is no number from -1000000 to 1000000.",
            text);
        return null;
    }

    ListSize? Size(Field field, DirectiveNode node)
    {
        var slicing = Names(node, "slicingArguments").Select(name => SlicingArgument(field, name)).OfType<InputValue>();
        var size = new ListSize(
            Integer(field, node, "assumedSize"),
            [.. slicing],
            Integer(field, node, "slicingArgumentDefaultValue"),
            [.. Names(node, "sizedFields").Select(name => name.Value)],
            Argument(node, "requireOneSlicingArgument") is not BooleanValueNode { Value: false });
        if (size.SizedFields.IsEmpty && field.Type.Nullable is not ListType)
        {
            _errors.Add(field.Coordinate, "\"@listSize\" without \"sizedFields\" stands at a list.", node);
        }

        foreach (var name in Names(node, "sizedFields"))
        {
            CheckSizedField(field, name);
        }

        return size;
    }

    InputValue? SlicingArgument(Field field, StringValueNode name)
    {
        if (!field.ArgumentsByName.TryGetValue(name.Value, out var argument))
        {
            _errors.Add(
                field.Coordinate,
                $"The slicing argument \"{name.Value}\" of \"@listSize\" is no argument of the field.",
                name);
            return null;
        }

        if (argument.Type.Nullable is ListType or ScalarType { Name: "Int" })
        {
            return argument;
        }

        _errors.Add(
            field.Coordinate,
            $"The slicing argument \"{name.Value}\" of \"@listSize\" must be an Int or a list, it is {argument.Type}.",
            name);
        return null;
    }

    void CheckSizedField(Field field, StringValueNode name)
    {
        var below = (field.Type.Named as ComplexType)?.FieldsByName.GetValueOrDefault(name.Value);
        if (below?.Type.Nullable is not ListType)
        {
            _errors.Add(
                field.Coordinate,
                $"The sized field \"{name.Value}\" of \"@listSize\" is no list of {field.Type.Named.Name}.",
                name);
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
            _errors.Add(field.Coordinate, $"\"{argument}\" of \"@listSize\" must be at least 0.", literal);
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
    static ImmutableArray<StringValueNode> Names(DirectiveNode node, string argument) => Argument(node, argument) switch
    {
        StringValueNode single => [single],
        ListValueNode list => [.. list.Values.OfType<StringValueNode>()],
        _ => [],
    };
}
