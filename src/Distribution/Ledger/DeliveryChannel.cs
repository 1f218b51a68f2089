namespace GraphApi.Distribution.Ledger;

/// <summary>How a recipient gets what is delivered to him.</summary>
enum DeliveryChannel
{
    /// <summary>A person finds it in his feed.</summary>
    Portal,

    /// <summary>A machine client pulls it.</summary>
    Api,
}
