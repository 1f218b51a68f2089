using System.Collections.Immutable;

namespace GraphApi.Engine.Language;

/// <content>Values, directives, references to types and names.</content>
public sealed partial class Parser
{
    /// <summary>
    /// <c>Value[Const] : [~Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue
    /// | ListValue[?Const] | ObjectValue[?Const]</c>
    /// </summary>
    ValueNode ParseValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseList(isConst);
            case TokenKind.BraceLeft:
                return ParseObject(isConst);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Value!, token.Location);
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Value!, token.Location);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Name:
                Advance();
                return token.Value switch
                {
                    "true" => new BooleanValueNode(true, token.Location),
                    "false" => new BooleanValueNode(false, token.Location),
                    "null" => new NullValueNode(token.Location),
                    _ => new EnumValueNode(token.Value!, token.Location),
                };
            case TokenKind.Dollar when isConst:
                Advance();
                if (Peek(TokenKind.Name))
                {
                    Fail($"Unexpected variable \"${_token.Value}\" in constant value.", token.Location);
                }

                Unexpected(token);
                return null;
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                Unexpected(token);
                return null;
        }
    }

    StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(token.Value!, token.Kind == TokenKind.BlockString, token.Location);
    }

    /// <summary><c>ListValue : [ ] | [ Value+ ]</c></summary>
    ListValueNode ParseList(bool isConst)
    {
        Descend();
        var location = Expect(TokenKind.BracketLeft).Location;
        var values = ImmutableArray.CreateBuilder<ValueNode>();
        while (!Skip(TokenKind.BracketRight))
        {
            values.Add(ParseValue(isConst));
        }

        _depth--;
        return new ListValueNode(values.DrainToImmutable(), location);
    }

    /// <summary><c>ObjectValue : { } | { ObjectField+ }</c> with <c>ObjectField : Name : Value</c></summary>
    ObjectValueNode ParseObject(bool isConst)
    {
        Descend();
        var location = Expect(TokenKind.BraceLeft).Location;
        var fields = ImmutableArray.CreateBuilder<ObjectFieldNode>();
        while (!Skip(TokenKind.BraceRight))
        {
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name, ParseValue(isConst), name.Location));
        }

        _depth--;
        return new ObjectValueNode(fields.DrainToImmutable(), location);
    }

    /// <summary><c>Directives : Directive+</c> with <c>Directive : @ Name Arguments?</c></summary>
    ImmutableArray<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At))
        {
            return [];
        }

        var directives = ImmutableArray.CreateBuilder<DirectiveNode>(1);
        while (Peek(TokenKind.At))
        {
            if (directives.Count == _limits.MaxDirectivesPerLocation)
            {
                Exceed(
                    nameof(EngineOptions.MaxDirectivesPerLocation),
                    $"Document contains more than {directives.Count} directives at one location. Leave some away.",
                    _token.Location);
            }

            var location = Expect(TokenKind.At).Location;
            directives.Add(new DirectiveNode(ParseName(), ParseArguments(isConst), location));
        }

        return directives.DrainToImmutable();
    }

    /// <summary><c>Type : NamedType | ListType | NonNullType</c></summary>
    TypeNode ParseTypeReference()
    {
        var location = _token.Location;
        TypeNode type;
        if (Skip(TokenKind.BracketLeft))
        {
            Descend();
            var item = ParseTypeReference();
            Expect(TokenKind.BracketRight);
            _depth--;
            type = new ListTypeNode(item, location);
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, location) : type;
    }

    /// <summary><c>NamedType : Name</c></summary>
    NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name, name.Location);
    }

    NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(token.Value!, token.Location);
    }

    bool PeekDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;

    /// <summary><c>Description : StringValue</c></summary>
    StringValueNode? ParseDescription() => PeekDescription() ? ParseString() : null;
}
