//! What was read from documents, kept between runs, so that another ranking need not read them
//! again.
//!
//! An entry is a file that is named by the bytes of the document, by how they were read and by the
//! program that read them: another document or another build never finds it. It holds what was read
//! and no judgement, so that another job, another day and other weights profit, too. What is wrong
//! with an entry in any way makes it one that is not there.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use document::Kind;
use roles::RolePack;

use super::application::{Content, sha256};
use super::stored::Stored;
use crate::exit::Failure;
use crate::input::reason;

/// First word of an entry.
const FORMAT: &str = "vitae-read/1";

/// How names of entries end.
const ENDING: &str = ".read";

/// How names of entries begin that are not written to their end.
const UNFINISHED: &str = ".vitae-read-";

/// Bytes of all entries at most. One takes about 15 kB.
const MOST_BYTES: u64 = 256 << 20;

/// Bytes of one entry at most: what is larger is no resume, and read again.
const MOST_OF_ONE: u64 = 4 << 20;

/// An entry goes when nobody asked for it this long: what applicants wrote is not kept for good.
const UNUSED: Duration = Duration::from_hours(30 * 24);

/// The time of an entry is written anew when it is older than this.
const DAY: Duration = Duration::from_hours(24);

/// A folder of entries.
#[derive(Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
}

/// What an entry is found by.
pub(super) struct Key(String);

impl Key {
    /// The key of a file with these bytes that is read as `kind`.
    pub(super) fn new(kind: Kind, file_sha256: &str) -> Self {
        let sources = env!("VITAE_SOURCES");
        let pack = &RolePack::backend_engineer().fingerprint;
        Self(sha256(format!("{FORMAT}\n{sources}\n{pack}\n{kind:?}\n{file_sha256}\n").as_bytes()))
    }
}

impl Cache {
    /// The cache in `folder`, which is made when it is not there.
    pub(crate) fn open(folder: &Path) -> Result<Self, Failure> {
        let shown = folder.display();
        make(folder).map_err(|error| {
            Failure::new(format!("`{shown}` cannot keep what is read: {}", reason(&error)))
                .hint("name another folder with `--cache`, or keep nothing with `--no-cache`")
        })?;
        if others_may_write(folder) {
            // Somebody else's entries would become results.
            return Err(Failure::new(format!("others may write to `{shown}`"))
                .hint("`--cache` needs a folder of your own: `chmod go-w` it, or name another"));
        }
        Ok(Self { folder: folder.to_owned() })
    }

    /// The cache of the user; `None` where there is no place for it.
    pub(crate) fn of_user() -> Option<Self> {
        Self::open(&folder_of_user()?).ok()
    }

    /// What was read before from the bytes of `key`.
    pub(super) fn get(&self, key: &Key) -> Option<Content> {
        let path = self.path(key);
        let found = fs::symlink_metadata(&path).ok()?;
        if !found.is_file() || found.len() > MOST_OF_ONE {
            return None;
        }
        let mut bytes = Vec::new();
        File::open(&path).ok()?.take(MOST_OF_ONE).read_to_end(&mut bytes).ok()?;
        let content = decode(&bytes, key)?.content()?;
        if found.modified().ok().and_then(|time| time.elapsed().ok()).is_none_or(|age| age > DAY) {
            // Not to be able to say that it is in use only means that it goes earlier.
            let opened = File::options().write(true).open(&path);
            let _ = opened.and_then(|file| file.set_modified(SystemTime::now()));
        }
        Some(content)
    }

    /// Keeps what was read. What would not come back as it is, is not kept; to keep nothing costs
    /// time in the next run and no result, so that nothing is said about it.
    pub(super) fn put(&self, key: &Key, content: &Content) {
        let stored = Stored::of(content);
        let Some(bytes) = encode(&stored, key) else { return };
        let again = || Some(Stored::of(&decode(&bytes, key)?.content()?));
        let comes_back = || again().is_some_and(|again| again == stored);
        if bytes.len() as u64 <= MOST_OF_ONE && comes_back() {
            let _ = self.write(key, &bytes);
        }
    }

    /// Beside its place and renamed: who reads meanwhile sees all of it or none.
    fn write(&self, key: &Key, bytes: &[u8]) -> io::Result<()> {
        // Readable by its owner only; that is how `tempfile` makes files.
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(self.path(key))?;
        Ok(())
    }

    /// Drops what nobody asked for in a long time, then the oldest until the rest has room.
    pub(crate) fn sweep(&self) {
        self.sweep_to(MOST_BYTES, SystemTime::now());
    }

