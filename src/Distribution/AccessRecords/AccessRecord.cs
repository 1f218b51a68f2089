using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// That one request gave somebody portions of one version, or something else that <see cref="AccessRecordKind"/> names.
/// Written before the answer leaves, never changed. Every column but the two hashes is part of the hash
/// (<see cref="AccessDigest"/>).
/// </summary>
sealed class AccessRecord : IGuardedRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The chain it is in.</summary>
    public required Guid ChainId { get; init; }

    /// <summary>Its place in the chain, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was read, UTC, in whole microseconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>What it speaks of.</summary>
    public required AccessRecordKind Kind { get; init; }

    /// <summary>How it left the server.</summary>
    public required AccessChannel Channel { get; init; }

    /// <summary>The person who read; null: none, or not known.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The machine client that read; null: none.</summary>
    public Guid? ServiceClientId { get; init; }

    /// <summary>The organization for which it was read; null: none.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>The <c>client_id</c> of the token: the application in between; null: the token has none.</summary>
    public string? ClientId { get; init; }

    /// <summary>Who acted for the reader, as the token's <c>act</c> names the subject; null: nobody.</summary>
    public string? Actor { get; init; }

    /// <summary>The <c>jti</c> of the token; null: it has none.</summary>
    public string? TokenId { get; init; }

    /// <summary>The operation's name; null: it has none.</summary>
    public string? OperationName { get; init; }

    /// <summary>SHA-256 of the document's text, 64 hexadecimal digits in lower case.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>What the reader said he reads for; null: nothing.</summary>
    public string? Purpose { get; init; }

    /// <summary>The version that was read or found; of records the version they are about; null: none.</summary>
    public Guid? VersionId { get; init; }

    /// <summary>The center that made the version, or the product; null where there is neither.</summary>
    public Guid? OriginatorId { get; init; }

    /// <summary>The ordinals of the portions, as a <see cref="PortionSet"/>; null where no content was read.</summary>
    public byte[]? Portions { get; init; }

    /// <summary>
    /// Of a read of records, whose they are or of which version; of contacts, the person; of the protected origin of a
    /// product, the product; of the reasons of a recall, the notice; of feedback that is read without a right to the
    /// version, the feedback; null: nothing besides the version.
    /// </summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What let the reader have it; null where it is not of a version.</summary>
    public AccessBasis? Basis { get; init; }

    /// <summary>The list, person, organization or center that was the audience; null: none.</summary>
    public Guid? AudienceId { get; init; }

    /// <summary>The grant it was read under; null: none.</summary>
    public Guid? GrantId { get; init; }

    /// <summary>The version of the rules that decided.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The W3C trace id of the request, as in the server's log; null: it has none.</summary>
    public string? TraceId { get; init; }

    /// <summary>
    /// Of a search, SHA-256 of the text that was looked for, 64 hexadecimal digits in lower case; else null.
    /// </summary>
    public string? SearchHash { get; init; }

    /// <summary>The hash of the record before it; for the first the chain's. 32 bytes.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>
    /// SHA-256 of <see cref="PreviousHash"/> and all of the above, 32 bytes. Set once, by <see cref="NodeChain"/>.
    /// </summary>
    public byte[] Hash { get; set; } = [];

    /// <inheritdoc/>
    public long Readable { get; init; }

    /// <summary>The chain.</summary>
    public AccessChain Chain { get; init; } = null!;

    /// <summary>The person, where there still is one.</summary>
    public Person? Person { get; init; }

    /// <summary>The machine client, where there still is one.</summary>
    public ServiceClient? ServiceClient { get; init; }

    /// <summary>The organization, where there still is one.</summary>
    public Organization? Organization { get; init; }

    /// <summary>The version, where there still is one.</summary>
    public ProductVersion? Version { get; init; }

    /// <summary>A moment in whole microseconds: PostgreSQL keeps no more, and a hash would not hold.</summary>
    public static DateTime Moment(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), at.Kind);
}

file sealed class AccessRecordMapping : IEntityTypeConfiguration<AccessRecord>
{
    public void Configure(EntityTypeBuilder<AccessRecord> builder)
    {
        builder.ToTable("access_records");
        builder.Ignore(row => row.Readable);
        builder.HasOne(r => r.Chain).WithMany().HasForeignKey(r => r.ChainId);
        // A record outlives what it speaks of: the database holds no foreign keys here.
        builder.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
        builder.HasOne(r => r.ServiceClient).WithMany().HasForeignKey(r => r.ServiceClientId);
        builder.HasOne(r => r.Organization).WithMany().HasForeignKey(r => r.OrganizationId);
        builder.HasOne(r => r.Version).WithMany().HasForeignKey(r => r.VersionId);
    }
}
