using Npgsql;

namespace GraphApi.Peer;

/// <summary>Who asks: the audiences he is in and the requirements he does not meet.</summary>
sealed record PeerViewer(Guid[] Audiences, Guid[] Lists, long Lacks)
{
    /// <summary>Reads a partner user who holds no special attributes but that of a US person.</summary>
    public static async Task<PeerViewer> LoadAsync(NpgsqlDataSource database, string subject)
    {
        await using var command = database.CreateCommand(
            """
            WITH p AS (SELECT id, organization_id, citizenship FROM people WHERE subject = $1),
                 l AS (SELECT DISTINCT d.id
                       FROM list_memberships m JOIN distribution_lists d ON d.id = m.list_id, p
                       WHERE m.state = 'Active' AND d.state = 'Active'
                         AND (m.expires_at IS NULL OR m.expires_at > now())
                         AND (m.person_id = p.id OR m.organization_id = p.organization_id)),
                 c AS (SELECT DISTINCT d.client_audience_id AS id
                       FROM organization_clients oc
                       JOIN list_memberships m ON m.organization_id = oc.organization_id AND m.state = 'Active'
                       JOIN distribution_lists d ON d.id = m.list_id AND d.state = 'Active', p
                       WHERE oc.client_id = p.organization_id AND d.client_audience_id IS NOT NULL)
            SELECT ARRAY(SELECT id FROM l UNION SELECT id FROM c UNION SELECT id FROM p UNION SELECT organization_id FROM p),
                   ARRAY(SELECT id FROM l),
                   (SELECT citizenship FROM p)
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = subject });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        const long everyTlp = 0b1111;
        const long usPerson = 1L << 10;
        const long notContractor = 1L << 13;
        var holds = everyTlp | (reader.GetString(2) == "UsPerson" ? usPerson : 0) | notContractor;
        Guid[] audiences = [.. reader.GetFieldValue<Guid[]>(0), new("00000000-0000-4000-8000-000000000001")];
        return new PeerViewer(audiences, reader.GetFieldValue<Guid[]>(1), ~holds);
    }
}
