//! Waiting until a file has changed and whoever writes it is done.
//!
//! Editors save in two ways: they write over the file, or they write another one and rename it.
//! The second way ends the life of the file itself, so the folder is watched, and what happens to
//! other names in it is left out.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::exit::Failure;

/// Changes that wait to be looked at; more say nothing new.
const QUEUE: usize = 64;
/// How long a writer that never rests can delay a look.
const MOST_PATIENCE: Duration = Duration::from_millis(250);

/// Something that happened to a watched file, by what is to be expected next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// It is complete: closed after writing, or renamed into place.
    Written,
    /// It may be half written.
    Writing,
    /// It is gone, and may be back in a moment.
    Gone,
    /// Nobody waits any more.
    End,
}

impl Change {
    /// How long to wait for more before the file is looked at.
    fn patience(self) -> Duration {
        Duration::from_millis(match self {
            Self::Written | Self::End => 1,
            Self::Writing => 15,
            Self::Gone => 100,
        })
    }
}

/// The changes of some files.
pub(super) struct Changes {
    receiver: Receiver<Change>,
    sender: SyncSender<Change>,
    /// Watches until it is dropped.
    _watcher: RecommendedWatcher,
}

/// Ends the wait of another thread.
pub(super) struct Handle(SyncSender<Change>);

impl Handle {
    /// Lets [`Changes::wait`] say that it is over.
    pub(super) fn end(&self) {
        let _ = self.0.send(Change::End);
    }
}

impl Changes {
    /// Watches `files`, which need not exist.
    pub(super) fn of(files: &[PathBuf]) -> Result<Self, Failure> {
        let failed = |error: &notify::Error| {
            Failure::new(format!("the folder cannot be watched: {}", reason(error))).hint(
                "a folder on a disk of this machine can; so can `vitae check` again and again",
            )
        };
        let watched = Watched::of(files);
        let folders: BTreeSet<PathBuf> = watched.0.iter().map(|one| one.0.clone()).collect();
        let (sender, receiver) = mpsc::sync_channel(QUEUE);
        let queue = sender.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let change = match event {
                Ok(event) => watched.change(&event),
                // Events were lost: the file may have changed.
                Err(_) => Some(Change::Writing),
            };
            if let Some(change) = change {
                // A full queue has changes enough to make somebody look.
                let _ = queue.try_send(change);
            }
        })
        .map_err(|error| failed(&error))?;
        for folder in folders {
            watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(|error| failed(&error))?;
        }
        Ok(Self { receiver, sender, _watcher: watcher })
    }

    /// What ends [`Self::wait`] from another thread.
    pub(super) fn handle(&self) -> Handle {
        Handle(self.sender.clone())
    }

    /// Comes back when a file has changed and is complete, as far as one can tell; false when it
    /// is over. Changes that came before are one change.
    pub(super) fn wait(&self) -> bool {
        settle(&self.receiver)
    }
}

fn settle(receiver: &Receiver<Change>) -> bool {
    let Ok(mut change) = receiver.recv() else { return false };
    let begin = Instant::now();
    while change != Change::End {
        let left = MOST_PATIENCE.saturating_sub(begin.elapsed());
        match receiver.recv_timeout(change.patience().min(left)) {
            Ok(next) => change = next,
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
        if left.is_zero() && change != Change::End {
            return true;
        }
    }
    false
}

/// Folders and the names in them that matter.
struct Watched(Vec<(PathBuf, OsString)>);

impl Watched {
    fn of(files: &[PathBuf]) -> Self {
        let mut watched = Vec::new();
        for file in files {
            watched.extend(place(file));
            // A link changes when what it points at does.
            watched.extend(fs::canonicalize(file).ok().as_deref().and_then(place));
        }
        watched.dedup();
        Self(watched)
    }

    fn names(&self, path: &Path) -> bool {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return false };
        self.0.iter().any(|one| one.0 == folder && one.1 == name)
    }

    /// What an event means for the watched files.
    fn change(&self, event: &Event) -> Option<Change> {
        if !event.paths.iter().any(|path| self.names(path)) {
            return event.need_rescan().then_some(Change::Writing);
        }
        match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Some(Change::Written),
            // Reading is no change; we do it ourselves.
            EventKind::Access(_) => None,
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
                Some(Change::Gone)
            }
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => {
                let here = event.paths.last().is_some_and(|path| self.names(path));
                Some(if here { Change::Written } else { Change::Gone })
            }
            _ => Some(Change::Writing),
        }
    }
}

