using System.Text;
using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// An event that was executed and written once for many: all but the cursor, which is each subscriber's own. Immutable.
/// </summary>
/// <param name="Sequence">The change it is of.</param>
/// <param name="Payload">The response, with a stand-in for the cursor wherever that stands.</param>
/// <param name="StandIn">The stand-in: as long as the cursors of all who share it.</param>
/// <param name="Reads">What was read of content, for the access record of each.</param>
sealed record SharedEvent(
    long Sequence, ReadOnlyMemory<byte> Payload, string StandIn, IReadOnlyList<IRecordedContent> Reads)
{
    /// <summary>The response for one of them.</summary>
    public ReadOnlyMemory<byte> PayloadFor(string cursor)
    {
        var own = Payload.ToArray();
        var (old, mine) = (Encoding.ASCII.GetBytes(StandIn), Encoding.ASCII.GetBytes(cursor));
        if (old.Length != mine.Length)
        {
            throw new InvalidOperationException("Cursors of those who share an event are equally long.");
        }

        for (var at = own.AsSpan().IndexOf(old); at >= 0;)
        {
            mine.CopyTo(own.AsSpan(at));
            var next = own.AsSpan(at + mine.Length).IndexOf(old);
            at = next < 0 ? -1 : at + mine.Length + next;
        }

        return own;
    }
}
