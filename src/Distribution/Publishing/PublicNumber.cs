using System.Globalization;
using System.Security.Cryptography;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// The number readers cite: center, year, and a serial that is drawn. Numbers that follow one another would tell how
/// much a center publishes, and which are withheld.
/// </summary>
static class PublicNumber
{
    // Without letters that are taken for digits.
    const string Characters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    const int SerialLength = 7;

    /// <summary>A number that no product has.</summary>
    public static async Task<string> DrawAsync(UnitOfWork work, Guid center, CancellationToken cancellationToken)
    {
        var name = await work.All<FusionCenter>().Where(row => row.Id == center).Select(row => row.ShortName)
            .SingleAsync(cancellationToken);
        while (true)
        {
            var number = string.Create(
                CultureInfo.InvariantCulture,
                $"{name}-{work.Now:yyyy}-{RandomNumberGenerator.GetString(Characters, SerialLength)}");
            if (!await work.All<Product>().AnyAsync(product => product.PublicNumber == number, cancellationToken))
            {
                return number;
            }
        }
    }
}