/// Folder and name of a file.
fn place(file: &Path) -> Option<(PathBuf, OsString)> {
    let folder = file.parent()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Some((fs::canonicalize(folder).ok()?, file.file_name()?.to_owned()))
}

/// What the watcher says, without the paths it repeats.
fn reason(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::Io(error) => crate::input::reason(error),
        notify::ErrorKind::MaxFilesWatch => {
            "the system's limit for watched files is reached".to_owned()
        }
        other => format!("{other:?}").to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use notify::event::{CreateKind, DataChange, RemoveKind};

    use super::*;

    #[track_caller]
    fn check(kind: EventKind, paths: &[&str], expected: Option<Change>) {
        let watched = Watched(vec![("/home/ada".into(), "cv.yaml".into())]);
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(path.into()));
        assert_eq!(watched.change(&event), expected, "{kind:?} {paths:?}");
    }

    #[test]
    fn only_changes_of_the_file_count() {
        const CV: &str = "/home/ada/cv.yaml";
        const OTHER: &str = "/home/ada/.cv.yaml.swp";
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let data = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        check(written, &[CV], Some(Change::Written));
        check(data, &[CV], Some(Change::Writing));
        check(EventKind::Create(CreateKind::File), &[CV], Some(Change::Writing));
        check(EventKind::Remove(RemoveKind::File), &[CV], Some(Change::Gone));
        check(renamed(RenameMode::To), &[CV], Some(Change::Written));
        check(renamed(RenameMode::From), &[CV], Some(Change::Gone));
        check(renamed(RenameMode::Both), &[OTHER, CV], Some(Change::Written));
        check(renamed(RenameMode::Both), &[CV, OTHER], Some(Change::Gone));

        check(written, &[OTHER], None);
        check(data, &["/home/ada/more/cv.yaml"], None);
        check(EventKind::Remove(RemoveKind::File), &["/home/ada"], None);
        check(EventKind::Access(AccessKind::Open(AccessMode::Read)), &[CV], None);
        check(EventKind::Access(AccessKind::Close(AccessMode::Read)), &[CV], None);
    }

    #[test]
    fn changes_that_wait_are_one_change() {
        let (sender, receiver) = mpsc::sync_channel(QUEUE);
        for change in [Change::Gone, Change::Writing, Change::Writing, Change::Written] {
            sender.send(change).expect("room");
        }
        assert!(settle(&receiver));
        assert!(receiver.try_recv().is_err());
        sender.send(Change::Writing).expect("room");
        sender.send(Change::End).expect("room");
        assert!(!settle(&receiver));
        drop(sender);
        assert!(!settle(&receiver));
    }

    #[test]
    fn a_writer_that_never_rests_is_not_waited_for() {
        let (sender, receiver) = mpsc::sync_channel(1);
        let writer = thread::spawn(move || while sender.send(Change::Writing).is_ok() {});
        assert!(settle(&receiver));
        drop(receiver);
        writer.join().expect("the writer ends");
    }

    #[test]
    fn what_is_saved_is_noticed() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let file = folder.path().join("cv.yaml");
        fs::write(&file, "basics:\n").expect("written");
        let changes = Changes::of(std::slice::from_ref(&file)).expect("watched");
        fs::write(&file, "basics: {}\n").expect("written");
        assert!(changes.wait());
        // As editors do: another file takes its place.
        let other = folder.path().join("cv.yaml~");
        fs::write(&other, "work: []\n").expect("written");
        fs::rename(&other, &file).expect("renamed");
        assert!(changes.wait());
        fs::remove_file(&file).expect("removed");
        assert!(changes.wait());
        fs::write(&file, "back: true\n").expect("written");
        assert!(changes.wait());
        // Reading it is no change: nothing but the end is left.
        fs::read(&file).expect("read");
        changes.handle().end();
        assert!(!changes.wait());
    }
}
