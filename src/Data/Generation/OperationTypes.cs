namespace GraphApi.Data.Generation;

/// <summary>The operators that values can be filtered by, named as HotChocolate names them.</summary>
static class OperationTypes
{
    static readonly Dictionary<string, string> Comparables = new()
    {
        ["Int"] = "Int",
        ["Long"] = "Long",
        ["Float"] = "Float",
        ["DateTime"] = "DateTime",
        ["LocalDate"] = "LocalDate",
        ["UUID"] = "Uuid",
    };

    static readonly string[] Texts = ["String", "PlainText", "Markdown"];

    /// <summary>The name of <see cref="Direction"/>.</summary>
    public const string DirectionName = "SortEnumType";

    /// <summary>The SDL of the directions of an order.</summary>
    public const string Direction = """

        "A direction."
        enum SortEnumType {
          "From the least; null last."
          ASC
          "From the greatest; null first."
          DESC
        }

        """;

    /// <summary>The name and SDL of the operators for a type; null: it cannot be filtered.</summary>
    public static (string Name, string Text)? Of(string type, bool isEnum)
    {
        if (isEnum)
        {
            return Equality($"{type}OperationFilterInput", type, $"{type}!");
        }

        if (Comparables.TryGetValue(type, out var comparable))
        {
            return Comparable($"{comparable}OperationFilterInput", type);
        }

        if (Texts.Contains(type))
        {
            return Text();
        }

        return type switch
        {
            "ID" => Equality("IdOperationFilterInput", "ID", "ID"),
            "URL" => Equality("UrlOperationFilterInput", "URL", "URL"),
            "Boolean" => ("BooleanOperationFilterInput", Begin("BooleanOperationFilterInput", "Boolean") + $$"""
                  "Equal; null: there is no value."
                  eq: Boolean{{GeneratedCosts.Operation}}
                  "Not equal; null: there is a value."
                  neq: Boolean{{GeneratedCosts.Operation}}
                }

                """),
            _ => null,
        };
    }

    /// <summary>The SDL of the operators for a list.</summary>
    public static string List(string name, string inner) => $$"""

        "Conditions on a list; all that are given hold."
        input {{name}} {
          "They hold for all items."
          all: {{inner}}{{GeneratedCosts.Operation}}
          "They hold for no item."
          none: {{inner}}{{GeneratedCosts.Operation}}
          "They hold for an item."
          some: {{inner}}{{GeneratedCosts.Operation}}
          "Whether there is an item."
          any: Boolean{{GeneratedCosts.Operation}}
        }

        """;

    static (string Name, string Text) Equality(string name, string type, string item) =>
        (name, Begin(name, type) + EqualityFields(type, item) + "}\n");

    static (string Name, string Text) Comparable(string name, string type) => (
        name,
        Begin(name, type) + EqualityFields(type, type) + $$"""
          "Greater."
          gt: {{type}}{{GeneratedCosts.Operation}}
          "Not greater; also where there is no value."
          ngt: {{type}}{{GeneratedCosts.Operation}}
          "Greater or equal."
          gte: {{type}}{{GeneratedCosts.Operation}}
          "Neither greater nor equal; also where there is no value."
          ngte: {{type}}{{GeneratedCosts.Operation}}
          "Less."
          lt: {{type}}{{GeneratedCosts.Operation}}
          "Not less; also where there is no value."
          nlt: {{type}}{{GeneratedCosts.Operation}}
          "Less or equal."
          lte: {{type}}{{GeneratedCosts.Operation}}
          "Neither less nor equal; also where there is no value."
          nlte: {{type}}{{GeneratedCosts.Operation}}
        }

        """);

    static (string Name, string Text) Text() => (
        "StringOperationFilterInput",
        Begin("StringOperationFilterInput", "String") + """
          "All of these hold too."
          and: [StringOperationFilterInput!]
          "One of these holds too."
          or: [StringOperationFilterInput!]

        """
        + EqualityFields("String", "String")
        + $$"""
          "Contains the text. Case counts, and no character stands for others."
          contains: String{{GeneratedCosts.ExpensiveOperation}}
          "Does not contain the text; also where there is no value."
          ncontains: String{{GeneratedCosts.ExpensiveOperation}}
          "Starts with the text."
          startsWith: String{{GeneratedCosts.ExpensiveOperation}}
          "Does not start with the text; also where there is no value."
          nstartsWith: String{{GeneratedCosts.ExpensiveOperation}}
          "Ends with the text."
          endsWith: String{{GeneratedCosts.ExpensiveOperation}}
          "Does not end with the text; also where there is no value."
          nendsWith: String{{GeneratedCosts.ExpensiveOperation}}
        }

        """);

    static string Begin(string name, string type) =>
        $"\n\"Conditions on a value of type {type}; all that are given hold.\"\ninput {name} {{\n";

    static string EqualityFields(string type, string item) => $"""
          "Equal; null: there is no value."
          eq: {type}{GeneratedCosts.Operation}
          "Not equal; null: there is a value."
          neq: {type}{GeneratedCosts.Operation}
          "Equal to one of these."
          in: [{item}]{GeneratedCosts.Operation}
          "Equal to none of these."
          nin: [{item}]{GeneratedCosts.Operation}

        """;
}
