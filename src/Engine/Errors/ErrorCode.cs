namespace GraphApi.Engine.Errors;

/// <summary>
/// The codes of <c>extensions.code</c>, in HotChocolate's dialect where it has one, so that a client made for it works
/// here.
/// </summary>
public static class ErrorCode
{
    /// <summary>The document is not GraphQL. HTTP 400.</summary>
    public const string Syntax = "HC0014";

    /// <summary>The request itself (not its document) is malformed. HTTP 400.</summary>
    public const string RequestInvalid = "HC0009";

    /// <summary>The request body, or the batch in it, is larger than allowed. HTTP 413.</summary>
    public const string RequestTooLarge = "HC0010";

    /// <summary>The JSON of the request cannot be read. HTTP 400.</summary>
    public const string RequestNotJson = "HC0012";

    /// <summary>The request has neither a document nor the id of one. HTTP 400.</summary>
    public const string QueryMissing = "HC0013";

    /// <summary>The SDL of some types was asked for, and none is named. HTTP 400.</summary>
    public const string TypesEmpty = "HC0058";

    /// <summary>The SDL of a type was asked for by what is no name. HTTP 400.</summary>
    public const string TypeNameInvalid = "HC0059";

    /// <summary>The SDL of a type was asked for that the schema does not have. HTTP 404.</summary>
    public const string TypeUnknown = "HC0060";

    /// <summary>There is no trusted document of that id. HTTP 400.</summary>
    public const string PersistedDocumentUnknown = "HC0020";

    /// <summary>Only trusted documents may be run here. HTTP 400.</summary>
    public const string OnlyPersistedDocuments = "HC0067";

    /// <summary>
    /// The hash of an automatic persisted query is not known: the client is to send the document with it. In the words
    /// of Apollo's protocol, by which its clients know what to do. HTTP 400.
    /// </summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>
    /// Automatic persisted queries of that version are not to be had: the client is to send documents. HTTP 400.
    /// </summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The document of a request is not the one that its hash or id stands for. HTTP 400.</summary>
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>No media type of the Accept header can be served. HTTP 406.</summary>
    public const string NotAcceptable = "HC0063";

    /// <summary>The Accept header cannot be read. HTTP 400.</summary>
    public const string AcceptInvalid = "HC0064";

    /// <summary>A variable's value does not fit its type. HTTP 400.</summary>
    public const string VariableInvalid = "HC0016";

    /// <summary>A field that may not be null has no value. Data.</summary>
    public const string NonNullViolation = "HC0018";

    /// <summary>The execution took longer than allowed. Data or HTTP 503.</summary>
    public const string Timeout = "HC0045";

    /// <summary>Introspection is switched off for this request. HTTP 400.</summary>
    public const string IntrospectionNotAllowed = "HC0046";

    /// <summary>The operation costs more than allowed. HTTP 400.</summary>
    public const string CostExceeded = "HC0047";

    /// <summary>A page larger than the bound was asked for. Data.</summary>
    public const string PageTooLarge = "HC0051";

    /// <summary>Too many ids for <c>nodes</c>. Data.</summary>
    public const string TooManyNodes = "HC0076";

    /// <summary>A cursor that this server did not issue for this list. Data.</summary>
    public const string CursorInvalid = "HC0078";

    /// <summary>A GET request lacks the header that keeps foreign pages out. HTTP 400.</summary>
    public const string PreflightMissing = "HC0077";

    /// <summary>A negative page size was asked for. Data.</summary>
    public const string PageSizeNegative = "HC0079";

    /// <summary>A search text looks for nothing, or for too much. Data.</summary>
    public const string SearchTextInvalid = "SEARCH_TEXT_INVALID";

    /// <summary>None, or several, of the arguments that bound a list are given. HTTP 400.</summary>
    public const string OneSlicingArgumentRequired = "HC0082";

    /// <summary>Introspection asks for types within types within types. HTTP 400.</summary>
    public const string IntrospectionTooDeep = "HC0086";

    /// <summary>The caller has spent his budget of costs for now. HTTP 429.</summary>
    public const string BudgetExceeded = "COST_BUDGET_EXCEEDED";

    /// <summary>A machine client has pulled as many contents as it may today. HTTP 429.</summary>
    public const string QuotaExceeded = "QUOTA_EXCEEDED";

    /// <summary>A limit on the size or shape of a document was passed. HTTP 400.</summary>
    public const string DocumentTooComplex = "HC0107";

    /// <summary>A request for changes is to wait for less than no time, or for too long. Data.</summary>
    public const string WaitInvalid = "WAIT_INVALID";

    /// <summary>
    /// The cursor is older than the changes that are kept: a new snapshot is to be taken. Data; of a subscription, the
    /// end.
    /// </summary>
    public const string CursorExpired = "CURSOR_EXPIRED";

    /// <summary>
    /// A connection has as many operations open, or a caller as many connections, as it may. HTTP 429 or in the stream.
    /// </summary>
    public const string TooManyStreams = "TOO_MANY_STREAMS";

    /// <summary>A page of an origin that is not allowed wanted to open a WebSocket. HTTP 403.</summary>
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";

    /// <summary>
    /// The token of a subscriber has expired: another one goes on after <c>extensions.cursor</c>. In the stream.
    /// </summary>
    public const string TokenExpired = "AUTH_TOKEN_EXPIRED";

    /// <summary>
    /// Events of a subscription were missed; it goes on after <c>extensions.cursor</c>. In the response stream.
    /// </summary>
    public const string EventsMissed = "EVENTS_MISSED";

    /// <summary>The field needs an authenticated caller. Data; HTTP 401 for a refused token.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    /// <summary>The caller may not read the field. Data.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    /// <summary>
    /// The caller may read the field once he signed in again, lately and with a method that cannot be phished: as
    /// <c>extensions.acr_values</c> and <c>extensions.max_age</c> (seconds) say. Data.
    /// </summary>
    public const string StepUpRequired = "AUTH_STEP_UP_REQUIRED";

    /// <summary>
    /// The caller may read the field once he says what for, with the header <c>Access-Purpose</c> of a request over
    /// HTTP. Data.
    /// </summary>
    public const string PurposeRequired = "ACCESS_PURPOSE_REQUIRED";

    /// <summary>The request reveals more than one may. Data.</summary>
    public const string RevealLimit = "REVEAL_LIMIT";

    /// <summary>The database or another part that is needed does not answer. Data or HTTP 503.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>
    /// A fault of ours; the message is masked, <c>extensions.traceId</c> finds it in the log. Data or HTTP 500.
    /// </summary>
    public const string Internal = "INTERNAL";

    /// <summary>
    /// The idempotency key was used for another request. HTTP 422 where nothing else came of the request.
    /// </summary>
    public const string IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED";

    /// <summary>
    /// The request with this idempotency key is under way. HTTP 409 where nothing else came of this one.
    /// </summary>
    public const string IdempotencyInProgress = "IDEMPOTENCY_IN_PROGRESS";
}
