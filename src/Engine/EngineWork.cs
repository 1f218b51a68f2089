namespace GraphApi.Engine;

/// <summary>
/// What an engine has done for documents it did not know, and for no others: tests bound the work of an attack by it,
/// so that they need no clock. Mutable and shared by requests; its numbers only grow.
/// </summary>
sealed class EngineWork
{
    long _tokens;
    long _validation;
    long _selections;
    long _steps;

    /// <summary>Lexical tokens read.</summary>
    public long Tokens => Interlocked.Read(ref _tokens);

    /// <summary>
    /// Nodes that validation entered, spreads it followed, fields it collected and compared.
    /// </summary>
    public long Validation => Interlocked.Read(ref _validation);

    /// <summary>Selections visited by planning.</summary>
    public long Selections => Interlocked.Read(ref _selections);

    /// <summary>Steps planned.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Adds what a phase did.</summary>
    public void Add(int tokens = 0, int validation = 0, int selections = 0, int steps = 0)
    {
        Interlocked.Add(ref _tokens, tokens);
        Interlocked.Add(ref _validation, validation);
        Interlocked.Add(ref _selections, selections);
        Interlocked.Add(ref _steps, steps);
    }
}
