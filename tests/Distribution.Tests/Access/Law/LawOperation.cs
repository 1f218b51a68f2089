using System.Text;
using System.Text.Json;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>A random operation: what it selects, and how the values of its variables are drawn.</summary>
sealed class LawOperation
{
    readonly List<(string Name, string Type, Func<Draw, Values, object?> Value)> _variables = [];

    /// <summary>What it selects.</summary>
    public OperationNode Selection { get; } = new("", "{ ", " }");

    /// <summary>Its fragments.</summary>
    public List<OperationNode> Fragments { get; } = [];

    /// <summary>The connection whose pages are walked to the end; null: none.</summary>
    public string? Walked { get; set; }

    /// <summary>Whether they are walked backward.</summary>
    public bool IsBackward { get; set; }

    /// <summary>The variable that takes the cursor.</summary>
    public const string Cursor = "cursor";

    /// <summary>Declares a variable and returns how it is written.</summary>
    public string Variable(string type, Func<Draw, Values, object?> value)
    {
        var name = $"v{_variables.Count:D3}";
        _variables.Add((name, type, value));
        return "$" + name;
    }

    /// <summary>The document. Variables that nothing uses any more are left out.</summary>
    public string Document()
    {
        var body = string.Join('\n', [Selection.ToString(), .. Fragments.Select(fragment => fragment.ToString())]);
        var declared = new StringBuilder();
        foreach (var (name, type, _) in _variables)
        {
            if (!body.Contains("$" + name, StringComparison.Ordinal))
            {
                continue;
            }

            declared.Append(declared.Length == 0 ? "" : " ").Append($"${name}: {type}");
        }

        if (Walked is not null)
        {
            declared.Append($" ${Cursor}: String");
        }

        return declared.Length == 0 ? $"query {body}" : $"query({declared}) {body}";
    }

    /// <summary>Values for its variables.</summary>
    public Dictionary<string, object?> Draw(Draw draw, Values values) =>
        _variables.ToDictionary(variable => variable.Name, variable => variable.Value(draw, values));

    /// <summary>The values that the document uses.</summary>
    public static string Describe(string document, Dictionary<string, object?> variables) => JsonSerializer.Serialize(
        variables.Where(value => document.Contains("$" + value.Key, StringComparison.Ordinal)).ToDictionary());
}
