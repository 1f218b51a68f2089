using System.Collections.Immutable;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Language;

/// <content>Definitions and extensions of the type system.</content>
public sealed partial class Parser
{
    /// <summary>
    /// <c>TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition</c>
    /// <c>TypeSystemExtension : SchemaExtension | TypeExtension</c>
    /// </summary>
    DefinitionNode ParseTypeSystem(Location location, Token keyword)
    {
        if (keyword.Value == "directive")
        {
            return ParseDirectiveDefinition(location, ParseDescription());
        }

        var isExtension = keyword.Value == "extend";
        if (isExtension)
        {
            Advance();
            keyword = _token;
        }

        var description = isExtension ? null : ParseDescription();
        if (keyword.Kind == TokenKind.Name)
        {
            switch (keyword.Value)
            {
                case "schema":
                    return ParseSchemaDefinition(location, description, isExtension);
                case "scalar":
                    return ParseScalar(location, description, isExtension);
                case "type":
                    return ParseObjectType(location, description, isExtension);
                case "interface":
                    return ParseInterface(location, description, isExtension);
                case "union":
                    return ParseUnion(location, description, isExtension);
                case "enum":
                    return ParseEnum(location, description, isExtension);
                case "input":
                    return ParseInputObjectType(location, description, isExtension);
            }
        }

        Unexpected(keyword);
        return null;
    }

