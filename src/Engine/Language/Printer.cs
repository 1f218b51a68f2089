using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace GraphApi.Engine.Language;

/// <summary>
/// Writes a syntax tree as text, in the form that graphql-js gives it: two spaces a level, a definition apart from the
/// next by a blank line, lists of arguments broken at 80 columns. Parsing the text gives the same tree.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Language"/>
public static class Printer
{
    const int MaxLineLength = 80;

    /// <summary>The text of a node and all below it, without a line terminator at the end.</summary>
    public static string Print(SyntaxNode node) => node switch
    {
        null => throw new ArgumentNullException(nameof(node)),
        DocumentNode document => PrintDocument(document),
        OperationDefinitionNode operation => PrintOperation(operation, mayBeShort: true),
        VariableDefinitionNode variable => Described(
            variable.Description,
            $"{Print(variable.Variable)}: {Print(variable.Type)}"
            + Default(variable.DefaultValue) + Directives(variable.Directives)),
        SelectionSetNode set => Block(set.Selections),
        FieldNode field => PrintField(field),
        ArgumentNode argument => $"{argument.Name.Value}: {Print(argument.Value)}",
        FragmentSpreadNode spread => $"...{spread.Name.Value}{Directives(spread.Directives)}",
        InlineFragmentNode fragment => "..."
            + (fragment.TypeCondition is null ? string.Empty : $" on {Print(fragment.TypeCondition)}")
            + $"{Directives(fragment.Directives)} {Print(fragment.SelectionSet)}",
        FragmentDefinitionNode fragment => Described(
            fragment.Description,
            $"fragment {fragment.Name.Value} on {Print(fragment.TypeCondition)}"
            + $"{Directives(fragment.Directives)} {Print(fragment.SelectionSet)}"),
        DirectiveNode directive => $"@{directive.Name.Value}{Parenthesized(directive.Arguments)}",
        NameNode name => name.Value,
        ValueNode value => PrintValue(value),
        ObjectFieldNode field => $"{field.Name.Value}: {Print(field.Value)}",
        NamedTypeNode named => named.Name.Value,
        ListTypeNode list => $"[{Print(list.Type)}]",
        NonNullTypeNode nonNull => $"{Print(nonNull.Type)}!",
        _ => PrintTypeSystem(node),
    };

    static string PrintDocument(DocumentNode document)
    {
        var text = new StringBuilder();
        var mayBeShort = true;
        foreach (var definition in document.Definitions)
        {
            text.Append(text.Length == 0 ? string.Empty : "\n\n");
            text.Append(definition is OperationDefinitionNode operation
                ? PrintOperation(operation, mayBeShort)
                : Print(definition));

            // Behind what may have a body and has none, a brace would be read as its body.
            mayBeShort = text[^1] == '}'
                || definition is ScalarTypeDefinitionNode or UnionTypeDefinitionNode or DirectiveDefinitionNode;
        }

        return text.ToString();
    }

    static string PrintOperation(OperationDefinitionNode operation, bool mayBeShort)
    {
        var isBare = operation is
        { Operation: OperationType.Query, Name: null, Description: null, VariableDefinitions: [], Directives: [] };
        if (isBare && mayBeShort)
        {
            return Print(operation.SelectionSet);
        }

        var variables = operation.VariableDefinitions.Select(Print).ToList();
        var list = variables switch
        {
            [] => string.Empty,
            _ when variables.Exists(v => v.Contains('\n')) => $"(\n{string.Join('\n', variables)}\n)",
            _ => $"({string.Join(", ", variables)})",
        };
        var name = operation.Name?.Value + list;
        return Described(
            operation.Description,
            Keyword(operation.Operation) + (name.Length == 0 ? string.Empty : $" {name}")
            + $"{Directives(operation.Directives)} {Print(operation.SelectionSet)}");
    }

    static string PrintField(FieldNode field)
    {
        var prefix = field.Alias is null ? field.Name.Value : $"{field.Alias.Value}: {field.Name.Value}";
        var arguments = Parenthesized(field.Arguments);
        if (arguments.Length > 0 && prefix.Length + arguments.Length > MaxLineLength)
        {
            arguments = $"(\n{Indent(Join(field.Arguments, "\n"))}\n)";
        }

        var selections = field.SelectionSet is null ? string.Empty : $" {Print(field.SelectionSet)}";
        return prefix + arguments + Directives(field.Directives) + selections;
    }

