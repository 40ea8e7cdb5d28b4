//! What a page shows of a person, in the few fields that readings are compared by.

use resume::model::{Basics, Resume};
use resume::{Bullet, Date};
use serde::Serialize;

/// The compared fields of a resume.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct View {
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) headline: Option<String>,
    pub(crate) links: Vec<String>,
    pub(crate) experience: Vec<Job>,
    pub(crate) education: Vec<Course>,
    pub(crate) skills: Vec<String>,
}

/// One role.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Job {
    pub(crate) company: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
    pub(crate) bullets: Vec<String>,
}

/// One course of study; the degree with its subject.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Course {
    pub(crate) institution: Option<String>,
    pub(crate) degree: Option<String>,
    pub(crate) end: Option<String>,
}

/// `2021-03`, `2021` or `present`.
pub(crate) fn month(date: Option<&Date>) -> Option<String> {
    Some(match date? {
        Date::Year(year) => year.to_string(),
        Date::Month(year, month) | Date::Day(year, month, _) => format!("{year}-{month:02}"),
        Date::Present => "present".to_owned(),
        Date::Unreadable(_) => return None,
    })
}

impl View {
    /// The fields of a resume.
    pub(crate) fn of(resume: &Resume) -> Self {
        let nobody = Basics::default();
        let basics = resume.basics.as_ref().unwrap_or(&nobody);
        let profiles = basics.profiles.iter().filter_map(|profile| profile.url.clone());
        let job = |job: &resume::model::Work| Job {
            company: job.name.clone(),
            title: job.position.clone(),
            start: month(job.start_date.as_ref()),
            end: month(job.end_date.as_ref()),
            bullets: job.highlights.iter().map(|Bullet { text, .. }| text.clone()).collect(),
        };
        let course = |course: &resume::model::Education| Course {
            institution: course.institution.clone(),
            degree: match (&course.study_type, &course.area) {
                (Some(kind), Some(area)) => Some(format!("{kind} {area}")),
                (kind, area) => kind.clone().or_else(|| area.clone()),
            },
            end: month(course.end_date.as_ref()),
        };
        let skill = |skill: &resume::model::Skill| match &skill.keywords[..] {
            [] => skill.name.iter().cloned().collect(),
            words => words.to_vec(),
        };
        Self {
            name: basics.name.clone(),
            email: basics.email.clone(),
            phone: basics.phone.clone(),
            location: basics.location.as_ref().and_then(|location| {
                location
                    .city
                    .clone()
                    .or_else(|| location.region.clone())
                    .or_else(|| location.country_code.clone())
            }),
            headline: basics.label.clone(),
            links: basics.url.iter().cloned().chain(profiles).collect(),
            experience: resume.work.iter().map(job).collect(),
            education: resume.education.iter().map(course).collect(),
            skills: resume.skills.iter().flat_map(skill).collect(),
        }
    }

    /// Only what a layout shows: without the `hidden` fields, dates cut to years when `years`.
    pub(crate) fn shown(mut self, hidden: &[&str], years: bool) -> Self {
        for field in hidden {
            match *field {
                "phone" => self.phone = None,
                "location" => self.location = None,
                "headline" => self.headline = None,
                "links" => self.links.clear(),
                "education" => self.education.clear(),
                "skills" => self.skills.clear(),
                "bullets" => self.experience.iter_mut().for_each(|job| job.bullets.clear()),
                "summary" => {}
                other => panic!("a layout hides `{other}`, which nobody compares"),
            }
        }
        let cut = |date: &mut Option<String>| {
            if let Some(date) = date.as_mut().filter(|date| *date != "present") {
                date.truncate(4);
            }
        };
        for job in self.experience.iter_mut().filter(|_| years) {
            cut(&mut job.start);
            cut(&mut job.end);
        }
        // Most layouts show years of study only; what is shown more finely is read so, too.
        self.education.iter_mut().for_each(|course| cut(&mut course.end));
        self
    }
}
