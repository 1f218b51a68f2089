namespace GraphApi.Distribution.Lists;

/// <summary>How one gets on a list.</summary>
enum JoinPolicy
{
    /// <summary>By invitation; the list is not in the directory.</summary>
    InviteOnly,

    /// <summary>On request, decided by a list manager.</summary>
    Request,

    /// <summary>Any vetted active partner.</summary>
    OpenToVetted,
}
