//! Words for what goes wrong in any field, and for its end.

use roles::WordList;

/// Nouns, and the words before them, for what goes wrong in any field.
pub(crate) const TROUBLES: WordList<110> = WordList::new([
    "outage", "outages", "incident", "incidents", "duplicate", "duplicates", "duplicated",
    "double", "race", "races", "deadlock", "deadlocks", "leak", "leaks", "failure", "failures",
    "crash", "crashes", "timeout", "timeouts", "stall", "stalls", "starvation", "starving", "loss",
    "losses", "corruption", "corrupt", "corrupted", "spike", "spikes", "page", "pages", "pager",
    "regression", "regressions", "downtime", "overflow", "overflows", "flake", "flakes", "flaky",
    "exploit", "exploits", "fraud", "overselling", "oversold", "drift", "skew", "stampede",
    "stampedes", "storm", "storms", "contention", "hang", "hangs", "freeze", "freezes", "phantom",
    "complaint", "complaints", "lost", "missed", "missing", "dropped", "broken", "failed", "stale",
    "partial", "orphaned", "orphans", "stuck", "pause", "pauses", "interruption", "interruptions",
    "lag", "jitter", "backlog", "backlogs", "rework", "mismatch", "mismatches", "conflict",
    "conflicts", "restart", "restarts", "rollback", "rollbacks", "redeploy", "error", "errors",
    "retries", "inversion", "glitch", "glitches", "stutter", "false", "alarms", "escalation",
    "escalations", "disputes", "reboot", "reboots", "overrun", "overruns", "blackout", "manual",
    "gap", "gaps",
]);

/// Verbs that end a trouble.
pub(crate) const ENDERS: WordList<28> = WordList::new([
    "stopped", "stops", "stopping", "ended", "ends", "ending", "eliminated", "eliminates",
    "eliminating", "removed", "removes", "removing", "prevented", "prevents", "preventing",
    "closed", "closes", "closing", "cured", "killed", "avoided", "avoids", "avoiding", "silenced",
    "ruled", "rules", "ruling", "banished",
]);

/// Verbs by which a trouble goes by itself.
pub(crate) const VANISHED: WordList<8> = WordList::new([
    "stopped", "ended", "disappeared", "vanished", "ceased", "recurred", "disappear", "vanish",
]);

/// Gerunds after `without` that name a loss.
pub(crate) const LOSING: WordList<18> = WordList::new([
    "losing", "stopping", "pausing", "dropping", "restarting", "blocking", "interrupting",
    "locking", "breaking", "downtime", "waking", "paging", "waiting", "rebooting", "duplicating",
    "rolling", "disconnecting", "corrupting",
]);

/// Verbs by which a thing brings faults to light.
pub(crate) const FINDS: WordList<13> = WordList::new([
    "exposed", "exposes", "caught", "catches", "found", "finds", "revealed", "uncovered",
    "flagged", "flags", "blocked", "blocks", "surfaced",
]);

/// Faults that are found, beside the troubles.
pub(crate) const FAULTS: WordList<9> = WordList::new([
    "bug", "bugs", "defect", "defects", "fault", "faults", "mistakes", "vulnerabilities", "breaks",
]);
