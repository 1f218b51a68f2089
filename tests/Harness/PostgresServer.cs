using System.Diagnostics;
using Npgsql;

namespace GraphApi.Harness;

/// <summary>
/// A private PostgreSQL on a unix socket in a directory of its own, without durability. It dies with this process,
/// however that ends: a shell holds the other end of a pipe and stops it when the pipe closes.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string Programs = "/usr/lib/postgresql/15/bin";
    readonly string _directory;
    Process? _watcher;

    PostgresServer(string directory)
    {
        _directory = directory;
    }

    /// <summary>Whether the programs are on this machine.</summary>
    public static bool IsInstalled => File.Exists($"{Programs}/initdb");

    /// <summary>Connects as the superuser to the maintenance database.</summary>
    public string ConnectionString =>
        $"Host={_directory};Username=postgres;Database=postgres;Timeout=15;Maximum Pool Size=40";

    /// <summary>Makes a cluster and starts it.</summary>
    public static async Task<PostgresServer> CreateAsync()
    {
        var directory = Directory.CreateTempSubdirectory("graphapi-pg-").FullName;
        var server = new PostgresServer(directory);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", directory);
        }

        await RunAsServerUserAsync(
            $"{Programs}/initdb", "-D", $"{directory}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--locale=C", "--no-sync");
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it (again) and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var postgres = $"{Programs}/postgres -D {_directory}/data -k {_directory} -h '' -c fsync=off " +
            "-c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB " +
            "-c autovacuum=off -c log_min_messages=fatal";
        // The postmaster ends its sessions and itself at SIGINT; the shell waits, so that a restart finds no rest.
        var script = $"{postgres} </dev/null >{_directory}/log 2>&1 & pid=$!; "
            + "cat >/dev/null; kill -INT $pid; wait $pid";
        _watcher = Process.Start(AsServerUser("sh", "-c", script, redirectInput: true))!;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_watcher.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>
    /// Stops it as a crash of the machine would look from outside: sessions end, then nobody listens.
    /// </summary>
    public async Task StopAsync()
    {
        if (_watcher is not null)
        {
            _watcher.StandardInput.Close();
            await _watcher.WaitForExitAsync();
            _watcher.Dispose();
            _watcher = null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync();
        Delete();
    }

    internal void Kill()
    {
        _watcher?.StandardInput.Close();
        _watcher?.WaitForExit(5000);
        Delete();
    }

    void Delete()
    {
        try
        {
            Directory.Delete(_directory, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{_directory} stays: {problem.Message}");
        }
    }

    static Task RunAsServerUserAsync(string program, params string[] arguments) =>
        RunAsync(AsServerUser(program, arguments));

    static ProcessStartInfo AsServerUser(string program, string first, string second, bool redirectInput)
    {
        var start = AsServerUser(program, [first, second]);
        start.RedirectStandardInput = redirectInput;
        return start;
    }

    /// <summary>PostgreSQL refuses to run as root: there it runs as the user the package made.</summary>
    static ProcessStartInfo AsServerUser(string program, string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments])
            {
                WorkingDirectory = "/",
            }
            : new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" };

    static Task RunAsync(string program, params string[] arguments) =>
        RunAsync(new ProcessStartInfo(program, arguments));

    static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{start.FileName} ended with {process.ExitCode}: {errors}{await output}");
        }
    }
}
