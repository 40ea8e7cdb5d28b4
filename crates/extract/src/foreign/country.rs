//! Names of countries and their ISO 3166-1 alpha-2 codes.

/// Names in lower case, in byte order. States that share their name with a region elsewhere
/// (Georgia) are left out: their region is what a page usually means.
#[rustfmt::skip]
const COUNTRIES: &[(&str, &str)] = &[
    ("afghanistan", "AF"), ("albania", "AL"), ("algeria", "DZ"), ("andorra", "AD"),
    ("angola", "AO"), ("argentina", "AR"), ("armenia", "AM"), ("australia", "AU"),
    ("austria", "AT"), ("azerbaijan", "AZ"), ("bahamas", "BS"), ("bahrain", "BH"),
    ("bangladesh", "BD"), ("barbados", "BB"), ("belarus", "BY"), ("belgium", "BE"),
    ("belize", "BZ"), ("benin", "BJ"), ("bhutan", "BT"), ("bolivia", "BO"),
    ("bosnia and herzegovina", "BA"), ("botswana", "BW"), ("brazil", "BR"), ("brunei", "BN"),
    ("bulgaria", "BG"), ("burkina faso", "BF"), ("burundi", "BI"), ("cambodia", "KH"),
    ("cameroon", "CM"), ("canada", "CA"), ("cape verde", "CV"), ("chad", "TD"), ("chile", "CL"),
    ("china", "CN"), ("colombia", "CO"), ("costa rica", "CR"), ("croatia", "HR"), ("cuba", "CU"),
    ("cyprus", "CY"), ("czech republic", "CZ"), ("czechia", "CZ"), ("denmark", "DK"),
    ("deutschland", "DE"), ("dominican republic", "DO"), ("ecuador", "EC"), ("egypt", "EG"),
    ("el salvador", "SV"), ("england", "GB"), ("eritrea", "ER"), ("españa", "ES"),
    ("estonia", "EE"), ("eswatini", "SZ"), ("ethiopia", "ET"), ("fiji", "FJ"), ("finland", "FI"),
    ("france", "FR"), ("gabon", "GA"), ("gambia", "GM"), ("germany", "DE"), ("ghana", "GH"),
    ("great britain", "GB"), ("greece", "GR"), ("guatemala", "GT"), ("guinea", "GN"),
    ("guyana", "GY"), ("haiti", "HT"), ("honduras", "HN"), ("hong kong", "HK"),
    ("hrvatska", "HR"), ("hungary", "HU"), ("iceland", "IS"), ("india", "IN"),
    ("indonesia", "ID"), ("iran", "IR"), ("iraq", "IQ"), ("ireland", "IE"), ("israel", "IL"),
    ("italia", "IT"), ("italy", "IT"), ("ivory coast", "CI"), ("jamaica", "JM"), ("japan", "JP"),
    ("jordan", "JO"), ("kazakhstan", "KZ"), ("kenya", "KE"), ("kosovo", "XK"), ("kuwait", "KW"),
    ("kyrgyzstan", "KG"), ("laos", "LA"), ("latvia", "LV"), ("lebanon", "LB"), ("lesotho", "LS"),
    ("liberia", "LR"), ("libya", "LY"), ("liechtenstein", "LI"), ("lithuania", "LT"),
    ("luxembourg", "LU"), ("madagascar", "MG"), ("malawi", "MW"), ("malaysia", "MY"),
    ("maldives", "MV"), ("mali", "ML"), ("malta", "MT"), ("mauritania", "MR"),
    ("mauritius", "MU"), ("mexico", "MX"), ("moldova", "MD"), ("monaco", "MC"),
    ("mongolia", "MN"), ("montenegro", "ME"), ("morocco", "MA"), ("mozambique", "MZ"),
    ("myanmar", "MM"), ("namibia", "NA"), ("nepal", "NP"), ("netherlands", "NL"),
    ("new zealand", "NZ"), ("nicaragua", "NI"), ("niger", "NE"), ("nigeria", "NG"),
    ("north macedonia", "MK"), ("northern ireland", "GB"), ("norway", "NO"), ("oman", "OM"),
    ("pakistan", "PK"), ("palestine", "PS"), ("panama", "PA"), ("paraguay", "PY"), ("peru", "PE"),
    ("philippines", "PH"), ("poland", "PL"), ("polska", "PL"), ("portugal", "PT"),
    ("qatar", "QA"), ("romania", "RO"), ("russia", "RU"), ("rwanda", "RW"),
    ("saudi arabia", "SA"), ("schweiz", "CH"), ("scotland", "GB"), ("senegal", "SN"),
    ("serbia", "RS"), ("sierra leone", "SL"), ("singapore", "SG"), ("slovakia", "SK"),
    ("slovenia", "SI"), ("somalia", "SO"), ("south africa", "ZA"), ("south korea", "KR"),
    ("south sudan", "SS"), ("spain", "ES"), ("sri lanka", "LK"), ("sudan", "SD"),
    ("suriname", "SR"), ("sweden", "SE"), ("switzerland", "CH"), ("syria", "SY"),
    ("taiwan", "TW"), ("tajikistan", "TJ"), ("tanzania", "TZ"), ("thailand", "TH"),
    ("the netherlands", "NL"), ("togo", "TG"), ("tunisia", "TN"), ("turkey", "TR"),
    ("turkmenistan", "TM"), ("türkiye", "TR"), ("uae", "AE"), ("uganda", "UG"), ("uk", "GB"),
    ("ukraine", "UA"), ("united arab emirates", "AE"), ("united kingdom", "GB"),
    ("united states", "US"), ("united states of america", "US"), ("uruguay", "UY"), ("usa", "US"),
    ("uzbekistan", "UZ"), ("venezuela", "VE"), ("vietnam", "VN"), ("wales", "GB"),
    ("yemen", "YE"), ("zambia", "ZM"), ("zimbabwe", "ZW"), ("österreich", "AT"),
];

/// The code of a country by its name.
pub(super) fn code(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches('.').to_lowercase();
    let at = COUNTRIES.binary_search_by_key(&name.as_str(), |(known, _)| known).ok()?;
    Some(COUNTRIES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found() {
        assert!(COUNTRIES.is_sorted_by_key(|(name, _)| name));
        for (name, expected) in [
            ("Croatia", Some("HR")),
            ("UNITED STATES", Some("US")),
            ("the Netherlands", Some("NL")),
            ("Österreich", Some("AT")),
            ("CA", None),
            ("Georgia", None),
            ("Zagreb", None),
            ("", None),
        ] {
            assert_eq!(code(name), expected, "{name}");
        }
    }
}
