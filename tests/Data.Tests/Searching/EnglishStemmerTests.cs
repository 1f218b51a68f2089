using GraphApi.Data.Searching;
using GraphApi.Harness;
using Npgsql;

namespace GraphApi.Data.Tests.Searching;

public sealed class EnglishStemmerTests
{
    static readonly string[] Suffixes =
    [
        "", "s", "es", "ed", "ing", "ly", "y", "er", "able", "ness", "ation", "ational", "ment", "ement", "ful", "ous",
        "ously", "ive", "iveness", "ize", "izer", "ization", "ability", "ance", "ence", "ency", "ies", "ied", "eed",
        "eedly", "al", "ally", "ogy", "ogi", "ism", "ist", "ate", "ative", "icate", "ical", "less", "lessly", "e", "l",
        "ll", "us", "ss",
    ];

    [Fact]
    public async Task Every_word_of_the_documentation_and_many_more_have_the_stem_that_PostgreSQL_gives_them()
    {
        await using var database = await Postgres.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var create = new NpgsqlCommand(
            "CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, LANGUAGE = english)", connection))
        {
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var words = Vocabulary();
        await using var lexize = new NpgsqlCommand(
            "SELECT w, (ts_lexize('stems', w))[1] FROM unnest($1::text[]) AS w", connection);
        lexize.Parameters.AddWithValue(words);
        var wrong = new List<string>();
        await using var reader = await lexize.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var (word, stem) = (reader.GetString(0), reader.GetString(1));
            if (EnglishStemmer.Of(word) != stem)
            {
                wrong.Add($"{word}: {EnglishStemmer.Of(word)}, PostgreSQL {stem}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(words.Length, 50_000, int.MaxValue);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("as", "as")]
    [InlineData("2026s", "2026s")]
    [InlineData("evacuations", "evacu")]
    [InlineData("evacuate", "evacu")]
    [InlineData("says", "say")]
    public void A_word_has_a_stem(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Of(word));

    static string[] Vocabulary()
    {
        var plain = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("schema"), "*.graphql"))
            .SelectMany(file => Words.Of(File.ReadAllText(file)))
            .Select(word => word.Folded)
            .Where(word => word.All(char.IsAsciiLetter) && word.Length <= 20)
            .ToHashSet(StringComparer.Ordinal);
        string[] special =
        [
            "skis", "skies", "dying", "lying", "tying", "idly", "gently", "ugly", "early", "only", "singly", "sky",
            "news", "howe", "atlas", "cosmos", "bias", "andes", "innings", "outing", "canning", "herring", "earring",
            "proceed", "exceed", "succeed", "generously", "generic", "communism", "arsenal", "yellow", "sayyid", "bed",
            "shed", "shred", "ing", "ying", "gas", "this", "gaps", "kiwis", "ties", "cries", "cry", "by", "say",
        ];
        return
        [
            .. plain.Concat(special).Distinct(StringComparer.Ordinal)
                .SelectMany(word => Suffixes.Select(suffix => word + suffix))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
