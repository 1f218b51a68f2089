using System.Buffers;
using BenchmarkDotNet.Attributes;
using GraphApi.Distribution;
using GraphApi.Engine;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.Validation;

namespace GraphApi.Benchmarks;

/// <summary>
/// What a document costs that was never seen before, stage by stage, and what one costs that is known. The names of the
/// methods are the rows of the table in bench/README.md.
/// </summary>
public class Documents : IDisposable
{
    /// <summary>The environment variable that names the folder of the documents.</summary>
    internal const string Folder = "GRAPHAPI_BENCH_DOCUMENTS";

    static readonly GraphQLRequest Known = new() { Document = "{ __typename }" };

    readonly DistributionModule _module = Subject.CreateModule();
    readonly ArrayBufferWriter<byte> _output = new();
    GraphQLEngine _engine = null!;
    string _text = "";
    DocumentNode _document = null!;

    /// <summary>The file's name, without extension.</summary>
    [Params("introspection", "portal")]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        _engine = Subject.CreateEngine(_module);
        _text = File.ReadAllText(
            Path.Combine(Environment.GetEnvironmentVariable(Folder)!, Document + ".graphql"));
        _document = Parser.Parse(_text, ParserLimits.Of(_engine.Options)).Document!;
        var (plan, errors) = _engine.Explain(_text);
        if (plan is null)
        {
            throw new InvalidOperationException(errors[0].Message);
        }
    }

    [Benchmark]
    public object Parse() => Parser.Parse(_text, ParserLimits.Of(_engine.Options));

    [Benchmark]
    public object Validate() => Validator.Validate(_engine.Schema, _document, _engine.Options);

    [Benchmark]
    public object? Plan() =>
        new PlannedDocument(_engine.Schema, _document, _engine.Options, _module.Authorizer).GetPlan(null).Plan;

    [Benchmark]
    public object? ParseValidatePlan()
    {
        var document = Parser.Parse(_text, ParserLimits.Of(_engine.Options)).Document!;
        return Validator.Validate(_engine.Schema, document, _engine.Options).Count > 0
            ? null
            : new PlannedDocument(_engine.Schema, document, _engine.Options, _module.Authorizer).GetPlan(null).Plan;
    }

    /// <summary>The plan of a known text is found.</summary>
    [Benchmark]
    public object? FindKnown() => _engine.Explain(_text).Plan;

    /// <summary><c>{ __typename }</c>, known, from request to response.</summary>
    [Benchmark]
    public async Task<int> RunTypeName()
    {
        var response = await _engine.ExecuteAsync(Known, CancellationToken.None);
        _output.ResetWrittenCount();
        response.WriteTo(_output);
        return _output.WrittenCount;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _module.DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }
}
