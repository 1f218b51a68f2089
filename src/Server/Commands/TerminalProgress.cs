using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Import;

namespace GraphApi.Server.Commands;

/// <summary>
/// Shows progress as one line that is written over; where the output is no terminal, only how it ended. Mutable.
/// </summary>
sealed class TerminalProgress(TextWriter output) : IProgress<SeedProgress>, IProgress<ImportProgress>, IDisposable
{
    readonly bool _overwrites = !Console.IsErrorRedirected;
    readonly Lock _lock = new();
    int _written;

    /// <inheritdoc/>
    public void Report(SeedProgress value)
    {
        lock (_lock)
        {
            var total = value.Total is { } rows ? $" of {rows:N0}" : "";
            Overwrite($"  {value.Table}: {value.Rows:N0}{total}");
        }
    }

    /// <inheritdoc/>
    public void Report(ImportProgress value)
    {
        lock (_lock)
        {
            Overwrite($"  {value.File}: {value.Lines:N0} lines");
        }
    }

    /// <summary>Ends with a line that stays.</summary>
    public void Finish(string line)
    {
        lock (_lock)
        {
            Overwrite("");
            output.WriteLine(line);
        }
    }

    /// <summary>Leaves the terminal at the start of an empty line.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Overwrite("");
        }
    }

    void Overwrite(string line)
    {
        if (_overwrites && (_written > 0 || line.Length > 0))
        {
            output.Write('\r' + line.PadRight(_written) + (line.Length == 0 ? "\r" : ""));
            _written = line.Length;
        }
    }
}
