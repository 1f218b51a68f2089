using GraphApi.Distribution.Jurisdictions;

namespace GraphApi.Distribution.Reference;

/// <summary>The fifty states, the District of Columbia and the five inhabited territories, by FIPS code.</summary>
static class JurisdictionTable
{
    /// <summary>All fifty-six, by FIPS code.</summary>
    public static readonly IReadOnlyList<JurisdictionReference> All =
    [
        State("01", "AL", "Alabama"), State("02", "AK", "Alaska"), State("04", "AZ", "Arizona"),
        State("05", "AR", "Arkansas"), State("06", "CA", "California"), State("08", "CO", "Colorado"),
        State("09", "CT", "Connecticut"), State("10", "DE", "Delaware"),
        new("11", "DC", "District of Columbia", JurisdictionKind.District),
        State("12", "FL", "Florida"), State("13", "GA", "Georgia"), State("15", "HI", "Hawaii"),
        State("16", "ID", "Idaho"), State("17", "IL", "Illinois"), State("18", "IN", "Indiana"),
        State("19", "IA", "Iowa"), State("20", "KS", "Kansas"), State("21", "KY", "Kentucky"),
        State("22", "LA", "Louisiana"), State("23", "ME", "Maine"), State("24", "MD", "Maryland"),
        State("25", "MA", "Massachusetts"), State("26", "MI", "Michigan"), State("27", "MN", "Minnesota"),
        State("28", "MS", "Mississippi"), State("29", "MO", "Missouri"), State("30", "MT", "Montana"),
        State("31", "NE", "Nebraska"), State("32", "NV", "Nevada"), State("33", "NH", "New Hampshire"),
        State("34", "NJ", "New Jersey"), State("35", "NM", "New Mexico"), State("36", "NY", "New York"),
        State("37", "NC", "North Carolina"), State("38", "ND", "North Dakota"), State("39", "OH", "Ohio"),
        State("40", "OK", "Oklahoma"), State("41", "OR", "Oregon"), State("42", "PA", "Pennsylvania"),
        State("44", "RI", "Rhode Island"), State("45", "SC", "South Carolina"), State("46", "SD", "South Dakota"),
        State("47", "TN", "Tennessee"), State("48", "TX", "Texas"), State("49", "UT", "Utah"),
        State("50", "VT", "Vermont"), State("51", "VA", "Virginia"), State("53", "WA", "Washington"),
        State("54", "WV", "West Virginia"), State("55", "WI", "Wisconsin"), State("56", "WY", "Wyoming"),
        Territory("60", "AS", "American Samoa"), Territory("66", "GU", "Guam"),
        Territory("69", "MP", "Northern Mariana Islands"), Territory("72", "PR", "Puerto Rico"),
        Territory("78", "VI", "U.S. Virgin Islands"),
    ];

    static JurisdictionReference State(string fips, string postal, string name) =>
        new(fips, postal, name, JurisdictionKind.State);

    static JurisdictionReference Territory(string fips, string postal, string name) =>
        new(fips, postal, name, JurisdictionKind.Territory);
}
