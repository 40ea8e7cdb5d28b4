//! Which skills a text mentions, and which words only look like one.

use std::sync::LazyLock;

use proptest::prelude::*;
use roles::{Mention, Vocabulary};

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::from_toml(include_str!("../../../roles/backend-engineer/skills.toml"))
        .unwrap_or_else(|problems| panic!("{problems}"))
});

fn shown(text: &str, mentions: &[Mention]) -> Vec<String> {
    mentions
        .iter()
        .map(|found| format!("{}@{}", VOCABULARY.skill(found.skill).id, &text[found.range.clone()]))
        .collect()
}

/// The skills of running text, each as `id@the words that name it`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text, &VOCABULARY.mentions(text)), expected, "{text:?}");
}

/// The skills of an item of a list of skills.
#[track_caller]
fn check_item(item: &str, expected: &[&str]) {
    assert_eq!(shown(item, &VOCABULARY.mentions_in_list(item)), expected, "{item:?}");
}

#[test]
fn names_with_marks_are_whole_tokens() {
    check("Wrote the codec in C++ and the UI in C#.", &["cpp@C++", "csharp@C#"]);
    check("Moved from C++17 to C++20.", &["cpp@C++", "cpp@C++"]);
    check("A .NET service", &["dotnet@.NET"]);
    check("ASP.NET Core on .NET 8", &["aspnet-core@ASP.NET Core", "dotnet@.NET"]);
    check("an F# parser", &["fsharp@F#"]);
    check("Node.js and Vue.js", &["nodejs@Node.js", "vue@Vue.js"]);
    check("NodeJS, Node JS", &["nodejs@NodeJS", "nodejs@Node JS"]);
    check("set up CI/CD", &["cicd@CI/CD"]);
    check("TCP/IP stack", &["tcp-ip@TCP/IP"]);
    check("files in S3.", &["s3@S3"]);
    check("gRPC between services", &["grpc@gRPC"]);
    check("HTTP/2 and HTTP/3", &["http-2@HTTP/2", "http-3@HTTP/3"]);
    check("OAuth 2.0 with JWTs", &["oauth2@OAuth 2.0", "jwt@JWTs"]);
    check("Pub/Sub to BigQuery", &["pubsub@Pub/Sub", "bigquery@BigQuery"]);
    check("io_uring on Linux", &["io-uring@io_uring", "linux@Linux"]);
    check("blue/green deployments", &["blue-green-deployment@blue/green deployments"]);
    check("Objective-C client", &["objective-c@Objective-C"]);
    check("PL/pgSQL functions", &["plpgsql@PL/pgSQL"]);
    check("the C\u{266f} SDK", &["csharp@C\u{266f}"]);
}

#[test]
fn punctuation_and_endings_close_a_token() {
    check("Kafka, Redis. PostgreSQL!", &["kafka@Kafka", "redis@Redis", "postgresql@PostgreSQL"]);
    check("a Kafka-based pipeline", &["kafka@Kafka"]);
    check("Redis-backed sessions", &["redis@Redis"]);
    check("Postgres's planner", &["postgresql@Postgres"]);
    check("Postgres\u{2019} planner", &["postgresql@Postgres"]);
    check("(Kubernetes)", &["kubernetes@Kubernetes"]);
    check("\u{201c}Terraform\u{201d}", &["terraform@Terraform"]);
    check("Docker/Kubernetes", &["docker@Docker", "kubernetes@Kubernetes"]);
    check("Kafka\u{2014}then Flink", &["kafka@Kafka", "flink@Flink"]);
    check("Kafka\u{2122} brokers", &["kafka@Kafka"]);
    check("Java+Kotlin", &["java@Java", "kotlin@Kotlin"]);
    check("Ran Redis.Then Kafka", &["redis@Redis", "kafka@Kafka"]);
}

#[test]
fn a_version_is_not_part_of_the_name() {
    check("Java 21 services", &["java@Java"]);
    check("Python 3.12", &["python@Python"]);
    check("PostgreSQL 16 partitioning", &["postgresql@PostgreSQL"]);
    check("Java17 and Python3.12", &["java@Java", "python@Python"]);
    check("TLS 1.2", &["tls@TLS"]);
    check("Spring Boot 3.2", &["spring-boot@Spring Boot"]);
    check("built in Go 1.22", &["go@Go"]);
    check("Go 1.22 services", &["go@Go"]);
}

#[test]
fn unicode_keeps_the_bytes() {
    check("Zürich: Kafka für Événements", &["kafka@Kafka"]);
    check("naïve → Redis → façade", &["redis@Redis"]);
    check(
        "event\u{2010}sourcing with CQRS",
        &["event-sourcing@event\u{2010}sourcing", "cqrs@CQRS"],
    );
    check("event\u{2011}sourced ledger", &["event-sourcing@event\u{2011}sourced"]);
    check("Redis\u{2013}backed", &["redis@Redis"]);
    check("\u{fb02}at Ku\u{ad}ber\u{ad}netes", &["kubernetes@Ku\u{ad}ber\u{ad}netes"]);
    check("Spring\u{a0}Boot", &["spring-boot@Spring\u{a0}Boot"]);
    check("Spring\n  Boot", &["spring-boot@Spring\n  Boot"]);
    check("ＧｒａｐｈＱＬ", &["graphql@ＧｒａｐｈＱＬ"]);
    check("日本語 Kafka 日本語", &["kafka@Kafka"]);
}

