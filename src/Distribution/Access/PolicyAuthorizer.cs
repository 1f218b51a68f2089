using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using GraphApi.Data.Bindings;
using GraphApi.Data.Generation;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Refuses fields whose rule the caller can meet on no row, and on those rows on which he does not meet it; refuses a
/// condition on a field, or an order by it, as it refuses the field. Shows each caller what he can ever read, and ask
/// by. Rules on which rows there are stand in the queries already.
/// </summary>
/// <param name="schema">The schema whose fields and inputs it is asked about.</param>
/// <param name="stepUp">What policies that need a step-up ask for; null: the default.</param>
sealed class PolicyAuthorizer(Schema schema, StepUpRule? stepUp = null) : RowAuthorizer
{
    readonly StepUpRule _stepUp = stepUp ?? new StepUpRule();

    // A field does not change, and its rule is a text in the schema: it is read once.
    readonly ConcurrentDictionary<Field, AccessRule?> _rules = new();
    readonly ConcurrentDictionary<InputValue, Field?> _sources = new();

    // A plan is kept as long as its document is asked for; what the document's hash is, is worked out once.
    readonly ConditionalWeakTable<OperationPlan, string> _hashes = [];

    /// <inheritdoc/>
    public override bool Guards(Field field) => RuleOf(field) is { Refuses: true };

    /// <inheritdoc/>
    public override GraphQLError? Authorize(Field field, object? session)
    {
        var viewer = ViewerOf(session);
        return RuleOf(field) is not { Refuses: true } rule ? null
            : !rule.CanBeMetBy(viewer) ? Refusal(viewer)
            : rule.AwaitsStepUpOf(viewer) ? StepUpRefusal(_stepUp)
            : session is DistributionSession reading && rule.AwaitsPurposeOf(reading) ? PurposeRefusal
            : null;
    }

    /// <inheritdoc/>
    public override bool GuardsInput(InputValue input) => SourceOf(input) is { } field && Guards(field);

    /// <inheritdoc/>
    public override GraphQLError? AuthorizeInput(InputValue input, object? session) =>
        Authorize(SourceOf(input)!, session) switch
        {
            null => null,
            { Code: ErrorCode.StepUpRequired } awaited => awaited,
            var refused => refused with { Message = $"The current user is not authorized to use \"{input.Name}\"." },
        };

    /// <summary>The policies and roles of the caller; without session those of an anonymous one.</summary>
    /// <param name="session">The session of the request.</param>
    public override object ViewKey(object? session) => AccessKey.Of(ViewerOf(session));

    /// <inheritdoc/>
    public override bool CanUse(Field field, object? session) => CanRead(field, ViewerOf(session));

    /// <inheritdoc/>
    public override bool CanUse(InputValue input, object? session) =>
        SourceOf(input) is not { } field || CanRead(field, ViewerOf(session));

    /// <inheritdoc/>
    public override async ValueTask SettleAsync(
        object? session, OperationPlan operation, string document, CancellationToken cancellationToken)
    {
        var reading = (DistributionSession)session!;
        if (reading.IsUnsettled)
        {
            var hash = _hashes.GetValue(operation, _ => HashOf(document));
            await reading.SettleAsync(operation.Name, hash, cancellationToken);
        }
    }

    /// <summary>
    /// Whether a viewer can ever read the field: he can meet its rule, and that of the type it leads to, where that is
    /// one of objects. What he cannot is absent from the schema he is shown.
    /// </summary>
    public bool CanRead(Field field, Viewer viewer) =>
        RuleOf(field)?.CanBeMetBy(viewer) is not false
        && (field.Type.Named is not ObjectType type || AccessRule.Of(RowsOf(type))?.CanBeMetBy(viewer) is not false);

    /// <inheritdoc/>
    protected override GraphQLError Refuse(Field field, object? session) => Refusal(ViewerOf(session));

    /// <summary>
    /// Of what is read for a purpose so much a request: what is past that is refused as a whole, and was not read.
    /// </summary>
    protected override GraphQLError? Bound(
        Field field, object? session, ReadOnlySpan<object> rows, bool[]? isRefused)
    {
        if (RuleOf(field)?.Policy is not { NeedsPurpose: true })
        {
            return null;
        }

        var reading = (DistributionSession)session!;
        var subjects = new List<RecordSubject>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (isRefused?[i] is not true
                && ((IRecordedSubject)rows[i]).SubjectFor(reading.Viewer, field) is { } subject)
            {
                subjects.Add(subject);
            }
        }

        return reading.TryReveal(subjects) ? null : RevealRefusal;
    }

    /// <summary>Whether reading the field leaves an access record: the schema says so with <c>@recorded</c>.</summary>
    protected override bool Notes(Field field) => field.AppliedDirectives.Any(d => d.Name.Value == "recorded");

    /// <inheritdoc/>
    protected override void Note(Field field, object? session, ReadOnlySpan<object> rows, bool[]? isRefused)
    {
        var reading = (DistributionSession)session!;
        for (var i = 0; i < rows.Length; i++)
        {
            if (isRefused is not null && isRefused[i])
            {
                continue;
            }

            if (rows[i] is IRecordedContent content)
            {
                reading.NoteRead(content);
            }
            else if (((IRecordedSubject)rows[i]).SubjectFor(reading.Viewer, field) is { } subject)
            {
                reading.NoteRead(subject);
            }
        }
    }

    /// <summary>What a caller is told who may not: nothing of what there would be.</summary>
    public static GraphQLError Refusal(Viewer viewer) => new(
        "The current user is not authorized to access this resource.",
        viewer.IsAuthenticated ? ErrorCode.NotAuthorized : ErrorCode.NotAuthenticated);

    /// <summary>What a caller is told who may, once he signs in again with a better method.</summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc9470#section-3"/>
    public static GraphQLError StepUpRefusal(StepUpRule rule) => new(
        "A more recent or stronger sign-in is needed for this resource.", ErrorCode.StepUpRequired)
    {
        Extensions = new Dictionary<string, object?>
        {
            ["acr_values"] = string.Join(' ', rule.AcrValues),
            ["max_age"] = (int)rule.MaxAge.TotalSeconds,
        },
    };

    /// <summary>What a caller is told who may, once he says what for.</summary>
    public static readonly GraphQLError PurposeRefusal = new(
        "What this is read for must be said, in the header \"Access-Purpose\" of a request over HTTP.",
        ErrorCode.PurposeRequired);

    /// <summary>What a caller is told who wants too much of it at once.</summary>
    public static readonly GraphQLError RevealRefusal = new(
        $"A request may reveal this of at most {DistributionSession.MaxRevealed} persons.",
        ErrorCode.RevealLimit);

    /// <summary>The type of the rows that a type holds: a connection's nodes, else its own.</summary>
    static NamedType RowsOf(ObjectType type) =>
        AccessRule.Of(type) is null && type.FieldsByName.TryGetValue("nodes", out var nodes) ? nodes.Type.Named : type;

    static Viewer ViewerOf(object? session) =>
        session is null ? Viewer.Nobody : ((DistributionSession)session).Viewer;

    static string HashOf(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    Field? SourceOf(InputValue input) =>
        _sources.GetOrAdd(input, static (key, owner) => InputSources.Of(owner, key), schema);

    AccessRule? RuleOf(Field field) => _rules.GetOrAdd(field, AccessRule.Of);
}
