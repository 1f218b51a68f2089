using System.Linq.Expressions;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting;

/// <summary>The versions in preparation, as far as somebody may see them.</summary>
static class Drafts
{
    /// <summary>All of them.</summary>
    public static Expression<Func<DistributionContext, IQueryable<ProductVersion>>> All { get; } =
        context => context.Set<ProductVersion>().Where(version =>
            version.State == VersionState.Draft
            || version.State == VersionState.InReview
            || version.State == VersionState.ChangesRequested
            || version.State == VersionState.Approved
            || version.State == VersionState.Scheduled);

    /// <summary>Those that the viewer wrote.</summary>
    public static Expression<Func<DistributionContext, IQueryable<ProductVersion>>> OfViewer { get; } =
        context => context.Set<ProductVersion>().Where(version =>
            (version.State == VersionState.Draft
                || version.State == VersionState.InReview
                || version.State == VersionState.ChangesRequested
                || version.State == VersionState.Approved
                || version.State == VersionState.Scheduled)
            && version.Authors.Any(author => author.PersonId == context.PersonId));
}
