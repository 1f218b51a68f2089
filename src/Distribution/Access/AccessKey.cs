namespace GraphApi.Distribution.Access;

/// <summary>
/// Which policies a viewer can meet at all and which roles he holds: viewers with equal keys can use the same part of
/// the schema, so that what is made of it is made once for all of them.
/// </summary>
/// <param name="Policies">A bit for each of <see cref="Access.Policies.All"/>.</param>
/// <param name="Roles">A bit for each <see cref="PersonRole"/>.</param>
readonly record struct AccessKey(UInt128 Policies, ulong Roles)
{
    /// <summary>The key of a viewer.</summary>
    public static AccessKey Of(Viewer viewer)
    {
        var policies = UInt128.Zero;
        for (var i = 0; i < Access.Policies.All.Count; i++)
        {
            policies |= Access.Policies.All[i].CanBeMetBy(viewer) ? UInt128.One << i : UInt128.Zero;
        }

        return new AccessKey(policies, viewer.Roles.Aggregate(0UL, (roles, held) => roles | (1UL << (int)held.Role)));
    }
}
