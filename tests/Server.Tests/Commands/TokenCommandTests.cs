using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GraphApi.Server.Tests.Commands;

/// <summary>Who can be whom, and where not.</summary>
public sealed class TokenCommandTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_token_and_nothing_else_is_printed()
    {
        var (code, output, error) = Print("partner-hospital", Development());

        var token = new JsonWebToken(output.TrimEnd());
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            ("at+jwt", "ES256", "partner-hospital", "https://graphapi.example/development"),
            (token.Typ, token.Alg, token.Subject, token.Issuer));
        Assert.Equal(["graphapi"], token.Audiences);
        Assert.Equal(TimeSpan.FromMinutes(5), token.ValidTo - token.ValidFrom);
    }

    [Fact]
    public void A_token_tells_of_a_sign_in_that_cannot_be_phished_only_where_that_is_asked_for()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var token = new JsonWebToken(Print("supervisor", Development(), isSteppedUp: true).Output.TrimEnd());
        var plain = new JsonWebToken(Print("supervisor", Development()).Output.TrimEnd());

        Assert.Equal("phr", token.GetClaim("acr").Value);
        Assert.InRange(token.GetPayloadValue<long>("auth_time"), before, before + 60);
        Assert.DoesNotContain(plain.Claims, claim => claim.Type is "acr" or "amr" or "auth_time");
    }

    [Fact]
    public void An_unknown_principal_is_named() => Assert.Equal(
        (2, "", "There is no principal 'nobody'. './run token --list' names them.\n"),
        Print("nobody", Development()));

    [Fact]
    public void Outside_development_no_token_is_given_out() => Assert.Equal(
        (2, "", "Tokens are given out in Development only.\n"),
        Print("partner-hospital", Development() with { IsDevelopment = false }));

    [Fact]
    public void Where_another_issuer_is_configured_no_token_is_given_out()
    {
        var options = Development();

        Assert.Equal(
            (2, "", "This server does not sign tokens itself: get one from the issuer that is configured.\n"),
            Print("partner-hospital", options with
            {
                Authentication = options.Authentication with { Authority = "https://login.example" },
            }));
    }

    [Fact]
    public void The_list_names_each_principal_once()
    {
        using var output = new StringWriter();

        TokenCommand.List(output);

        var names = output.ToString().TrimEnd().Split('\n').Select(line => line.Split(' ')[0]).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.Contains("partner-hospital", names);
        Assert.Contains("client-hsin", names);
    }

    ServerOptions Development() => ServerOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("DataDirectory", _folder)]).Build(), isDevelopment: true);

    static (int Code, string Output, string Error) Print(string name, ServerOptions options, bool isSteppedUp = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = TokenCommand.Print(name, 5, isSteppedUp, options, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
