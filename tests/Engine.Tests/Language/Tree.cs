using System.Collections;
using System.Text;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

/// <summary>Syntax trees as text without locations, so that tests compare them whole.</summary>
static class Tree
{
    /// <summary>The tree of a document that must parse.</summary>
    public static DocumentNode Parse(string source)
    {
        var result = Parser.Parse(source, ParserLimits.Sdl);
        Assert.Null(result.Error);
        return result.Document!;
    }

    /// <summary>The tree, a node a pair of parentheses: its type, then what it holds in order.</summary>
    public static string Show(SyntaxNode node)
    {
        var text = new StringBuilder();
        Show(node, text);
        return text.ToString();
    }

    static void Show(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case NameNode name:
                text.Append(name.Value);
                break;
            case SyntaxNode node:
                text.Append('(').Append(node.GetType().Name.Replace("Node", string.Empty, StringComparison.Ordinal));
                foreach (var property in node.GetType().GetConstructors()[0].GetParameters()
                    .Where(p => p.ParameterType != typeof(Location)))
                {
                    text.Append(' ');
                    Show(node.GetType().GetProperty(property.Name!)!.GetValue(node), text);
                }

                text.Append(')');
                break;
            case string written:
                text.Append('\'').Append(written).Append('\'');
                break;
            case IEnumerable items:
                text.Append('[');
                var separator = string.Empty;
                foreach (var item in items)
                {
                    text.Append(separator);
                    Show(item, text);
                    separator = " ";
                }

                text.Append(']');
                break;
            default:
                text.Append(value);
                break;
        }
    }
}
