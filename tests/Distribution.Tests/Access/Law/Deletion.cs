using System.Reflection;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Administration;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// What is left of a database once everything is deleted that one principal may not see: rows go, columns he may not
/// read and references to rows that are gone lose their value.
/// </summary>
sealed class Deletion
{
    static readonly MethodInfo Clone =
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    readonly Dictionary<Type, HashSet<Guid>> _seen = [];
    readonly List<IEntityType> _types;
    readonly RowBatch _rows;
    readonly OracleReader _reader;
    readonly OracleRows _oracle;

    Deletion(IModel model, RowBatch rows, OracleReader reader, OracleRows oracle)
    {
        _types =
        [
            .. model.GetEntityTypes()
                .Where(type => type.FindPrimaryKey() is not null && type.GetTableName() is not null),
        ];
        _rows = rows;
        _reader = reader;
        _oracle = oracle;
    }

    /// <summary>The rows that are left, by type.</summary>
    public static IReadOnlyDictionary<Type, IReadOnlyList<object>> Of(
        IModel model,
        RowBatch rows,
        OracleReader reader,
        OracleRows oracle) => new Deletion(model, rows, reader, oracle).Delete();

    Dictionary<Type, IReadOnlyList<object>> Delete()
    {
        foreach (var type in _types)
        {
            _seen[type.ClrType] = type.FindPrimaryKey()!.Properties is [{ ClrType: var key } id] && key == typeof(Guid)
                ? [.. _rows.Of(type.ClrType).Where(_oracle.Sees).Select(row => (Guid)id.PropertyInfo!.GetValue(row)!)]
                : [];
        }

        var left = _types.ToDictionary(
            type => type.ClrType,
            type => (IReadOnlyList<object>)
                [.. _rows.Of(type.ClrType).Where(row => IsLeft(type, row)).Select(row => Redact(type, row))]);
        LeaveOrganizationsOnLists(left);
        return left;
    }

    /// <summary>
    /// The server reads from memberships which organizations are on a list, and tells that to some who may not see the
    /// memberships, or not who the member is. What they are told is left: as a membership of the organization alone, or
    /// as a member of whom nothing but the organization is known.
    /// </summary>
    void LeaveOrganizationsOnLists(Dictionary<Type, IReadOnlyList<object>> left)
    {
        var seen = left[typeof(ListMembership)].Cast<ListMembership>().Select(membership => membership.Id).ToHashSet();
        foreach (var (membership, list, organization) in _oracle.OrganizationsOnLists(_rows.Of))
        {
            if (!_oracle.SeesOnList(list))
            {
                continue;
            }

            if (seen.Contains(membership.Id))
            {
                LeaveMember(membership, organization, left);
            }
            else if (_oracle.OrganizationsOnLists(type => left[type])
                .All(link => link.List.Id != list.Id || link.Organization != organization))
            {
                Add(left, Membership(list, organization, left));
            }
        }
    }

    void LeaveMember(ListMembership membership, Guid organization, Dictionary<Type, IReadOnlyList<object>> left)
    {
        if (membership.PersonId is { } person && !_seen[typeof(Person)].Contains(person))
        {
            AddOnce(left, Somebody(OracleColumns.Unknown(person), organization), somebody => somebody.Id);
        }
        else if (membership.ServiceClientId is { } client && !_seen[typeof(ServiceClient)].Contains(client))
        {
            AddOnce(left, Something(OracleColumns.Unknown(client), organization), something => something.Id);
        }
    }

    // A membership of his own organization is one he sees; that of somebody of it is not.
    ListMembership Membership(
        DistributionList list,
        Guid organization,
        Dictionary<Type, IReadOnlyList<object>> left)
    {
        var isOwn = organization == _reader.Organization;
        return new ListMembership
        {
            Id = OracleColumns.Unknown(OracleColumns.Both(list.Id, organization)),
            ListId = list.Id,
            CenterId = list.OwnerId,
            PersonId = isOwn ? AnotherOf(organization, left) : null,
            OrganizationId = isOwn ? null : organization,
            Role = MembershipRole.Member,
            State = MembershipState.Active,
            Basis = "",
            RequestedAt = default,
            CreatedAt = default,
            UpdatedAt = default,
        };
    }

    Guid AnotherOf(Guid organization, Dictionary<Type, IReadOnlyList<object>> left)
    {
        var seen = left[typeof(Person)].Cast<Person>()
            .FirstOrDefault(person => person.OrganizationId == organization && person.Id != _reader.Self);
        return seen?.Id
            ?? AddOnce(left, Somebody(OracleColumns.Unknown(organization), organization), person => person.Id).Id;
    }

