namespace GraphApi.Distribution.Recalls;

/// <summary>What a recipient of a recall is asked to do.</summary>
enum RequiredAction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Not to use it any more.</summary>
    StopUse,

    /// <summary>To put the replacement in its place.</summary>
    Replace,

    /// <summary>To destroy every copy, and to say so.</summary>
    DestroyAndConfirm,

    /// <summary>To give every copy back.</summary>
    Return,

    /// <summary>To tell whom he passed it on to.</summary>
    NotifyOnwardRecipients,
}