    fn sweep_to(&self, most: u64, now: SystemTime) {
        let mut kept = Vec::new();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            // Whatever else lies in a folder that somebody named stays there.
            let limit = match name.strip_suffix(ENDING) {
                Some(key) if is_key(key) => UNUSED,
                _ if name.starts_with(UNFINISHED) => DAY,
                _ => continue,
            };
            let Ok(found) = entry.metadata() else { continue };
            let time = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            if now.duration_since(time).is_ok_and(|age| age > limit) {
                let _ = fs::remove_file(entry.path());
            } else {
                kept.push((time, name.to_owned(), found.len()));
            }
        }
        kept.sort();
        let mut total: u64 = kept.iter().map(|(_, _, bytes)| bytes).sum();
        for (_, name, bytes) in kept {
            if total <= most {
                break;
            }
            let _ = fs::remove_file(self.folder.join(name));
            total -= bytes;
        }
    }

    fn path(&self, key: &Key) -> PathBuf {
        self.folder.join(format!("{}{ENDING}", key.0))
    }
}

/// An entry: a line that says what it is, for which key, and the SHA-256 of the rest.
fn encode(stored: &Stored, key: &Key) -> Option<Vec<u8>> {
    let body = serde_json::to_vec(stored).ok()?;
    let head = format!("{FORMAT} {} {}\n", key.0, sha256(&body));
    Some([head.as_bytes(), &body].concat())
}

fn decode(bytes: &[u8], key: &Key) -> Option<Stored> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (head, body) = (&bytes[..end], &bytes[end + 1..]);
    let expected = format!("{FORMAT} {} {}", key.0, sha256(body));
    (head == expected.as_bytes()).then_some(())?;
    serde_json::from_slice(body).ok()
}

fn is_key(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Where programs keep what they can make again, as the XDG Base Directory Specification says.
fn folder_of_user() -> Option<PathBuf> {
    let folder = |name: &str| {
        let value = PathBuf::from(std::env::var_os(name)?);
        // A relative path is to be ignored.
        value.is_absolute().then_some(value)
    };
    let caches = folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(".cache")))?;
    Some(caches.join("vitae").join("read"))
}

/// Makes a folder and those above it, for their owner only.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(unix)]
fn others_may_write(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(folder).is_ok_and(|found| found.permissions().mode() & 0o022 != 0)
}

