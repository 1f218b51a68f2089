using System.Buffers;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Engine.Response;

/// <summary>The settled result of a request: all errors and nulls are known, and nothing is written yet.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Response-Format"/>
public sealed class GraphQLResponse
{
    static readonly Dictionary<string, object?> NoExtensions = [];

    Dictionary<string, object?>? _extensions;

    /// <summary>A response without data.</summary>
    public GraphQLResponse(ResponseKind kind, params IReadOnlyList<GraphQLError> errors)
    {
        Kind = kind;
        Errors = errors;
    }

    internal GraphQLResponse(ObjectBatch root, IReadOnlyList<GraphQLError> errors, bool isOfMutation)
    {
        Kind = ResponseKind.Executed;
        Root = root;
        Errors = errors;
        IsOfMutation = isOfMutation;
    }

    internal GraphQLResponse(Subscription subscription)
    {
        Kind = ResponseKind.Subscribed;
        Errors = [];
        Subscription = subscription;
    }

    /// <summary>How far the request came.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The errors, in the order in which they came up; empty: none.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>What is told beside data and errors, such as the cost; empty: the entry is left out.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Extensions"/>
    public IReadOnlyDictionary<string, object?> Extensions => _extensions ?? NoExtensions;

    /// <summary>The stream of responses that is to be given in place of this one; null: this is it.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Response-Stream"/>
    public Subscription? Subscription { get; }

    /// <summary>The root of the data; null where nothing ran, or where it cannot be told.</summary>
    internal ObjectBatch? Root { get; }

    /// <summary>Whether mutations ran, or may have.</summary>
    internal bool IsOfMutation { get; private init; }

    /// <summary>
    /// Adds an entry to <see cref="Extensions"/>. Its value is null, a boolean, a number, text, or a dictionary of
    /// them.
    /// </summary>
    public void Extend(string name, object? value) => (_extensions ??= [])[name] = value;

    /// <summary>
    /// What to answer in place of this response, where it cannot be sent: of a query that it is refused; of a mutation,
    /// which has run, that its result cannot be told (<c>data</c> is null, <c>extensions.mutationMayHaveRun</c> true),
    /// for a client that takes it for refused would send it again.
    /// </summary>
    /// <param name="error">Why it cannot be sent.</param>
    public GraphQLResponse Instead(GraphQLError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return IsOfMutation ? OfMutation(ResponseKind.Executed, error) : new(ResponseKind.Refused, error);
    }

    /// <summary>An answer without data to a mutation of which nobody can say how far it came.</summary>
    internal static GraphQLResponse OfMutation(ResponseKind kind, GraphQLError error) => new(kind, error with
    {
        Message = error.Message + " The mutation may have run all the same: look before you send it again.",
        Extensions = new Dictionary<string, object?>(error.Extensions ?? NoExtensions)
        {
            ["mutationMayHaveRun"] = true,
        },
    })
    {
        IsOfMutation = true,
    };

    /// <summary>The response to a request that took longer than the time allowed.</summary>
    public static GraphQLResponse TimedOut(TimeSpan allowed) => new(ResponseKind.TimedOut, new GraphQLError(
        $"The operation took longer than the allowed {allowed.TotalSeconds:0.##} seconds.", ErrorCode.Timeout));

    /// <summary>Writes the list of errors alone as UTF-8 JSON, for protocols that have a message for them.</summary>
    public void WriteErrorsTo(IBufferWriter<byte> output) => ResponseWriter.WriteErrors(Errors, output);

    /// <summary>Writes the response as UTF-8 JSON, errors first.</summary>
    public void WriteTo(IBufferWriter<byte> output) => ResponseWriter.Write(this, output);
}
