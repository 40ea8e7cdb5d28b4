//! Numbers that measure nothing.

use crate::render::check;

#[track_caller]
fn none(text: &str) {
    check(text, "no quantity; no change");
}

#[test]
fn years_and_dates() {
    none("Joined in 2019 to rebuild the parcel router");
    none("Summer 2023 internship at a port operator");
    none("2021–2023");
    none("2021 - 2023: dispatch console");
    none("Worked from 2019 to 2022 on the clinic portal");
    none("Between 2019 and 2022 ran the clinic portal");
    none("Rewrote the 2014 batch importer");
    none("Hackathon winner 2022");
    none("In 2020 services were split by region");
    none("Since 2018 maintainer of the tide table");
    none("Delivered on 15.03.2021");
    none("Delivered on 2021-03-15");
    none("Delivered on 03/2021");
    none("Released on 12 May");
    none("Went live on May 12, 2020");
    none("Cut over on December 5th");
    none("Kept the Q3 2021 freeze");
}

#[test]
fn versions() {
    none("Moved the bidder to Java 17");
    none("Python 3.12 and Django 4.2");
    none("Added HTTP/2 to the proxy");
    none("Runs on PostgreSQL 16");
    none("Upgraded PostgreSQL from 11 to 15");
    none("Migrated the importer from Java 8 to 17");
    none("Ported the apps from Angular 9 to Angular 15");
    none("Java 8 → 21 for the fare engine");
    none("Released v2.4.1 of the SDK");
    none("Wrote version 3 of the protocol");
    none("Enforced TLS 1.3 on the tunnel");
    none("Signed in with OAuth 2.0");
    none("Wrote C++20 modules");
    none("Removed Python 2 scripts");
    none("Tested on Windows 10 machines");
}

#[test]
fn products_and_standards() {
    none("Stored scans in S3 and ran crons on EC2");
    none("Built an L7 proxy");
    none("Put checks at layer 7");
    none("Decoded H.264 on the camera");
    none("Hashed with SHA-256 and AES-256");
    none("Parsed HL7 messages in UTF-8");
    none("Read RFC 7231 and RFC 9110 closely");
    none("Passed ISO 27001 and SOC 2");
    none("Certified to IEC 61508 SIL 3");
    none("Worked on the 5G core");
    none("Ported the driver to x86 and ARM64");
    none("Wrote an i18n layer for B2B forms");
    none("Sold to Fortune 500 clients");
    none("Billing for tier 1 carriers");
    none("Analysed phase 2 trials");
    none("Moved Office 365 calendars");
}

#[test]
fn tickets_and_codes() {
    none("Closed OPS-1234");
    none("Fixed issue #4512");
    none("Merged PR 812");
    none("Patched CVE-2021-44228");
    none("Answered with 404 or 503");
    none("Traced HTTP 503s to the pool");
    none("Retried on 429s");
    none("Alerted on 5xx responses");
    none("Listens on port 8080");
    none("Reserved 10.0.0.0/8 for the lab");
    none("Mapped the register at 0x1F");
    none("Met GDPR article 17 requests");
}

#[test]
fn phones_grades_and_clocks() {
    none("+44 20 7946 0958");
    none("Call (555) 010-2345");
    none("GPA 3.8/4.0");
    none("GPA: 3.8");
    none("Graduated with a 3.8 GPA");
    none("Grade 1.3");
    none("Rated 4.8/5 in the store");
    none("Rated 4.8 stars in the store");
    none("Supported the plant 24/7");
    none("Supported the plant 24x7");
    none("Runs before 07:30 each day");
    none("Reports arrive by 6 am");
    none("Reports arrive by 6pm");
    none("Batch window opens at 02:00 UTC");
    none("Held 1:1 meetings and 1-on-1s");
    none("Ran a 50/50 traffic split");
}

#[test]
fn ordinals_and_idioms() {
    none("Won 3rd place");
    none("Ran 2nd-level support");
    none("Fixed it on the 99th attempt");
    none("Integrated third-party couriers");
    none("One of the first engineers");
    none("Wrote a one-off importer");
    none("Added one-click refunds");
    none("Built a two-way sync for wards");
    none("Chose two-phase commit");
    none("Added two-factor login");
    none("Added 2FA for nurses");
    none("Drew a three-tier architecture");
    none("Tested at three times forecast");
    none("Migrated with zero downtime");
    none("Moved to a zero-trust network");
    none("Rendered 3D scans");
    none("Owned day-2 operations");
}

#[test]
fn words_without_a_number() {
    none("Significantly improved performance");
    none("Handled millions of events");
    none("Served dozens of markets");
    none("Worked with several teams");
    none("Wrote Go to market tooling");
    none("Python, Java, Go, C++, SQL");
    none("");
    none("•");
}

#[test]
fn a_number_with_a_unit_beside_one_without() {
    check("In 2021 cut 40 indexes", r#"quantity "40 indexes" count 40 indexes count"#);
    check("Upgraded Java 8 on 14 plants", r#"quantity "14 plants" count 14 plants denominator"#);
    check("OPS-1234: dropped 3 retries", r#"quantity "3 retries" count 3 retries count"#);
    check("Waited 503 s for HTTP 503s", r#"quantity "503 s" time 503 duration"#);
    check("On call 24/7 for 9 tunnels", r#"quantity "9 tunnels" count 9 tunnels denominator"#);
}
