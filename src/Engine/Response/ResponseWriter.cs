using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Engine.Response;

/// <summary>Writes responses as UTF-8 JSON, depth first over the settled batches, straight to a pipe.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Serialization-Format"/>
static class ResponseWriter
{
    // Relaxed: the media types are JSON's own, never HTML, and partners read names in many scripts.
    static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // A writer of JSON is larger than most responses. One that failed midway is not used again.
    [ThreadStatic]
    static Utf8JsonWriter? _idle;

    static readonly ArrayBufferWriter<byte> Nowhere = new();

    static readonly JsonEncodedText ErrorsKey = JsonEncodedText.Encode("errors");

    static readonly JsonEncodedText DataKey = JsonEncodedText.Encode("data");

    public static void Write(GraphQLResponse response, IBufferWriter<byte> output)
    {
        var writer = Begin(output);
        writer.WriteStartObject();
        if (response.Errors.Count > 0)
        {
            writer.WritePropertyName(ErrorsKey);
            ErrorWriter.Write(response.Errors, writer);
        }

        if (response.Root is { } root)
        {
            writer.WritePropertyName(DataKey);
            if (root.IsNulled(0))
            {
                writer.WriteNullValue();
            }
            else
            {
                WriteRow(root, 0, writer);
            }
        }

        else if (response.Kind == ResponseKind.Executed)
        {
            writer.WriteNull(DataKey);
        }

        if (response.Extensions is { Count: > 0 } extensions)
        {
            writer.WriteStartObject("extensions"u8);
            ExtensionsWriter.WriteMembers(extensions, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        End(writer);
    }

    /// <summary>Writes errors as an array.</summary>
    public static void WriteErrors(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        var writer = Begin(output);
        ErrorWriter.Write(errors, writer);
        End(writer);
    }

    static Utf8JsonWriter Begin(IBufferWriter<byte> output)
    {
        var writer = _idle ?? new Utf8JsonWriter(Nowhere, Options);
        _idle = null;
        writer.Reset(output);
        return writer;
    }

    static void End(Utf8JsonWriter writer)
    {
        writer.Flush();
        writer.Reset(Nowhere);
        _idle = writer;
    }

    static void WriteRow(ObjectBatch batch, int row, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var column in batch.Columns)
        {
            if (column is not null)
            {
                writer.WritePropertyName(column.Field.EncodedKey);
                WriteValue(column, row, writer);
            }
        }

        writer.WriteEndObject();
    }

    static void WriteValue(FieldColumn column, int row, Utf8JsonWriter writer)
    {
        switch (column)
        {
            case LeafColumn leaf:
                leaf.Write(writer, row);
                break;
            case TypeNameColumn name:
                writer.WriteStringValue(name.Field.TypeName!.Value);
                break;
            case ObjectColumn objects:
                WriteLevel(objects, objects.Values, row, writer);
                break;
            case ValueColumn values:
                values.Field.StepLeaf!.TryWrite(writer, values.Values[row]);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    static void WriteLevel(ObjectColumn column, Completed level, int entry, Utf8JsonWriter writer)
    {
        if (level.IsNull(entry))
        {
            writer.WriteNullValue();
            return;
        }

        if (level is CompletedObjects objects)
        {
            WriteRow(column.Targets[objects.TargetOf(entry)], objects.RowOf(entry), writer);
            return;
        }

        var list = (CompletedList)level;
        var (start, length) = list.RangeOf(entry);
        writer.WriteStartArray();
        for (var item = start; item < start + length; item++)
        {
            WriteLevel(column, list.Items, item, writer);
        }

        writer.WriteEndArray();
    }
}