#[test]
fn the_longest_name_wins() {
    check("Spring Boot", &["spring-boot@Spring Boot"]);
    check("Kafka Streams", &["kafka-streams@Kafka Streams"]);
    check("Redis Streams", &["redis-streams@Redis Streams"]);
    check("AWS Lambda", &["aws-lambda@AWS Lambda"]);
    check("GitHub Actions on GitHub", &["github-actions@GitHub Actions", "github@GitHub"]);
    check("Google Cloud Run", &["cloud-run@Google Cloud Run"]);
    check("SQL Server and SQL", &["sql-server@SQL Server", "sql@SQL"]);
    check("React Native", &["react-native@React Native"]);
    check("JavaScript, not Java", &["javascript@JavaScript", "java@Java"]);
}

#[test]
fn patterns_and_practices_in_the_plural() {
    check("circuit breakers", &["circuit-breaker@circuit breakers"]);
    check("two read replicas", &["read-replica@read replicas"]);
    check("Microservices", &["microservices@Microservices"]);
    check("CRDTs", &["crdt@CRDTs"]);
    check("dead letter queues", &["dead-letter-queue@dead letter queues"]);
    check("on call every fifth week", &["on-call@on call"]);
}

#[test]
fn ambiguous_names_by_the_words_beside_them() {
    check("Built in Go", &["go@Go"]);
    check("Go services behind a proxy", &["go@Go"]);
    check("a Go-based scheduler", &["go@Go"]);
    check("Rewrote the matcher using Rust.", &["rust@Rust"]);
    check("Wrote a Rust crate", &["rust@Rust"]);
    check("Migrated to Rust", &["rust@Rust"]);
    check("the C library", &["c@C"]);
    check("firmware in C", &["c@C"]);
    check("Spring services", &["spring@Spring"]);
    check("Express middleware", &["express@Express"]);
    check("Express.js", &["express@Express.js"]);
    check("an Echo server", &["echo@Echo"]);
    check("Gin handlers", &["gin@Gin"]);
    check("Phoenix controllers", &["phoenix@Phoenix"]);
    check("Lambda functions", &["aws-lambda@Lambda"]);
    check("fan-out through Lambda and SQS", &["aws-lambda@Lambda", "sqs@SQS"]);
    check("decoded CAN frames", &["can-bus@CAN"]);
    check("CAN bus logs", &["can-bus@CAN bus"]);
    check("REST API", &["rest@REST API"]);
    check("a rest api", &["rest@rest api"]);
    check("REST endpoints", &["rest@REST"]);
    check("Spark jobs", &["spark@Spark"]);
    check("rotated leases in Vault", &["vault@Vault"]);
    check("Oracle database to PostgreSQL", &["oracle@Oracle database", "postgresql@PostgreSQL"]);
    check("R scripts", &["r@R"]);
    check("Swift developer", &["swift@Swift"]);
    check("Node services", &["nodejs@Node"]);
    check("Tech stack: Go", &["go@Go"]);
    check("Backend Engineer (Go)", &["go@Go"]);
}

#[test]
fn ambiguous_names_by_their_company() {
    check("Go, Rust.", &["go@Go", "rust@Rust"]);
    check("Go/Rust", &["go@Go", "rust@Rust"]);
    check("C/C++", &["c@C", "cpp@C++"]);
    check("C, C++ and C#", &["c@C", "cpp@C++", "csharp@C#"]);
    check("Swift, Kotlin", &["swift@Swift", "kotlin@Kotlin"]);
    check("Java, Spring, Kafka", &["java@Java", "spring@Spring", "kafka@Kafka"]);
    check("Python, R, SQL", &["python@Python", "r@R", "sql@SQL"]);
    check("Kafka · Go · etcd", &["kafka@Kafka", "go@Go", "etcd@etcd"]);
    check("moved from Java 8 to Go", &["java@Java", "go@Go"]);
    check(
        "kafka, redis, go and postgres",
        &["kafka@kafka", "redis@redis", "go@go", "postgresql@postgres"],
    );
    check("AWS (S3, SQS, Lambda)", &["aws@AWS", "s3@S3", "sqs@SQS", "aws-lambda@Lambda"]);
    check("Ported the Go scheduler off etcd", &["go@Go", "etcd@etcd"]);
    check("the matcher runs Rust behind Envoy", &["rust@Rust", "envoy@Envoy"]);
    check("Python\nGo\nKafka", &["python@Python", "go@Go", "kafka@Kafka"]);
    check("Go and C", &["go@Go", "c@C"]);
}

