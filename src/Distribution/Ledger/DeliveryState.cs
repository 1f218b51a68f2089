namespace GraphApi.Distribution.Ledger;

/// <summary>What became of a delivery. It is not stored: what has happened since says it.</summary>
enum DeliveryState
{
    /// <summary>It takes effect later.</summary>
    Queued,

    /// <summary>The recipient can read it.</summary>
    Delivered,

    /// <summary>The recipient read something of it.</summary>
    Opened,

    /// <summary>The recipient said that it arrived.</summary>
    Acknowledged,
}