#[cfg(not(unix))]
fn others_may_write(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use ranking::report::Flag;
    use resume::model::{Basics, Work};
    use resume::{Date, FieldPath, Origin, Parsed, Rect, Region, Resume, SourceMap, Span};
    use tempfile::TempDir;

    use super::*;

    fn content(text: &str) -> Content {
        let resume = Resume {
            basics: Some(Basics { name: Some("Ann Berg".to_owned()), ..Basics::default() }),
            work: vec![Work {
                start_date: Some(Date::Month(2021, 3)),
                end_date: Some(Date::Unreadable("\"soon\" — maybe".to_owned())),
                highlights: vec![text.into()],
                ..Work::default()
            }],
            ..Resume::default()
        };
        let region = Region { page: 2, rect: Rect::default() };
        let mut source_map =
            SourceMap::new(text.to_owned()).with_regions(vec![(0..text.len(), region)]);
        let bullet: FieldPath = "work[0].highlights[0]".parse().expect("a path");
        source_map.insert(bullet, Span { key: None, value: 0..text.len() });
        let flag = Flag { rule: "hidden-text".to_owned(), message: "white on white".to_owned() };
        let origin = Origin::Document;
        let parsed = Parsed { resume, source_map, origin, ..Parsed::default() };
        Content { parsed, flags: vec![flag] }
    }

    fn key(of: &str) -> Key {
        Key::new(Kind::Pdf, of)
    }

    fn opened() -> (TempDir, Cache) {
        let folder = TempDir::new().expect("a temporary folder");
        let cache = Cache::open(&folder.path().join("in/side")).expect("a cache");
        (folder, cache)
    }

    #[test]
    fn what_is_kept_comes_back() {
        let (_folder, cache) = opened();
        for text in ["Wrote the fare router", "", "ü “quoted”\n\u{1F600} \\ \0 end"] {
            assert!(cache.get(&key(text)).is_none());
            let content = content(text);
            cache.put(&key(text), &content);
            let again = cache.get(&key(text)).expect("an entry");
            assert_eq!(Stored::of(&again), Stored::of(&content));
            assert_eq!(again.parsed.resume, content.parsed.resume);
            let place = |map: &SourceMap| map.at(0..text.len());
            assert_eq!(place(&again.parsed.source_map), place(&content.parsed.source_map));
        }
        assert!(cache.get(&Key::new(Kind::Docx, "")).is_none(), "another reader");
    }

    #[test]
    fn what_would_come_back_otherwise_is_not_kept() {
        let (_folder, cache) = opened();
        let mut odd = content("Wrote the fare router");
        odd.parsed.source_map.insert(FieldPath::root().key("a.b"), Span { key: None, value: 0..2 });
        cache.put(&key("odd"), &odd);
        assert!(cache.get(&key("odd")).is_none());
        let long = "x".repeat(usize::try_from(MOST_OF_ONE).expect("a size"));
        cache.put(&key("long"), &content(&long));
        assert!(cache.get(&key("long")).is_none());
    }

    /// An entry with other bytes is none; what is kept next takes its place.
    #[track_caller]
    fn check_broken(change: impl Fn(Vec<u8>) -> Vec<u8>) {
        let (_folder, cache) = opened();
        let (key, content) = (key("one"), content("Wrote the fare router"));
        cache.put(&key, &content);
        let path = cache.path(&key);
        let good = fs::read(&path).expect("an entry");
        fs::write(&path, change(good.clone())).expect("written");
        assert!(cache.get(&key).is_none());
        cache.put(&key, &content);
        assert_eq!(fs::read(&path).expect("an entry"), good);
    }

    /// The entry with this body and the checksum that belongs to it.
    fn sealed(body: &str) -> Vec<u8> {
        format!("{FORMAT} {} {}\n{body}", key("one").0, sha256(body.as_bytes())).into_bytes()
    }

    #[test]
    fn what_is_broken_is_not_there() {
        check_broken(|_| Vec::new());
        check_broken(|good| good[..good.len() - 1].to_vec());
        check_broken(|good| good[..20].to_vec());
        check_broken(|good| [&good[..], b" "].concat());
        check_broken(|good| good.iter().map(|byte| byte ^ u8::from(*byte == b'W')).collect());
        check_broken(|_| b"\xff\xfe\0\n\n".to_vec());
        check_broken(|_| vec![b' '; usize::try_from(MOST_OF_ONE).expect("a size") + 1]);
        // For another key.
        check_broken(|good| {
            let text = String::from_utf8(good).expect("UTF-8");
            text.replace(&key("one").0, &key("two").0).into_bytes()
        });
        // A checksum proves no more than that nothing was lost.
        check_broken(|_| sealed(""));
        check_broken(|_| sealed("{}"));
        check_broken(|_| sealed(&"[".repeat(10_000)));
        let with = |spans: &str, pages: &str| {
            sealed(&format!(
                r#"{{"resume":{{}},"text":"ü","spans":{spans},"pages":{pages},"flags":[]}}"#
            ))
        };
        check_broken(|_| with(r#"[["work",null,[0,9]]]"#, "[]"));
        check_broken(|_| with(r#"[["work",null,[1,2]]]"#, "[]"));
        check_broken(|_| with(r#"[["work",[2,1],[0,2]]]"#, "[]"));
        check_broken(|_| with(r#"[["work[x]",null,[0,2]]]"#, "[]"));
        check_broken(|_| with("[]", "[[0,9,1]]"));
    }

    #[test]
    fn the_old_and_the_many_go() {
        let (_folder, cache) = opened();
        let now = SystemTime::now();
        let entry = |nth: u64, age: Duration| {
            let path = cache.folder.join(format!("{nth:064x}{ENDING}"));
            fs::write(&path, [b'x'; 100]).expect("written");
            let file = File::options().write(true).open(&path).expect("opened");
            file.set_modified(now - age).expect("dated");
        };
        let names = || {
            let entries = fs::read_dir(&cache.folder).expect("a folder").flatten();
            let mut names: Vec<String> =
                entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
            names.sort();
            names
        };
        for (nth, days) in [(1, 31), (2, 29), (3, 2), (4, 1), (5, 0)] {
            entry(nth, DAY * days);
        }
        fs::write(cache.folder.join("letter.read"), "mine").expect("written");
        fs::write(cache.folder.join(format!("{UNFINISHED}x")), "half").expect("written");
        cache.sweep_to(1000, now);
        assert_eq!(names().len(), 6, "{:?}", names());
        cache.sweep_to(1000, now + DAY + DAY);
        assert_eq!(names().len(), 4, "{:?}", names());
        cache.sweep_to(250, now);
        let left = names();
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(left[0].ends_with("4.read") && left[1].ends_with("5.read"), "{left:?}");
        assert_eq!(left[2], "letter.read");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_reads_and_only_the_owner_writes() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, cache) = opened();
        cache.put(&key("one"), &content("Wrote the fare router"));
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(&cache.folder), 0o700);
        assert_eq!(mode(&cache.path(&key("one"))), 0o600);
        for (bits, expected) in [(0o755, true), (0o775, false), (0o777, false), (0o700, true)] {
            let permissions = fs::Permissions::from_mode(bits);
            fs::set_permissions(&cache.folder, permissions).expect("changed");
            assert_eq!(Cache::open(&cache.folder).is_ok(), expected, "{bits:o}");
        }
    }
}
