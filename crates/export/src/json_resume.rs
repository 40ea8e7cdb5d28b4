//! JSON Resume 1.0: all that the format can say, and nothing that is ours.

use resume::Resume;
use resume::model::Bullet;

/// Pretty JSON in the order of the format's own schema.
///
/// Bullets become strings and the `vitae:` block is left out. Keys that are not part of the
/// format were the user's own and stay, as JSON Resume allows them.
pub(crate) fn write(resume: &Resume) -> String {
    let mut plain = resume.clone();
    plain.vitae = None;
    let lists = (plain.work.iter_mut().map(|role| &mut role.highlights))
        .chain(plain.volunteer.iter_mut().map(|role| &mut role.highlights))
        .chain(plain.projects.iter_mut().map(|project| &mut project.highlights));
    for bullet in lists.flatten() {
        *bullet = Bullet::from(std::mem::take(&mut bullet.text));
    }
    let mut json = serde_json::to_string_pretty(&plain)
        .expect("a resume has string keys only, so it can be written as JSON");
    json.push('\n');
    json
}
