using System.Text.Json;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Response;

/// <summary>Writes the <c>errors</c> entry of a response.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Errors"/>
static class ErrorWriter
{
    /// <summary>Writes the errors as an array.</summary>
    public static void Write(IReadOnlyList<GraphQLError> errors, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            Write(error, writer);
        }

        writer.WriteEndArray();
    }

    static void Write(GraphQLError error, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations");
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", location.Line);
                writer.WriteNumber("column", location.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (error.Path is { } path)
        {
            WritePath(path, writer);
        }

        if (error.Code is not null || error.Coordinate is not null || error.Extensions is not null)
        {
            WriteExtensions(error, writer);
        }

        writer.WriteEndObject();
    }

    static void WritePath(ResponsePath path, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("path");
        foreach (var segment in path.ToSegments())
        {
            if (segment is int index)
            {
                writer.WriteNumberValue(index);
            }
            else
            {
                writer.WriteStringValue((string)segment);
            }
        }

        writer.WriteEndArray();
    }

    static void WriteExtensions(GraphQLError error, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("extensions");
        if (error.Code is { } code)
        {
            writer.WriteString("code", code);
        }

        if (error.Coordinate is { } coordinate)
        {
            writer.WriteString("coordinate", coordinate);
        }

        if (error.Extensions is { } extensions)
        {
            ExtensionsWriter.WriteMembers(extensions, writer);
        }

        writer.WriteEndObject();
    }
}
