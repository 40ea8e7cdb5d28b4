//! Words that only look like a skill.

use crate::{check, check_item};

#[test]
fn prose_that_looks_like_a_language() {
    for text in [
        "go to the gym",
        "Go to market with three partners",
        "Go-to-market plan",
        "Owned go-live and the Go/no-go call",
        "Go beyond the brief",
        "good to go",
        "swift response",
        "Swift response to outages",
        "Swift resolution of tickets",
        "Taylor Swift",
        "the rust belt",
        "Rust Belt plants",
        "rust prevention",
        "Vitamin C",
        "Plan C",
        "Series C start-up",
        "C-level reports",
        "the C-suite",
        "grade C",
        "Robert C. Martin",
        "R&D department",
        "J. R. Smith",
        "an R-squared of 0.9",
        "sections A, B, C, D",
        "my ruby ring",
        "Julia Novak",
        "assembly line",
        "a crystal ball",
        "dart board",
        "Javanese coffee",
        "scalability",
        "digital",
        "category goals",
        "ready, set, go",
        "",
        "\u{2026}",
        "200 foo foo foo",
        "an R & D budget",
    ] {
        check(text, &[]);
    }
}

#[test]
fn prose_that_looks_like_a_product() {
    for text in [
        "to express an opinion",
        "express delivery",
        "Express delivery for 40 cities",
        "American Express",
        "Graduated in spring 2023",
        "Spring 2023 internship",
        "In Spring 2023 I joined",
        "since spring",
        "spring cleaning of the backlog",
        "rest of the team",
        "the rest",
        "Rest days are planned",
        "a rest period",
        "a rocket",
        "Rocket Lab",
        "fiber to the home",
        "Google Fiber",
        "fiber optic",
        "echo the input",
        "Amazon Echo",
        "moved to Phoenix",
        "Phoenix, AZ",
        "Phoenix, Arizona",
        "a phoenix from the ashes",
        "lambda function",
        "a lambda expression",
        "yes we can",
        "can do",
        "spark interest",
        "Sparked a debate",
        "at the helm",
        "a vault of ideas",
        "the consul general",
        "nomad lifestyle",
        "a chef and a waiter",
        "temporal data",
        "Make sure it runs",
        "make it work",
        "hibernate in winter",
        "a ray of light",
        "unity of purpose",
        "play a part",
        "an oracle said",
        "worked at Oracle",
        "every node failed",
        "per Node limits",
        "the storm passed",
        "beam of light",
        "puppet show",
        "take a bun",
        "reacted quickly",
        "React to incidents within minutes",
        "an angular shape",
        "the locust plague",
        "salt and pepper",
        "in flux",
        "a raft of changes",
        "gin and tonic",
        "a cup of mocha",
        "the jest of it",
        "hit the rails",
        "Kafkaesque process",
        "redistribute the load",
        "the Phoenix project",
        "a FIX for the bug",
        "Unity of command",
        "an office in Hong Kong",
        "Spring semester assistant",
        "Fiber network rollout",
    ] {
        check(text, &[]);
    }
}

#[test]
fn files_addresses_and_identifiers_are_not_skills() {
    for text in [
        "main.go",
        "redis.conf",
        "see https://kafka.apache.org/docs",
        "github.com/ana/redis",
        "ana@redis.example",
        "/etc/nginx",
        "kafka_topic",
        "user_redis",
        "foo.net",
        "USB-C",
        "25 °C",
        "$R",
        "C'mon",
    ] {
        check(text, &[]);
    }
}

#[test]
fn an_ambiguous_word_beside_a_real_skill() {
    check("Swift response to Kafka outages", &["kafka@Kafka"]);
    check("Go live with Kafka", &["kafka@Kafka"]);
    check("Spring 2023: Kafka migration", &["kafka@Kafka"]);
    check("Kept Redis up and the rest of the team calm", &["redis@Redis"]);
    check("Express delivery tracking on PostgreSQL", &["postgresql@PostgreSQL"]);
    check("Kafka, Redis, and go to the next stage", &["kafka@Kafka", "redis@Redis"]);
    check("a lambda function in Python", &["python@Python"]);
    check("Phoenix, AZ: Java services", &["java@Java"]);
    check("Elastic load balancing on AWS", &["load-balancing@load balancing", "aws@AWS"]);
    check("Plan C was Postgres", &["postgresql@Postgres"]);
    check("Robert C. Martin on Java", &["java@Java"]);
}

#[test]
fn items_that_are_no_skill() {
    for item in [
        "Go-to-market strategy", "go to market", "Teamwork", "swift to react", "can do attitude",
        "the rest of the stack", "Vitamin C", "R&D", "",
    ] {
        check_item(item, &[]);
    }
}