    /// <summary>
    /// <c>SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }</c>
    /// <c>SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ }
    /// | extend schema Directives[Const]</c>
    /// </summary>
    SchemaDefinitionNode ParseSchemaDefinition(Location location, StringValueNode? description, bool isExtension)
    {
        ExpectKeyword("schema");
        var directives = ParseDirectives(isConst: true);
        var operationTypes = isExtension && !Peek(TokenKind.BraceLeft)
            ? []
            : Many(TokenKind.BraceLeft, static p => p.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        RefuseEmpty(isExtension && directives.IsEmpty && operationTypes.IsEmpty);
        return new SchemaDefinitionNode(description, isExtension, directives, operationTypes, location);
    }

    /// <summary><c>RootOperationTypeDefinition : OperationType : NamedType</c></summary>
    OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var location = _token.Location;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType(), location);
    }

    /// <summary>
    /// <c>ScalarTypeDefinition : Description? scalar Name Directives[Const]?</c>
    /// <c>ScalarTypeExtension : extend scalar Name Directives[Const]</c>
    /// </summary>
    ScalarTypeDefinitionNode ParseScalar(Location location, StringValueNode? description, bool isExtension)
    {
        ExpectKeyword("scalar");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RefuseEmpty(isExtension && directives.IsEmpty);
        return new ScalarTypeDefinitionNode(description, isExtension, name, directives, location);
    }

    /// <summary>
    /// <c>ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?</c>
    /// and, with <c>extend</c>, at least one of the three
    /// </summary>
    ObjectTypeDefinitionNode ParseObjectType(Location location, StringValueNode? description, bool isExtension)
    {
        ExpectKeyword("type");
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RefuseEmpty(isExtension && interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new ObjectTypeDefinitionNode(
            description,
            isExtension,
            name,
            interfaces,
            directives,
            fields,
            location);
    }

    /// <summary>
    /// <c>InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]?
    /// FieldsDefinition?</c> and, with <c>extend</c>, at least one of the three
    /// </summary>
    InterfaceTypeDefinitionNode ParseInterface(Location location, StringValueNode? description, bool isExtension)
    {
        ExpectKeyword("interface");
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RefuseEmpty(isExtension && interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return new InterfaceTypeDefinitionNode(
            description,
            isExtension,
            name,
            interfaces,
            directives,
            fields,
            location);
    }

    /// <summary>
    /// <c>ImplementsInterfaces : implements &amp;? NamedType | ImplementsInterfaces &amp; NamedType</c>
    /// </summary>
    ImmutableArray<NamedTypeNode> ParseImplementsInterfaces() =>
        SkipKeyword("implements") ? DelimitedMany(TokenKind.Ampersand, static p => p.ParseNamedType()) : [];

    /// <summary><c>FieldsDefinition : { FieldDefinition+ }</c></summary>
    ImmutableArray<FieldDefinitionNode> ParseFieldsDefinition() =>
        OptionalMany(TokenKind.BraceLeft, static p => p.ParseFieldDefinition(), TokenKind.BraceRight);

    /// <summary><c>FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?</c></summary>
    FieldDefinitionNode ParseFieldDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode(
            description,
            name,
            arguments,
            ParseTypeReference(),
            ParseDirectives(isConst: true),
            location);
    }

    /// <summary><c>ArgumentsDefinition : ( InputValueDefinition+ )</c></summary>
    ImmutableArray<InputValueDefinitionNode> ParseArgumentsDefinition() => OptionalMany(
        TokenKind.ParenthesisLeft,
        static p => p.ParseInputValueDefinition(),
        TokenKind.ParenthesisRight);

    /// <summary><c>InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?</c></summary>
    InputValueDefinitionNode ParseInputValueDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new InputValueDefinitionNode(
            description,
            name,
            ParseTypeReference(),
            Skip(TokenKind.EqualSign) ? ParseValue(isConst: true) : null,
            ParseDirectives(isConst: true),
            location);
    }

    /// <summary>
    /// <c>UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?</c> and, with
    /// <c>extend</c>, at least one of the two
    /// </summary>
    UnionTypeDefinitionNode ParseUnion(Location location, StringValueNode? description, bool isExtension)
    {
        ExpectKeyword("union");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var members = ParseUnionMemberTypes();
        RefuseEmpty(isExtension && directives.IsEmpty && members.IsEmpty);
        return new UnionTypeDefinitionNode(description, isExtension, name, directives, members, location);
    }

    /// <summary><c>UnionMemberTypes : = |? NamedType | UnionMemberTypes | NamedType</c></summary>
    ImmutableArray<NamedTypeNode> ParseUnionMemberTypes() =>
        Skip(TokenKind.EqualSign) ? DelimitedMany(TokenKind.Pipe, static p => p.ParseNamedType()) : [];

    /// <summary>
    /// <c>EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?</c> and, with
    /// <c>extend</c>, at least one of the two; <c>EnumValuesDefinition : { EnumValueDefinition+ }</c>
    /// </summary>
    EnumTypeDefinitionNode ParseEnum(Location location, StringValueNode? description, bool isExtension)
    {
        ExpectKeyword("enum");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(
            TokenKind.BraceLeft,
            static p => p.ParseEnumValueDefinition(),
            TokenKind.BraceRight);
        RefuseEmpty(isExtension && directives.IsEmpty && values.IsEmpty);
        return new EnumTypeDefinitionNode(description, isExtension, name, directives, values, location);
    }

    /// <summary>
    /// <c>EnumValueDefinition : Description? EnumValue Directives[Const]?</c> with
    /// <c>EnumValue : Name but not true, false or null</c>
    /// </summary>
    EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        if (_token is { Kind: TokenKind.Name, Value: "true" or "false" or "null" })
        {
            Fail($"{_token} is reserved and cannot be used for an enum value.", _token.Location);
        }

        return new EnumValueDefinitionNode(description, ParseName(), ParseDirectives(isConst: true), location);
    }

    /// <summary>
    /// <c>InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?</c> and, with
    /// <c>extend</c>, at least one of the two; <c>InputFieldsDefinition : { InputValueDefinition+ }</c>
    /// </summary>
    InputObjectTypeDefinitionNode ParseInputObjectType(
        Location location,
        StringValueNode? description,
        bool isExtension)
    {
        ExpectKeyword("input");
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(
            TokenKind.BraceLeft,
            static p => p.ParseInputValueDefinition(),
            TokenKind.BraceRight);
        RefuseEmpty(isExtension && directives.IsEmpty && fields.IsEmpty);
        return new InputObjectTypeDefinitionNode(description, isExtension, name, directives, fields, location);
    }

    /// <summary>
    /// <c>DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on
    /// DirectiveLocations</c> with <c>DirectiveLocations : |? DirectiveLocation | DirectiveLocations |
    /// DirectiveLocation</c>
    /// </summary>
    DirectiveDefinitionNode ParseDirectiveDefinition(Location location, StringValueNode? description)
    {
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = DelimitedMany(TokenKind.Pipe, static p => p.ParseDirectiveLocation());
        return new DirectiveDefinitionNode(description, name, arguments, isRepeatable, locations, location);
    }

    /// <summary><c>DirectiveLocation : ExecutableDirectiveLocation | TypeSystemDirectiveLocation</c></summary>
    NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        if (!DirectiveLocations.All.Contains(name.Value))
        {
            Unexpected(token);
        }

        return name;
    }

    void RefuseEmpty(bool extendsNothing)
    {
        if (extendsNothing)
        {
            Unexpected(_token);
        }
    }
}
