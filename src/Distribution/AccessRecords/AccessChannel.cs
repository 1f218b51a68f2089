namespace GraphApi.Distribution.AccessRecords;

/// <summary>How what was read left the server.</summary>
public enum AccessChannel
{
    /// <summary>In the answer to a GraphQL request over HTTP.</summary>
    GraphqlHttp,

    /// <summary>In a message of a WebSocket.</summary>
    GraphqlWs,

    /// <summary>In a server-sent event.</summary>
    GraphqlSse,
}
