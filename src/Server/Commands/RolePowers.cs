using System.Data.Common;
using GraphApi.Distribution;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Commands;

/// <summary>
/// Makes sure that the server serves as a role of PostgreSQL that owns nothing, so that no fault of it can change the
/// tables or what is append-only. In Development it only says so.
/// </summary>
static class RolePowers
{
    /// <summary>
    /// Refuses to begin where the role is too powerful already: throws a <see cref="ConfigurationException"/>. A
    /// database that does not answer yet is checked later.
    /// </summary>
    public static async Task RefuseAsync(
        DistributionModule module, ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await CheckAsync(module, options, logger: null, cancellationToken);
        }
        catch (DbException)
        {
            // It is said, and tried again, once the server answers.
        }
    }

    /// <summary>Refuses a role that is too powerful, or in Development warns of it.</summary>
    public static async Task CheckAsync(
        DistributionModule module, ServerOptions options, ILogger? logger, CancellationToken cancellationToken)
    {
        var powers = await module.FindRolePowersAsync(cancellationToken);
        if (powers.Count == 0)
        {
            return;
        }

        var list = string.Join(", ", powers);
        if (!options.IsDevelopment)
        {
            throw new ConfigurationException(
                [$"ConnectionStrings:Distribution must be a role that owns nothing, but it {list} "
                    + "(docs/operations.md, Roles of PostgreSQL)."]);
        }

        if (logger is not null)
        {
            Log.RoleTooPowerful(logger, list);
        }
    }
}
