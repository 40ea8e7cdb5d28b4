//! Landlock, resource limits and seccomp.

use std::collections::BTreeMap;
use std::fs;

use landlock::{
    ABI, Access, AccessFs, AccessNet, LandlockStatus, Ruleset, RulesetAttr, RulesetStatus, Scope,
};
use rlimit::Resource;
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

/// Bytes of address space to assume when the kernel does not say: more than the program takes.
const UNKNOWN: u64 = 1 << 30;

/// Bytes of address space that the process has now: the program itself and what it read.
pub(super) fn address_space() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmSize:"));
    let kib = line.and_then(|rest| rest.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kib.map_or(UNKNOWN, |kib| kib << 10)
}

/// Takes away files, TCP, signals and abstract sockets; the version of the interface in force.
pub(super) fn landlock() -> Option<u8> {
    // The newest interface whose rights we know and have tried; an older kernel gets its part.
    const TRIED: ABI = ABI::V6;
    let handled = Ruleset::default()
        .handle_access(AccessFs::from_all(TRIED))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(TRIED)))
        .and_then(|rules| rules.scope(Scope::from_all(TRIED)))
        .and_then(Ruleset::create)
        // No rule follows: nothing is allowed.
        .and_then(landlock::RulesetCreated::restrict_self)
        .ok()?;
    match handled.landlock {
        LandlockStatus::Available { effective_abi, .. }
            if handled.ruleset != RulesetStatus::NotEnforced =>
        {
            u8::try_from((effective_abi as i32).min(TRIED as i32)).ok()
        }
        _ => None,
    }
}

/// Limits processor time (seconds) and address space (bytes); no files, no core dump. False when
/// one of them was not taken.
pub(super) fn limit(cpu: u64, address_space: u64) -> bool {
    // The signal of the soft limit says why the process ended; the hard one cannot be caught.
    let limits = [
        (Resource::CPU, cpu, cpu + 1),
        (Resource::AS, address_space, address_space),
        (Resource::FSIZE, 0, 0),
        (Resource::NOFILE, 0, 0),
        (Resource::CORE, 0, 0),
    ];
    limits.map(|(what, soft, hard)| set(what, soft, hard)).iter().all(|done| *done)
}

/// Sets one limit, no higher than the one in force.
fn set(what: Resource, soft: u64, hard: u64) -> bool {
    let Ok((_, most)) = rlimit::getrlimit(what) else { return false };
    rlimit::setrlimit(what, soft.min(most), hard.min(most)).is_ok()
}

/// Lets the kernel refuse, with `EPERM`, every call but those that computing needs.
pub(super) fn filter_calls() -> Option<()> {
    let arch = TargetArch::try_from(std::env::consts::ARCH).ok()?;
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let filter = SeccompFilter::new(allowed()?, refused, SeccompAction::Allow, arch).ok()?;
    let program = BpfProgram::try_from(filter).ok()?;
    seccompiler::apply_filter(&program).ok()
}

/// The calls that are allowed, some only with certain arguments.
fn allowed() -> Option<BTreeMap<i64, Vec<SeccompRule>>> {
    let always = [
        // Memory.
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        // Locks of the one thread there is, and what ending takes.
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_sigaltstack,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_exit,
        libc::SYS_exit_group,
        // Seeds of hash tables, and the clock where it is no plain memory.
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
    ];
    let not_executable = || equals_masked(2, libc::PROT_EXEC.unsigned_abs(), 0);
    let this_process = || equals(0, std::process::id());
    let with = [
        // Memory that is data and stays data.
        (libc::SYS_mmap, vec![not_executable()?]),
        (libc::SYS_mprotect, vec![not_executable()?]),
        // The three pipes: whatever else was inherited stays out of reach.
        (libc::SYS_read, vec![equals(0, 0)?]),
        (libc::SYS_write, vec![equals(0, 1)?, equals(0, 2)?]),
        (libc::SYS_writev, vec![equals(0, 1)?, equals(0, 2)?]),
        // How a process aborts: a signal to itself.
        (libc::SYS_tgkill, vec![this_process()?]),
    ];
    let always = always.into_iter().map(|call| (call, Vec::new()));
    Some(always.chain(with).collect())
}

/// The argument has the value.
fn equals(argument: u8, value: u32) -> Option<SeccompRule> {
    equals_masked(argument, u32::MAX, value)
}

/// The argument has the value where the mask has ones.
fn equals_masked(argument: u8, mask: u32, value: u32) -> Option<SeccompRule> {
    let operator = SeccompCmpOp::MaskedEq(u64::from(mask));
    let condition =
        SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, u64::from(value));
    SeccompRule::new(vec![condition.ok()?]).ok()
}
