namespace GraphApi.Server.Commands;

/// <summary>What a developer is told when the server has started: where to go and how to be whom.</summary>
static class Welcome
{
    /// <summary>The text for a server at <paramref name="address"/>.</summary>
    public static string Text(string address) => $$"""

        GraphApi is at {{address}}/graphql

        Open it in a browser for the IDE, or ask for a partner's feed:

          curl -s {{address}}/graphql \
            -H "Authorization: Bearer $(./run token partner-hospital)" \
            --json '{"query":"{ feed(first: 3) { nodes { publicNumber type currentVersion { title { text } } } } }"}'

        './run token --list' says whom else you can be. Stop with Ctrl+C.

        """;
}
