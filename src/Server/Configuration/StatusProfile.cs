namespace GraphApi.Server.Configuration;

/// <summary>Which HTTP statuses answers get.</summary>
enum StatusProfile
{
    /// <summary>
    /// Those that the audits of the npm package graphql-http ask for, and clients made before 2026 know: 200 for every
    /// operation in <c>application/json</c>; 400 where an operation in <c>application/graphql-response+json</c> did not
    /// run.
    /// </summary>
    Audit,

    /// <summary>
    /// Those of the first edition of GraphQL over HTTP: 422 where a request was understood and cannot be run, 294 where
    /// there are data and errors. Clients that accept only <c>application/json</c> get the same for what fails.
    /// </summary>
    /// <seealso href="https://http-spec.graphql.org/September2026/#sec-Status-Codes"/>
    September2026,
}
