namespace GraphApi.Distribution.Tests.Scenarios;

/// <summary>
/// The promises of the system about a product of the first center, small enough to be read at once: which step can be
/// taken by whom, and who can read what of it then. Mutable.
/// </summary>
/// <param name="audience">The partners on the list that it is for.</param>
sealed class ProductModel(IReadOnlySet<string> audience)
{
    static readonly string[] Releasers = ["supervisor", "director"];

    /// <summary>The state of the version that is worked on; null: there is none.</summary>
    public string? Draft { get; private set; } = "DRAFT";

    /// <summary>The number of the version in force; 0: none.</summary>
    public int Current { get; private set; }

    /// <summary>The number of the newest version.</summary>
    public int Newest { get; private set; } = 1;

    /// <summary>Whether its privacy review let the version that is worked on pass.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>Whether what was released was recalled.</summary>
    public bool IsRecalled { get; private set; }

    /// <summary>How many notices there are.</summary>
    public int Recalls { get; private set; }

    /// <summary>Whether a principal can take a step now.</summary>
    public bool CanTake(string step, string who) => (step, Draft) switch
    {
        ("submitForReview", "DRAFT") or ("resubmit", "CHANGES_REQUESTED") => who == "analyst",
        ("reviseDraft", "DRAFT" or "CHANGES_REQUESTED") => who == "analyst",
        ("concur", "IN_REVIEW") => who == "privacy-officer" && !HasPassed,
        ("requestChanges", "IN_REVIEW") => who is "privacy-officer" || Releasers.Contains(who),
        ("approve", "IN_REVIEW") => Releasers.Contains(who) && HasPassed,
        ("publish", "APPROVED") => Releasers.Contains(who),
        ("reopen", "APPROVED") => who == "analyst" || Releasers.Contains(who),
        ("cancel", "DRAFT" or "IN_REVIEW" or "CHANGES_REQUESTED" or "APPROVED") =>
            who == "analyst" || Releasers.Contains(who),
        ("createDraft", null) => who == "analyst" && Current > 0,
        ("recallProduct", _) => Releasers.Contains(who) && Current > 0 && !IsRecalled,
        _ => false,
    };

    /// <summary>Takes a step that can be taken.</summary>
    public void Take(string step)
    {
        switch (step)
        {
            case "submitForReview" or "resubmit":
                Draft = "IN_REVIEW";
                break;
            case "reviseDraft":
                HasPassed = false;
                break;
            case "concur":
                HasPassed = true;
                break;
            case "requestChanges":
                Draft = "CHANGES_REQUESTED";
                break;
            case "approve":
                Draft = "APPROVED";
                break;
            case "reopen":
                (Draft, HasPassed) = ("DRAFT", false);
                break;
            case "cancel":
                (Draft, HasPassed) = (null, false);
                break;
            case "publish":
                (Draft, HasPassed, Current, IsRecalled) = (null, false, Newest, false);
                break;
            case "createDraft":
                (Draft, Newest) = ("DRAFT", Newest + 1);
                break;
            case "recallProduct":
                (IsRecalled, Recalls) = (true, Recalls + 1);
                break;
        }
    }

    /// <summary>Whether a partner is on the list that it is for.</summary>
    public bool IsOf(string partner) => audience.Contains(partner);

    /// <summary>The number of the version that a partner reads; 0: there is no such product for him.</summary>
    public int NumberFor(string? partner) =>
        partner is not null && audience.Contains(partner) && !IsRecalled ? Current : 0;
}
