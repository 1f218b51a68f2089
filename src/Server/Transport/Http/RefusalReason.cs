namespace GraphApi.Server.Transport.Http;

/// <summary>Why a request does not reach the engine. <see cref="HttpStatus"/> says which status that is.</summary>
enum RefusalReason
{
    /// <summary>Its bytes, its headers or its JSON cannot be read, or lack what makes them safe to read.</summary>
    Unreadable,

    /// <summary>It can be read, and is no GraphQL request.</summary>
    Malformed,

    /// <summary>Its credentials are refused.</summary>
    Unauthenticated,

    /// <summary>It comes from a page that may not ask.</summary>
    Forbidden,

    /// <summary>Its sender has as many streams open as he may.</summary>
    TooMany,

    /// <summary>There are as many streams open as this node can have, or it is about to stop.</summary>
    Unavailable,

    /// <summary>It asks for a part of the schema that is not there.</summary>
    NotFound,

    /// <summary>Its method is neither GET nor POST.</summary>
    MethodNotAllowed,

    /// <summary>It accepts no media type that is served.</summary>
    NotAcceptable,

    /// <summary>It came too slowly.</summary>
    TooSlow,

    /// <summary>Its body, or the number of operations in it, is larger than allowed.</summary>
    TooLarge,

    /// <summary>Its body is of another media type or encoding than JSON in UTF-8.</summary>
    UnsupportedMediaType,
}
