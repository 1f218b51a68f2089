namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Something in which we and graphql-js differ on purpose.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Document">A document of which both say different things for this reason alone.</param>
/// <param name="Schema">What the document is validated against.</param>
sealed record Difference(string Reason, string Document, OracleSchema Schema)
{
    /// <summary>Whether an error of a verdict is one that we report for the reason and graphql-js does not.</summary>
    public Func<JudgedError, Verdict, bool> IsOursAlone { get; init; } = (_, _) => false;

    /// <summary>Whether an error of a verdict is one that graphql-js reports for the reason and we do not.</summary>
    public Func<JudgedError, Verdict, bool> IsTheirsAlone { get; init; } = (_, _) => false;

    /// <summary>An error without what is worded differently for the reason.</summary>
    public Func<JudgedError, JudgedError> Reword { get; init; } = error => error;

    /// <summary>Both verdicts without what they differ in for the reason.</summary>
    public (Verdict Theirs, Verdict Ours) Settle(Verdict theirs, Verdict ours)
    {
        var our = ours.Errors!.Select(Reword).ToList();

        // Where a rule of graphql-js fails, nothing is known of its other errors.
        if (theirs.Errors is null)
        {
            return our.Exists(error => IsOursAlone(error, ours)) ? (ours, ours) : (theirs, ours);
        }

        var their = theirs.Errors.Select(Reword).ToList();
        var common = new List<JudgedError>(our.Intersect(their));
        return (
            theirs with { Errors = [.. their.Where(e => common.Contains(e) || !IsTheirsAlone(e, theirs))] },
            ours with { Errors = [.. our.Where(e => common.Contains(e) || !IsOursAlone(e, ours))] });
    }
}