#[test]
fn depth_is_named_too() {
    check(
        "diagnosed a split brain in etcd; wrote the fencing token check on Raft",
        &["etcd@etcd", "fencing-token@fencing token", "raft@Raft"],
    );
    check(
        "idempotent consumer with an outbox table",
        &["idempotent-consumer@idempotent consumer", "outbox@outbox table"],
    );
    check(
        "Triton Inference Server, ONNX and PyTorch",
        &["triton@Triton Inference Server", "onnx@ONNX", "pytorch@PyTorch"],
    );
    check("Zephyr on STM32", &["zephyr@Zephyr", "stm32@STM32"]);
    check("load-tested with k6", &["load-testing@load-tested", "k6@k6"]);
    check("SPIFFE ids over mTLS", &["spiffe@SPIFFE", "mtls@mTLS"]);
}
#[test]
fn prose_that_looks_like_a_skill() {
    for text in [
        "go to the gym",
        "Go to market with three partners",
        "Go-to-market plan",
        "Owned go-live and the Go/no-go call",
        "Go beyond the brief",
        "good to go",
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
        "swift response",
        "Swift response to outages",
        "Swift resolution of tickets",
        "Taylor Swift",
        "the rust belt",
        "Rust Belt plants",
        "rust prevention",
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
        "my ruby ring",
        "a raft of changes",
        "gin and tonic",
        "a cup of mocha",
        "the jest of it",
        "Julia Novak",
        "assembly line",
        "hit the rails",
        "a crystal ball",
        "dart board",
        "Kafkaesque process",
        "redistribute the load",
        "Javanese coffee",
        "scalability",
        "digital",
        "category goals",
        "ready, set, go",
        "",
        "\u{2026}",
        "200 foo foo foo",
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
    check("Plan C was Postgres", &["postgresql@Postgres"]);
    check("Robert C. Martin on Java", &["java@Java"]);
}

#[test]
fn items_of_a_skills_section() {
    check_item("Go", &["go@Go"]);
    check_item("go", &["go@go"]);
    check_item("GO", &["go@GO"]);
    check_item("rust", &["rust@rust"]);
    check_item("C", &["c@C"]);
    check_item("R", &["r@R"]);
    check_item("Spring", &["spring@Spring"]);
    check_item("express", &["express@express"]);
    check_item("Phoenix", &["phoenix@Phoenix"]);
    check_item("CAN", &["can-bus@CAN"]);
    check_item("Lambda", &["aws-lambda@Lambda"]);
    check_item("Go (5 years)", &["go@Go"]);
    check_item("Go 1.22", &["go@Go"]);
    check_item("Go/Rust", &["go@Go", "rust@Rust"]);
    check_item("AWS (S3, EC2, Lambda)", &["aws@AWS", "s3@S3", "ec2@EC2", "aws-lambda@Lambda"]);
    check_item("Languages: go, c, sql", &["go@go", "c@c", "sql@sql"]);
    check_item("Rest APIs", &["rest@Rest APIs"]);
    check_item("PG", &["postgresql@PG"]);
    check_item("JS", &["javascript@JS"]);
}

#[test]
fn items_that_are_no_skill() {
    for item in [
        "Go-to-market strategy",
        "go to market",
        "Teamwork",
        "swift to react",
        "can do attitude",
        "the rest of the stack",
        "Vitamin C",
        "R&D",
        "",
    ] {
        check_item(item, &[]);
    }
}

proptest! {
    #[test]
    fn any_text_gives_ordered_ranges(text in "\\PC{0,80}") {
        ordered_and_on_boundaries(&text)?;
    }

    #[test]
    fn names_between_anything(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("Go"), Just("C"), Just("C++"), Just(".NET"), Just("Kafka"), Just("spring"),
                Just("CI/CD"), Just("-"), Just(", "), Just(" "), Just("\n"), Just("\u{ad}"),
                Just("\u{301}"), Just("\u{fb02}ask"), Just("’s"), Just("…"), Just("12"), Just("é"),
            ],
            0..24,
        )
    ) {
        ordered_and_on_boundaries(&parts.concat())?;
    }

    #[test]
    fn a_sure_name_survives_any_words_around(before in "[a-zé ,]{0,30}", after in "[a-zé ,]{0,30}") {
        let text = format!("{before} PostgreSQL {after}");
        let skill = VOCABULARY.by_id("postgresql").expect("the pack has it");
        prop_assert!(VOCABULARY.mentions(&text).iter().any(|found| found.skill == skill));
    }
}

fn ordered_and_on_boundaries(text: &str) -> Result<(), TestCaseError> {
    for mentions in [VOCABULARY.mentions(text), VOCABULARY.mentions_in_list(text)] {
        let mut end = 0;
        for found in mentions {
            prop_assert!(found.range.start >= end && found.range.start < found.range.end);
            prop_assert!(text.get(found.range.clone()).is_some());
            end = found.range.end;
        }
    }
    Ok(())
}
