namespace GraphApi.Engine.Caching;

/// <summary>
/// Something that stays where it can be found until a <see cref="Retention"/> takes it away. Mutable; thread-safe.
/// </summary>
public abstract class RetainedEntry
{
    const int MostUses = 7;
    int _uses;

    /// <summary>An entry that no retention has.</summary>
    /// <param name="hash">A hash of what it is found by, so that it is recognized when it comes back.</param>
    /// <param name="isUsed">Whether it is made because it is used now; false: its first use is still to come.</param>
    protected RetainedEntry(int hash, bool isUsed = true)
    {
        Hash = hash;
        _uses = isUsed ? 0 : -1;
        Node = new LinkedListNode<RetainedEntry>(this);
    }

    /// <summary>What it takes; at least 0. It may grow, which <see cref="Retention.Weigh"/> is to be told.</summary>
    public abstract long Weight { get; }

    /// <summary>Whether nobody can find it any more, so that its uses do not count.</summary>
    protected internal virtual bool IsAbandoned => false;

    internal int Hash { get; }

    /// <summary>Where it stands; its list is null before it is kept and after it has left.</summary>
    internal LinkedListNode<RetainedEntry> Node { get; }

    /// <summary>What the retention reckons it to weigh; guarded by its lock.</summary>
    internal long Counted { get; set; }

    /// <summary>
    /// Says that it was used once more. Takes no lock, allocates nothing, and writes nothing once it was used often.
    /// </summary>
    public void Use()
    {
        // A lost update only makes the entry look a little less wanted.
        var uses = _uses;
        if (uses < MostUses)
        {
            _uses = uses + 1;
        }
    }

    /// <summary>
    /// Takes it out of where it is found, if it is still there. Called under the lock of the retention: must be short
    /// and must not call it.
    /// </summary>
    protected internal abstract void Leave();

    /// <summary>Whether it was used since it was last asked; takes one use away.</summary>
    internal bool TakeUse()
    {
        if (_uses <= 0 || IsAbandoned)
        {
            return false;
        }

        _uses--;
        return true;
    }
}
