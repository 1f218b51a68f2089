using GraphApi.Distribution.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.Access;

/// <summary>A list that a machine client may receive from, where it or its organization is a member.</summary>
sealed class ServiceClientList
{
    /// <summary>The client.</summary>
    public required Guid ServiceClientId { get; init; }

    /// <summary>The list.</summary>
    public required Guid ListId { get; init; }

    /// <summary>The client.</summary>
    public ServiceClient ServiceClient { get; init; } = null!;

    /// <summary>The list.</summary>
    public DistributionList List { get; init; } = null!;
}

file sealed class ServiceClientListMapping : IEntityTypeConfiguration<ServiceClientList>
{
    public void Configure(EntityTypeBuilder<ServiceClientList> builder)
    {
        builder.ToTable("service_client_lists");
        builder.HasKey(s => new { s.ServiceClientId, s.ListId });
        builder.HasOne(l => l.ServiceClient).WithMany(c => c.Lists).HasForeignKey(l => l.ServiceClientId);
        builder.HasOne(l => l.List).WithMany().HasForeignKey(l => l.ListId);
    }
}
