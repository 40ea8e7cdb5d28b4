//! `no-queue-named`: no queue or stream anywhere on the page.

use std::sync::LazyLock;

use resume::{FieldPath, Severity};
use roles::{Category, PhraseSet};

use crate::domain::works_elsewhere;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// The page names no message queue, stream or job system.
    ///
    /// ## Why
    /// Most backend postings name one, and search for it by name. A queue built on a table counts
    /// as well, when the page says so.
    ///
    /// ## What to do
    /// Name the one you shipped on: Kafka, RabbitMQ, SQS, a job table. If you never did, leave it.
    ///
    /// ```yaml,flagged
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Moved the seat inventory from MySQL to PostgreSQL]
    /// skills: [{keywords: [Go, PostgreSQL, Docker]}]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Replaced cron by a job table read with SKIP LOCKED]
    /// skills: [{keywords: [Go, PostgreSQL]}]
    /// ```
    /// ```yaml,clean
    /// skills: [{keywords: [Go, PostgreSQL, RabbitMQ]}]
    /// ```
    ///
    /// Other fields have other tools.
    ///
    /// ```yaml,clean
    /// basics: {label: "Firmware Engineer · C, Zephyr"}
    /// skills: [{keywords: [C, Zephyr, CAN bus]}]
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Elmstage Games
    ///     position: Gameplay Programmer
    ///     highlights: [Wrote the rollback netcode of a racing game in C++]
    /// skills: [{keywords: [C++, Lua]}]
    /// ```
    "no-queue-named", Severity::Info, Topic::Depth, stages(Mid, Staff) => check
}

/// Ways to speak of a queue without a product.
static QUEUES: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "queue|queues|queued|enqueue*",
        "skip locked",
        "outbox",
        "listen notify",
        "pub sub|pubsub",
        "job table|runner|scheduler",
        "message broker|bus",
        "event bus|stream|streaming|log",
        "stream processing|processor",
        "consumer|consumers",
        "topic|topics",
        "mqtt|amqp|celery",
        "sidekiq|resque|hangfire|bullmq|bull",
        "change data capture|cdc",
        "background jobs|workers",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let nothing_named = cx.skill_items().is_empty();
    let named = || {
        cx.named_skills().any(|skill| cx.pack.vocabulary.skill(skill).category == Category::Queue)
            || cx.page.units.iter().any(|unit| !QUEUES.find(&unit.facts.words).is_empty())
            || cx.skill_items().iter().any(|item| crate::wording::says(&QUEUES, item.text))
    };
    if nothing_named || named() || works_elsewhere(cx) {
        return;
    }
    findings.add(
        FieldPath::root().key("skills"),
        "the page names no queue or stream; most backend postings ask for one",
        "name the one you shipped on, a job table included; leave it if there was none",
    );
}