    static string PrintValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                return $"${variable.Name.Value}";
            case IntValueNode integer:
                return integer.Value;
            case FloatValueNode number:
                return number.Value;
            case StringValueNode text:
                return text.IsBlock ? BlockString.Print(text.Value) : Quote(text.Value);
            case BooleanValueNode boolean:
                return boolean.Value ? "true" : "false";
            case NullValueNode:
                return "null";
            case EnumValueNode member:
                return member.Value;
            case ListValueNode list:
                return $"[{Join(list.Values, ", ")}]";
            case ObjectValueNode record:
                return $"{{{Join(record.Fields, ", ")}}}";
            default:
                throw new UnreachableException();
        }
    }

    static string PrintTypeSystem(SyntaxNode node) => node switch
    {
        SchemaDefinitionNode schema => Described(
            schema.Description,
            Extend(schema.IsExtension) + "schema" + Directives(schema.Directives) + Body(schema.OperationTypes)),
        OperationTypeDefinitionNode root => $"{Keyword(root.Operation)}: {Print(root.Type)}",
        TypeDefinitionNode type => Described(type.Description, Extend(type.IsExtension) + PrintType(type)),
        FieldDefinitionNode field => Described(
            field.Description,
            $"{field.Name.Value}{ArgumentDefinitions(field.Arguments)}: {Print(field.Type)}"
            + Directives(field.Directives)),
        InputValueDefinitionNode input => Described(
            input.Description,
            $"{input.Name.Value}: {Print(input.Type)}{Default(input.DefaultValue)}{Directives(input.Directives)}"),
        EnumValueDefinitionNode value => Described(value.Description, value.Name.Value + Directives(value.Directives)),
        DirectiveDefinitionNode directive => Described(
            directive.Description,
            $"directive @{directive.Name.Value}{ArgumentDefinitions(directive.Arguments)}"
            + (directive.IsRepeatable ? " repeatable" : string.Empty) + $" on {Join(directive.Locations, " | ")}"),
        _ => throw new UnreachableException(),
    };

    static string PrintType(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => $"scalar {node.Name.Value}{Directives(node.Directives)}",
        ObjectTypeDefinitionNode type =>
            $"type {type.Name.Value}{Implements(type.Interfaces)}{Directives(type.Directives)}{Body(type.Fields)}",
        InterfaceTypeDefinitionNode type =>
            $"interface {type.Name.Value}{Implements(type.Interfaces)}{Directives(type.Directives)}{Body(type.Fields)}",
        UnionTypeDefinitionNode type => $"union {type.Name.Value}{Directives(type.Directives)}"
            + (type.Members.IsEmpty ? string.Empty : $" = {Join(type.Members, " | ")}"),
        EnumTypeDefinitionNode type => $"enum {type.Name.Value}{Directives(type.Directives)}{Body(type.Values)}",
        InputObjectTypeDefinitionNode type =>
            $"input {type.Name.Value}{Directives(type.Directives)}{Body(type.Fields)}",
        _ => throw new UnreachableException(),
    };

    /// <summary>The text as a quoted string, with control characters, quotes and backslashes escaped.</summary>
    internal static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) => quoted.Append($"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    static string Described(StringValueNode? description, string text) =>
        description is null ? text : $"{Print(description)}\n{text}";

    static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new UnreachableException(),
    };

    static string Extend(bool isExtension) => isExtension ? "extend " : string.Empty;

    static string Default(ValueNode? value) => value is null ? string.Empty : $" = {Print(value)}";

    static string Implements(ImmutableArray<NamedTypeNode> interfaces) =>
        interfaces.IsEmpty ? string.Empty : $" implements {Join(interfaces, " & ")}";

    static string Directives(ImmutableArray<DirectiveNode> directives) =>
        directives.IsEmpty ? string.Empty : $" {Join(directives, " ")}";

    static string Parenthesized(ImmutableArray<ArgumentNode> arguments) =>
        arguments.IsEmpty ? string.Empty : $"({Join(arguments, ", ")})";

    static string ArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        var texts = arguments.Select(Print).ToList();
        return texts switch
        {
            [] => string.Empty,
            _ when texts.Exists(text => text.Contains('\n')) => $"(\n{Indent(string.Join('\n', texts))}\n)",
            _ => $"({string.Join(", ", texts)})",
        };
    }

    static string Body<TNode>(ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode => nodes.IsEmpty ? string.Empty : $" {Block(nodes)}";

    static string Block<TNode>(ImmutableArray<TNode> nodes)
        where TNode : SyntaxNode => $"{{\n{Indent(Join(nodes, "\n"))}\n}}";

    static string Join<TNode>(ImmutableArray<TNode> nodes, string separator)
        where TNode : SyntaxNode => string.Join(separator, nodes.Select(Print));

    static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
