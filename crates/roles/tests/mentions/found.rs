//! Skills that are there.

use crate::{check, check_item};

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
    check("Owned the Go ingestion path", &["go@Go"]);
    check("a FIX gateway", &["fix-protocol@FIX"]);
    check("Multiplayer rooms in Unity", &["unity@Unity"]);
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
    check("Java/Go for tools", &["java@Java", "go@Go"]);
    check("Java (13), Python (10), C (4)", &["java@Java", "python@Python", "c@C"]);
    check("Hadoop Spark Hive", &["hadoop@Hadoop", "spark@Spark", "hive@Hive"]);
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
