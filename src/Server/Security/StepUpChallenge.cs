using GraphApi.Engine.Errors;

namespace GraphApi.Server.Security;

/// <summary>
/// Says on the response how to sign in again, where a field was refused for want of a better sign-in.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9470#section-3"/>
static class StepUpChallenge
{
    /// <summary>Adds the challenge where one of the errors asks for it.</summary>
    public static void AddTo(HttpResponse response, IReadOnlyList<GraphQLError> errors)
    {
        // Most responses have no errors, and nothing is allocated for those.
        for (var i = 0; i < errors.Count; i++)
        {
            if (errors[i] is { Code: ErrorCode.StepUpRequired, Extensions: { } told })
            {
                response.Headers.WWWAuthenticate =
                    "Bearer error=\"insufficient_user_authentication\", "
                    + $"error_description=\"{errors[i].Message}\", "
                    + $"acr_values=\"{told["acr_values"]}\", max_age=\"{told["max_age"]}\"";
                return;
            }
        }
    }
}
