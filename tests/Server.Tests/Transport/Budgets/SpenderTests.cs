using System.Net;
using System.Security.Claims;
using GraphApi.Server.Transport.Budgets;

namespace GraphApi.Server.Tests.Transport.Budgets;

public sealed class SpenderTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    public void Addresses_of_one_network_are_one_spender(string one, string other) =>
        Assert.Equal(Spender.Of(null, IPAddress.Parse(one)), Spender.Of(null, IPAddress.Parse(other)));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    [InlineData("192.0.2.1", "c000:201::")]
    [InlineData("0.0.0.0", "::")]
    public void Addresses_of_two_networks_are_two(string one, string other) =>
        Assert.NotEqual(Spender.Of(null, IPAddress.Parse(one)), Spender.Of(null, IPAddress.Parse(other)));

    [Fact]
    public void Whom_a_token_names_is_one_spender_wherever_he_is()
    {
        var here = Spender.Of(Principal("https://a.example", "alpha"), IPAddress.Loopback);
        var there = Spender.Of(Principal("https://a.example", "alpha"), IPAddress.IPv6Loopback);

        Assert.Equal(here, there);
        Assert.False(here.IsAnonymous);
        Assert.NotEqual(here, Spender.Of(Principal("https://a.example", "beta"), IPAddress.Loopback));
        Assert.NotEqual(here, Spender.Of(Principal("https://b.example", "alpha"), IPAddress.Loopback));
    }

    [Fact]
    public void Without_a_subject_or_an_address_nobody_is_somebody()
    {
        Assert.True(Spender.Of(new ClaimsPrincipal(), IPAddress.Loopback).IsAnonymous);
        Assert.Equal(default, Spender.Of(null, null));
    }

    static ClaimsPrincipal Principal(string issuer, string subject) =>
        new(new ClaimsIdentity([new Claim("iss", issuer), new Claim("sub", subject)], "test"));
}
