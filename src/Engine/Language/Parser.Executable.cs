using System.Collections.Immutable;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <content>Documents, operations and fragments.</content>
public sealed partial class Parser
{
    /// <summary><c>Document : Definition+</c></summary>
    DocumentNode ParseDocument()
    {
        var location = _token.Location;
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (!Peek(TokenKind.EndOfFile));
        return new DocumentNode(definitions.DrainToImmutable(), location);
    }

    /// <summary><c>Definition : ExecutableDefinition | TypeSystemDefinition | TypeSystemExtension</c></summary>
    DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft))
        {
            CountOperation(_token.Location);
            return ParseAnonymousQuery();
        }

        var location = _token.Location;
        var isDescribed = PeekDescription();
        var keyword = isDescribed ? Following() : _token;
        if (isDescribed && keyword.Kind == TokenKind.BraceLeft)
        {
            Fail("Unexpected description, descriptions are not supported on shorthand queries.", location);
        }

        if (keyword.Kind != TokenKind.Name)
        {
            Unexpected(keyword);
        }

        if (isDescribed && !IsDescribable(keyword.Value))
        {
            Fail("Unexpected description, only GraphQL definitions support descriptions.", location);
        }

        switch (keyword.Value)
        {
            case "query" or "mutation" or "subscription":
                CountOperation(location);
                return ParseOperationDefinition(location, ParseDescription());
            case "fragment":
                return ParseFragmentDefinition(location, ParseDescription());
            default:
                return ParseTypeSystem(location, keyword);
        }
    }

    void CountOperation(Location location)
    {
        if (++_operations > _limits.MaxOperations)
        {
            Exceed(
                nameof(EngineOptions.MaxOperations),
                $"Document contains more than {_limits.MaxOperations} operations. Send the one that runs alone.",
                location);
        }
    }

    static bool IsDescribable(string? keyword) => keyword is
        "query" or "mutation" or "subscription" or "fragment" or "schema" or "scalar" or "type" or "interface"
        or "union" or "enum" or "input" or "directive";

    /// <summary><c>OperationDefinition : SelectionSet</c></summary>
    OperationDefinitionNode ParseAnonymousQuery()
    {
        var location = _token.Location;
        return new OperationDefinitionNode(null, OperationType.Query, null, [], [], ParseSelectionSet(), location);
    }

    /// <summary>
    /// <c>OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet</c>
    /// </summary>
    OperationDefinitionNode ParseOperationDefinition(Location location, StringValueNode? description) => new(
        description,
        ParseOperationType(),
        Peek(TokenKind.Name) ? ParseName() : null,
        OptionalMany(TokenKind.ParenthesisLeft, static p => p.ParseVariableDefinition(), TokenKind.ParenthesisRight),
        ParseDirectives(isConst: false),
        ParseSelectionSet(),
        location);

    /// <summary><c>OperationType : one of query mutation subscription</c></summary>
    OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        switch (token.Value)
        {
            case "query":
                return OperationType.Query;
            case "mutation":
                return OperationType.Mutation;
            case "subscription":
                return OperationType.Subscription;
            default:
                Unexpected(token);
                return default;
        }
    }

    /// <summary><c>VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?</c></summary>
    VariableDefinitionNode ParseVariableDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Skip(TokenKind.EqualSign) ? ParseValue(isConst: true) : null;
        return new VariableDefinitionNode(
            description,
            variable,
            type,
            defaultValue,
            ParseDirectives(isConst: true),
            location);
    }

    /// <summary><c>Variable : $ Name</c></summary>
    VariableNode ParseVariable()
    {
        var location = Expect(TokenKind.Dollar).Location;
        return new VariableNode(ParseName(), location);
    }

    /// <summary><c>SelectionSet : { Selection+ }</c></summary>
    SelectionSetNode ParseSelectionSet()
    {
        Descend();
        var location = _token.Location;
        var selections = Many(TokenKind.BraceLeft, static p => p.ParseSelection(), TokenKind.BraceRight);
        _depth--;
        return new SelectionSetNode(selections, location);
    }

    /// <summary><c>Selection : Field | FragmentSpread | InlineFragment</c></summary>
    SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    /// <summary><c>Field : Alias? Name Arguments? Directives? SelectionSet?</c></summary>
    FieldNode ParseField()
    {
        if (++_fields > _limits.MaxFields)
        {
            Exceed(
                nameof(EngineOptions.MaxFields),
                $"Document contains more than {_limits.MaxFields} fields. Select fewer, or send several documents.",
                _token.Location);
        }

        var location = _token.Location;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            CountAlias(name.Location);
            alias = name;
            name = ParseName();
        }

        return new FieldNode(
            alias,
            name,
            ParseArguments(isConst: false),
            ParseDirectives(isConst: false),
            Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null,
            location);
    }

    void CountAlias(Location location)
    {
        if (++_aliases > _limits.MaxAliases)
        {
            Exceed(
                nameof(EngineOptions.MaxAliases),
                $"Document contains more than {_limits.MaxAliases} aliases. Ask for a list instead of its items one by "
                + "one, or send several documents.",
                location);
        }
    }

    /// <summary><c>Arguments : ( Argument+ )</c></summary>
    ImmutableArray<ArgumentNode> ParseArguments(bool isConst) => OptionalMany<ArgumentNode>(
        TokenKind.ParenthesisLeft,
        isConst ? static p => p.ParseArgument(isConst: true) : static p => p.ParseArgument(isConst: false),
        TokenKind.ParenthesisRight);

    /// <summary><c>Argument : Name : Value</c></summary>
    ArgumentNode ParseArgument(bool isConst)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, ParseValue(isConst), name.Location);
    }

    /// <summary>
    /// <c>FragmentSpread : ... FragmentName Directives?</c>
    /// <c>InlineFragment : ... TypeCondition? Directives? SelectionSet</c>
    /// </summary>
    SelectionNode ParseFragment()
    {
        var location = Expect(TokenKind.Spread).Location;
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode(ParseName(), ParseDirectives(isConst: false), location);
        }

        return new InlineFragmentNode(
            hasTypeCondition ? ParseNamedType() : null,
            ParseDirectives(isConst: false),
            ParseSelectionSet(),
            location);
    }

    /// <summary>
    /// <c>FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet</c>
    /// </summary>
    FragmentDefinitionNode ParseFragmentDefinition(Location location, StringValueNode? description)
    {
        ExpectKeyword("fragment");
        if (_token is { Kind: TokenKind.Name, Value: "on" })
        {
            Unexpected(_token);
        }

        var name = ParseName();
        ExpectKeyword("on");
        return new FragmentDefinitionNode(
            description,
            name,
            ParseNamedType(),
            ParseDirectives(isConst: false),
            ParseSelectionSet(),
            location);
    }
}
