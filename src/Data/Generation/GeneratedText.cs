using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Data.Generation;

/// <summary>The SDL of what is generated for connections.</summary>
static class GeneratedText
{
    /// <summary><c>PageInfo</c>.</summary>
    public const string PageInfo = """"

        """
        Where a page stands in its list.
        """
        type PageInfo {
          "Whether there are rows after this page."
          hasNextPage: Boolean!
          "Whether there are rows before this page."
          hasPreviousPage: Boolean!
          "The cursor of the first row of this page. Null: the page is empty."
          startCursor: String
          "The cursor of the last row of this page. Null: the page is empty."
          endCursor: String
        }

        """";

    /// <summary>The definitions of the directives that the documents do not define themselves.</summary>
    public static string Directives(IReadOnlyList<DocumentNode> documents)
    {
        var defined = documents.SelectMany(d => d.Definitions)
            .OfType<DirectiveDefinitionNode>()
            .Select(d => d.Name.Value)
            .ToHashSet();
        string Unless(string name, string text) => defined.Contains(name) ? "" : text;
        return Unless("connection", """

            "The field is a connection, read a page at a time."
            directive @connection(
              "What the connection's types are named for. Default: the field."
              name: String
              "The most rows of a page. Default: 50."
              maxPageSize: Int
            ) on FIELD_DEFINITION

            """)
            + Unless("filterable", """

            "`where` takes conditions on the field."
            directive @filterable on FIELD_DEFINITION

            """)
            + Unless("mutation", """

            "The arguments become an input, the field a payload with the result and `errors`, which are of these types."
            directive @mutation("The names of the error types." errors: [String!]!) on FIELD_DEFINITION

            """)
            + Unless("sortable", """

            "`order` takes the field."
            directive @sortable on FIELD_DEFINITION

            """)
            + Unless(CostDirectives.Cost, CostDirectives.CostSdl)
            + Unless(CostDirectives.ListSize, CostDirectives.ListSizeSdl);
    }

    /// <summary>The types of a connection.</summary>
    public static string Connection(string name, string node) => $$""""

        """
        A page of a list of {{node}}.
        """
        type {{name}}Connection {
          "Where the page stands in the list."
          pageInfo: PageInfo!
          "The rows with their cursors. Null: they could not be read."
          edges: [{{name}}Edge!]
          "The rows. Null: they could not be read."
          nodes: [{{node}}!]
          """
          How many rows the whole list has, as far as the caller may see them. Counting costs a statement: select it
          where it is needed.
          """
          totalCount: Int!
        }

        """
        A row of a list of {{node}}.
        """
        type {{name}}Edge {
          "The place of the row in the list, for `after` and `before`. Opaque."
          cursor: String!
          "The row."
          node: {{node}}!
        }

        """";

    /// <summary>The arguments of a connection.</summary>
    /// <param name="filtered">The type that <c>where</c> filters; null: no such argument.</param>
    /// <param name="sorted">The type that <c>order</c> sorts; null: no such argument.</param>
    public static string Arguments(string? filtered, string? sorted) => """

        "How many rows from the beginning, or after `after`."
        first: Int
        "The cursor after which to begin."
        after: String
        "How many rows from the end, or before `before`."
        last: Int
        "The cursor before which to end."
        before: String

        """
        + (filtered is null ? "" : $"""

        "Which rows. Null: all."
        where: {filtered}FilterInput{GeneratedCosts.Operation}

        """)
        + (sorted is null ? "" : $"""

        "The order: by the first item, then by the next. Null: the list's own order."
        order: [{sorted}SortInput!]{GeneratedCosts.Operation}

        """);
}
