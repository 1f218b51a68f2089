using GraphApi.Distribution.Lists;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// A whole set of demonstration data, in batches of bounded size whose rows refer only to rows before them or beside
/// them. The same size and day give the same rows.
/// </summary>
static class SyntheticSet
{
    const int RowsPerBatch = 40_000;

    /// <summary>The batches of a set; memory is bounded where each is written before the next is taken.</summary>
    public static IEnumerable<RowBatch> Batches(SeedFrame frame)
    {
        var batch = new RowBatch();
        var organizations = OrganizationRows.Add(frame, batch);
        CenterRows.Add(frame, batch);
        var partners = PeopleRows.AddPartners(frame, organizations, batch);
        PeopleRows.AddStaff(frame, batch);
        LiaisonRows.Add(frame, organizations, partners, batch);
        var lists = ListRows.Add(frame, batch);
        ClientRows.Add(frame, organizations, partners, batch);
        ResourceRows.Add(frame, batch);
        var audience = new RecallAudience(frame, batch);
        yield return batch;

        batch = new RowBatch();
        var memberships = new MembershipRows(frame, organizations, partners);
        for (var list = 0; list < memberships.Lists; list++)
        {
            var before = batch.Of(typeof(ListMembership)).Count;
            memberships.Add(list, batch);
            audience.Add(batch.Of(typeof(ListMembership)).Skip(before).Cast<ListMembership>());
            if (batch.Count >= RowsPerBatch)
            {
                yield return batch;
                batch = new RowBatch();
            }
        }

        foreach (var product in Products(frame, lists, organizations, partners))
        {
            ProductWriter.Add(frame, product, audience, batch);
            if (batch.Count >= RowsPerBatch)
            {
                yield return batch;
                batch = new RowBatch();
            }
        }

        yield return batch;
    }

    static IEnumerable<ProductSpec> Products(
        SeedFrame frame,
        DistributionList[][] lists,
        IReadOnlyList<SyntheticOrganization> organizations,
        IReadOnlyList<SyntheticPerson> partners)
    {
        var scenarios = Scenarios.All(frame, lists);
        foreach (var scenario in scenarios)
        {
            yield return scenario;
        }

        var generator = new ProductGenerator(frame, lists, organizations, partners);
        for (var index = scenarios.Count; index < frame.Plan.Products; index++)
        {
            yield return generator.Draw(index);
        }
    }
}