    static Person Somebody(Guid id, Guid organization) => new()
    {
        Id = id,
        DisplayName = "",
        OrganizationId = organization,
        Citizenship = CitizenshipClass.Unknown,
        Status = PrincipalStatus.Active,
        CreatedAt = default,
        UpdatedAt = default,
    };

    static ServiceClient Something(Guid id, Guid organization) => new()
    {
        Id = id,
        ClientId = id.ToString(),
        OrganizationId = organization,
        SponsorId = id,
        Purpose = "",
        Scopes = [],
        TlpCeiling = Tlp.Clear,
        Attributes = [],
        State = ClientState.Revoked,
        ExpiresAt = default,
        CreatedAt = default,
        UpdatedAt = default,
    };

    static T AddOnce<T>(Dictionary<Type, IReadOnlyList<object>> left, T row, Func<T, Guid> id)
        where T : class
    {
        if (left[typeof(T)].Cast<T>().All(other => id(other) != id(row)))
        {
            Add(left, row);
        }

        return row;
    }

    static void Add<T>(Dictionary<Type, IReadOnlyList<object>> left, T row)
        where T : class => left[typeof(T)] = [.. left[typeof(T)], row];

    /// <summary>Seen, and, where the row is a link, both of its ends.</summary>
    bool IsLeft(IEntityType type, object row) =>
        _oracle.Sees(row)
        && ReferencesOf(type)
            .Where(reference => reference.Column.IsPrimaryKey())
            .All(reference => IsSeen(reference.Target, reference.Column.PropertyInfo!.GetValue(row)));

    object Redact(IEntityType type, object row)
    {
        var left = Clone.Invoke(row, null)!;
        // What is no property the database makes of what is.
        foreach (var property in type.GetProperties().Where(property => property.PropertyInfo is not null))
        {
            var value = property.PropertyInfo!.GetValue(row);
            if (!property.IsPrimaryKey() && !OracleColumns.Reads(_reader, _oracle, row, property))
            {
                property.PropertyInfo.SetValue(left, OracleColumns.Other(_reader, row, property, value));
            }
        }

        foreach (var (column, target) in ReferencesOf(type))
        {
            var value = column.PropertyInfo!.GetValue(row);
            if (!IsSeen(target, value) && !IsTold(row, column))
            {
                // A reference to what is hidden looks like none; where there has to be one, like one to nothing.
                column.PropertyInfo.SetValue(
                    left,
                    column.IsNullable && !IsOneOf(row) ? null : OracleColumns.Unknown((Guid)value!));
            }
        }

        NameWhomTheReferenceNames(left);
        return left;
    }

    // Whose it is stands in it twice: as a reference, and as whichever of the references is set.
    static void NameWhomTheReferenceNames(object left)
    {
        var (name, id) = left switch
        {
            Delivery row => (nameof(row.RecipientId), row.PersonId ?? row.OrganizationId ?? row.ServiceClientId),
            RecallResponse row => (nameof(row.RecipientId), row.PersonId ?? row.OrganizationId ?? row.ServiceClientId),
            Feedback row => (nameof(row.AuthorId), row.PersonId ?? row.ServiceClientId),
            _ => ("", null),
        };
        if (id is not null)
        {
            left.GetType().GetProperty(name)!.SetValue(left, id);
        }
    }

    // What was delivered or recalled is named by its id, whatever became of it; and who is told of a recall is told
    // that it is his, though he may have no rights left by which he knows himself.
    bool IsTold(object row, IProperty column) => row switch
    {
        Delivery => column.Name is nameof(Delivery.ProductId) or nameof(Delivery.VersionId),
        RecallNotice => column.Name is nameof(RecallNotice.ProductId),
        RecallResponse response => column.Name switch
        {
            nameof(response.PersonId) => response.PersonId == _reader.RecallPerson,
            nameof(response.OrganizationId) => response.OrganizationId == _reader.RecallEmployer,
            nameof(response.ServiceClientId) => response.ServiceClientId == _reader.RecallClient,
            _ => false,
        },
        _ => false,
    };

    bool IsSeen(IEntityType target, object? id) =>
        id is not Guid key || OracleColumns.Public.Contains(target.ClrType.Name) || _seen[target.ClrType].Contains(key);

    // Of several references one is set: the database insists. That an access grant is for one product it says itself.
    static bool IsOneOf(object row) =>
        row is ListMembership or PublicationRecipient or VersionRecipient or AdministrativeEvent or AccessGrant
            or Delivery or Receipt or RecallResponse or Feedback;

    // A right names an audience of any kind; OracleRows decides on that.
    static IEnumerable<(IProperty Column, IEntityType Target)> ReferencesOf(IEntityType type) =>
        from reference in type.GetForeignKeys()
        where reference.Properties.Count == 1 && reference.Properties[0].Name != "AudienceId"
        select (reference.Properties[0], reference.PrincipalEntityType);
}
