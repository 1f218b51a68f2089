using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

/// <summary>Makes syntax trees of every kind of node, the same for the same seed.</summary>
sealed class DocumentGenerator(int seed)
{
    static readonly string[] Names =
        ["a", "B", "_c9", "on", "type", "query", "input", "null", "true", "fragment", "extend", "repeatable",
            "aVeryLongNameThatMakesLinesBreakAtEightyColumns"];

    static readonly string[] Texts =
        [
            "", " ", "x", "a \"quoted\" word", "\\", "ends in \\", "ends in \"", "\"\"\"", "tab\there", "line\nbreak",
            "  indented\n    more\n  less", "\u0001\u007F\u0085", "\U0001F600 é", "long ".PadRight(100, 'y'),
                "a\n\n\nb", "\"a\"\n\"b\"",
            "a\n  b\n  c", "{#,}",
        ];

    readonly Random _random = new(seed);

    public DocumentNode Document() => new(Some(1, Definition), default);

    DefinitionNode Definition()
    {
        var isExtension = Maybe();
        var description = isExtension ? null : Description();
        // An extension is something only with directives.
        var directives = isExtension ? Some(1, ConstDirective) : Some(0, ConstDirective);
        return _random.Next(11) switch
        {
            0 or 1 => new OperationDefinitionNode(
                Description(), (OperationType)_random.Next(3), Maybe() ? Name() : null, Some(0, Variable),
                Some(0, () => Directive(false)), Selections(4), default),
            2 or 3 => new FragmentDefinitionNode(
                Description(), NameOtherThan("on"), Named(), Some(0, () => Directive(false)), Selections(3), default),
            4 => new SchemaDefinitionNode(description, isExtension, directives, Some(1, Root), default),
            5 => new ScalarTypeDefinitionNode(description, isExtension, Name(), directives, default),
            6 => new ObjectTypeDefinitionNode(
                description, isExtension, Name(), Some(0, Named), directives, Some(0, FieldDefinition), default),
            7 => new InterfaceTypeDefinitionNode(
                description, isExtension, Name(), Some(0, Named), directives, Some(0, FieldDefinition), default),
            8 => new UnionTypeDefinitionNode(description, isExtension, Name(), directives, Some(0, Named), default),
            9 => Maybe()
                ? new EnumTypeDefinitionNode(description, isExtension, Name(), directives, Some(0, EnumValue), default)
                : new InputObjectTypeDefinitionNode(description, isExtension, Name(), directives, Some(0, Input),
                    default),
            _ => new DirectiveDefinitionNode(
                Description(), Name(), Some(0, Input), Maybe(),
                Some(1, () => new NameNode(DirectiveLocations.All.Items[_random.Next(19)], default)), default),
        };
    }

    SelectionSetNode Selections(int depth) => new(Some<SelectionNode>(1, () => _random.Next(depth > 0 ? 5 : 2) switch
    {
        0 => new FragmentSpreadNode(NameOtherThan("on"), Some(0, () => Directive(false)), default),
        2 => new InlineFragmentNode(
            Maybe() ? Named() : null, Some(0, () => Directive(false)), Selections(depth - 1), default),
        var kind => new FieldNode(
            Maybe() ? Name() : null, Name(), Some(0, () => Argument(false)), Some(0, () => Directive(false)),
            kind > 2 ? Selections(depth - 1) : null, default),
    }), default);

    VariableDefinitionNode Variable() => new(
        Description(), new VariableNode(Name(), default), Type(3), Maybe() ? Value(3, true) : null,
        Some(0, ConstDirective), default);

    FieldDefinitionNode FieldDefinition() =>
        new(Description(), Name(), Some(0, Input), Type(3), Some(0, ConstDirective), default);

    InputValueDefinitionNode Input() => new(
        Description(), Name(), Type(3), Maybe() ? Value(3, true) : null, Some(0, ConstDirective), default);

    EnumValueDefinitionNode EnumValue() => new(Description(), EnumName(), Some(0, ConstDirective), default);

    OperationTypeDefinitionNode Root() => new((OperationType)_random.Next(3), Named(), default);

    DirectiveNode ConstDirective() => Directive(true);

    DirectiveNode Directive(bool isConst) => new(Name(), Some(0, () => Argument(isConst)), default);

    ArgumentNode Argument(bool isConst) => new(Name(), Value(3, isConst), default);

    TypeNode Type(int depth)
    {
        TypeNode type = depth > 0 && Maybe() ? new ListTypeNode(Type(depth - 1), default) : Named();
        return Maybe() ? new NonNullTypeNode(type, default) : type;
    }

    ValueNode Value(int depth, bool isConst) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => new IntValueNode(_random.Next(-9, 99_999).ToString(), default),
        1 => new FloatValueNode($"{_random.Next(-9, 9)}.{_random.Next(99)}e-{_random.Next(9)}", default),
        2 => Text(),
        3 => new BooleanValueNode(Maybe(), default),
        4 => new NullValueNode(default),
        5 when !isConst => new VariableNode(Name(), default),
        7 => new ListValueNode(Some(0, () => Value(depth - 1, isConst)), default),
        8 => new ObjectValueNode(
            Some(0, () => new ObjectFieldNode(Name(), Value(depth - 1, isConst), default)), default),
        _ => new EnumValueNode(EnumName().Value, default),
    };

    StringValueNode? Description() => Maybe() ? Text() : null;

    /// <summary>
    /// A block string holds only what it can mean: no line terminators but \n, no margin, no blank edges.
    /// </summary>
    StringValueNode Text()
    {
        var text = Texts[_random.Next(Texts.Length)];
        return Maybe()
            ? new StringValueNode(text, false, default)
            : new StringValueNode(BlockString.Value(text), true, default);
    }

    NamedTypeNode Named() => new(Name(), default);

    NameNode Name() => new(Names[_random.Next(Names.Length)], default);

    NameNode EnumName() => NameOtherThan("null", "true");

    NameNode NameOtherThan(params string[] reserved)
    {
        var name = Name();
        return reserved.Contains(name.Value) ? new NameNode("other", default) : name;
    }

    bool Maybe() => _random.Next(2) == 0;

    ImmutableArray<TItem> Some<TItem>(int atLeast, Func<TItem> make) =>
        [.. Enumerable.Range(0, Math.Max(atLeast, _random.Next(4) - 1 + atLeast)).Select(_ => make())];
}
