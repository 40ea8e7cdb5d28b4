//! Everyday sentences that use the words of a technique and mean something else.

use crate::render::check;

#[test]
fn everyday_words_name_no_technique() {
    for text in [
        "Deployed at least once a week",
        "Built consensus among three teams",
        "A raft of changes to the checkout",
        "Led conflict resolution training",
        "Cut processing time of claims by 30%",
        "Ran services at scale in AWS",
        "Wrote transactional emails for 40 shops",
        "Supplied parts to the automotive supply chain",
        "Built an online store for shoes",
        "Tracked baggage at 4 airports",
        "Read through the docs",
        "Can report stock at any point in time",
        "Managed real-estate leases",
        "Allocated budget and seats",
        "Reduced context switching for the team",
        "Never missed deadlines",
        "Improved lead time of suppliers",
        "Pushes back on scope when needed",
        "Read RSS feeds",
        "Scheduled robot vacuums",
        "Built REST APIs with the Gin framework",
        "Hosted a Wi-Fi hotspot portal",
        "Fine-tuned queries",
        "Preemptively fixed issues",
        "Backlog refinement and estimation",
        "Issues stemming from bad input",
        "Ranks results for shoppers",
        "Exported job postings",
        "Slashing costs by 40%",
        "Multi-tasking across projects",
        "Reported to the CDC",
        "Supported actors and directors",
        "Used a framework to fit in with the team",
        "Interrupted releases",
        "Kept a career trajectory",
        "A star rating of couriers",
        "Wrote sketches of screens",
        "Added a slot for ads",
        "Slow pages",
        "Retrofitted the office",
        "Fuzzy search for names",
        "Vitamin supplements store",
        "Type 2 diabetes app",
        "Systolic pressure charts",
        "Team standby duty",
        "Worked with nurses on night shifts",
        "Modern autonomous systems",
        "Cubic meters of gas",
        "Grade calculation for schools",
        "Pacing guide for runners",
        "Chaos in the warehouse",
        "Uplift in revenue",
        "Maintenance window cleaning app",
        "Reviewed 40 pull requests",
        "Managed order status pages",
        "Self-service kiosk",
        "Stack Overflow answers",
        "Elevator shaft drawings",
        "Time zone of users",
        "The planner sends emails",
        "Stores the number of users",
        "Saved data to the database",
        "Some IP addresses",
        "Acme billing app",
        "Raid boss timers",
        "Drives adoption of best practices",
        "Passed security training",
        "Reactor building visits",
        "Discovered markets for insurance",
        "Launched a website for volunteers",
        "Integrated the payment provider",
        "Added support for several languages",
        "Translated tickets",
        "Customer segments of the newsletter",
        "Order routing to the kitchen",
        "Sequencer for gene labs",
        "Conducted interviews with operators",
        "Ordered by manager request",
        "Supply of spare parts",
        "Patients waited in a queue",
        "Shared documents with suppliers",
        "Shipped the mobile app",
        "Hired two juniors",
        "Prepared slides for a board meeting",
        "Pipelined deals in the CRM",
        "Filed taxes for clients",
        "Studied the theory of evolution",
        "Coordinated seven suppliers and two agencies",
        "Trained staff on the new till",
        "energy metering intervals",
        "DICOM viewer",
        "SIP stack",
        "Diameter and SS7",
        "MQTT over TLS",
    ] {
        check(text, "no concept");
    }
}

#[test]
fn a_slot_is_not_an_objective() {
    for text in ["Added a slot to the ward board", "Removed slow paths of the tariff importer"] {
        check(text, "no signal");
    }
    check("Set an SLO for the tariff importer", "signal operations");
    check("Fuzzy search of street names", "no signal; no concept");
    check("Fuzzed the telegram parser", "signal testing; concept fuzzing");
}

#[test]
fn protocols_and_products_are_skills() {
    check("Wrote a Diameter proxy", "skill diameter; no concept");
    check("Wrote a DICOM router", "skill dicom; no concept");
    check("Moved chargers to OCPP", "skill ocpp; no concept");
    check("Planned crews with OR-Tools", "skill or-tools; no concept");
    check("Simulated arms in Gazebo", "skill gazebo; no concept");
    check("Stored scans on ZFS", "skill zfs; no concept");
    check("The diameter of a pipe, in an itch to jump over a dash", "no skill");
}
