//! How much room each part of the page takes, in words.

use resume::Resume;
use resume::model::Bullet;

/// Words of the opening lines.
pub(crate) const TOP: &str = "summary";

/// Words under the name, then of every section, by its JSON Resume key. Dates and addresses are
/// left out.
pub(crate) fn words_by_section(resume: &Resume) -> [(&'static str, usize); 10] {
    let Resume { work, volunteer, projects, education, skills, .. } = resume;
    let basics = resume.basics.as_ref();
    let top = basics.map_or(0, |basics| sum([&basics.label, &basics.summary]));
    let work = work.iter().map(|role| {
        sum([&role.name, &role.description, &role.position, &role.summary])
            + bullets(&role.highlights)
    });
    let volunteer = volunteer.iter().map(|role| {
        sum([&role.organization, &role.position, &role.summary]) + bullets(&role.highlights)
    });
    let projects = projects.iter().map(|project| {
        sum([&project.name, &project.description, &project.entity, &project.kind])
            + bullets(&project.highlights)
            + list(&project.keywords)
            + list(&project.roles)
    });
    let education = education.iter().map(|school| {
        sum([&school.institution, &school.area, &school.study_type, &school.score])
            + list(&school.courses)
    });
    let skills =
        skills.iter().map(|group| sum([&group.name, &group.level]) + list(&group.keywords));
    let certificates = resume.certificates.iter().map(|entry| sum([&entry.name, &entry.issuer]));
    let publications = resume
        .publications
        .iter()
        .map(|entry| sum([&entry.name, &entry.publisher, &entry.summary]));
    let awards =
        resume.awards.iter().map(|entry| sum([&entry.title, &entry.awarder, &entry.summary]));
    let references = resume.references.iter().map(|entry| sum([&entry.name, &entry.reference]));
    [
        (TOP, top),
        ("work", work.sum()),
        ("projects", projects.sum()),
        ("skills", skills.sum()),
        ("education", education.sum()),
        ("certificates", certificates.sum()),
        ("publications", publications.sum()),
        ("awards", awards.sum()),
        ("volunteer", volunteer.sum()),
        ("references", references.sum()),
    ]
}

fn sum<const N: usize>(texts: [&Option<String>; N]) -> usize {
    texts.into_iter().flatten().map(|text| words(text)).sum()
}

fn bullets(bullets: &[Bullet]) -> usize {
    bullets.iter().map(|bullet| words(&bullet.text)).sum()
}

fn list(items: &[String]) -> usize {
    items.iter().map(|item| words(item)).sum()
}

/// Words between blanks that hold a letter or digit.
pub(crate) fn words(text: &str) -> usize {
    let mut counted = false;
    let begins = |c: char| {
        let begins = !counted && c.is_alphanumeric();
        counted = !c.is_whitespace() && (counted || begins);
        begins
    };
    text.chars().map(begins).filter(|begins| *begins).count()
}
