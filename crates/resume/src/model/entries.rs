//! The entries of a resume, section by section, as JSON Resume 1.0 defines them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Bullet, record};
use crate::Date;

record! {
    /// Who you are and how to reach you.
    Basics {
        /// Your name.
        name: Option<String>,
        /// The line under your name: title, main language, data store, domain.
        label: Option<String>,
        /// Address of a picture. Never printed: a photo does not belong on an engineering resume.
        image: Option<String>,
        /// E-mail address.
        email: Option<String>,
        /// Phone number, as you want it read. Quote it in YAML.
        phone: Option<String>,
        /// Your site.
        url: Option<String>,
        /// Two or three sentences: what you own or built, how big it is.
        summary: Option<String>,
        /// Where you are.
        location: Option<Place>,
        /// Accounts elsewhere.
        profiles: Vec<Profile>,
    }
}

record! {
    /// A postal place. City and region are enough for a resume.
    Place {
        /// Street address. Better left out.
        address: Option<String>,
        /// Postal code.
        postal_code: Option<String>,
        /// City.
        city: Option<String>,
        /// Country as an ISO 3166-1 alpha-2 code.
        country_code: Option<String>,
        /// State, county or region.
        region: Option<String>,
    }
}

record! {
    /// An account on a network.
    Profile {
        /// The network's name, e.g. `GitHub`.
        network: Option<String>,
        /// Your name there.
        username: Option<String>,
        /// Address of the profile.
        url: Option<String>,
    }
}

record! {
    /// A job: one role at one employer.
    Work {
        /// The employer.
        name: Option<String>,
        /// Where, or `Remote`.
        location: Option<String>,
        /// What the employer does, in a few words.
        description: Option<String>,
        /// Your title.
        position: Option<String>,
        /// The employer's site.
        url: Option<String>,
        /// First day.
        start_date: Option<Date>,
        /// Last day; absent or `present` while you are there.
        end_date: Option<Date>,
        /// One line about the scope of the role: team, system, size.
        summary: Option<String>,
        /// What you did there, the strongest first.
        highlights: Vec<Bullet>,
    }
}

record! {
    /// An unpaid role.
    Volunteer {
        /// The organization.
        organization: Option<String>,
        /// Your title.
        position: Option<String>,
        /// The organization's site.
        url: Option<String>,
        /// First day.
        start_date: Option<Date>,
        /// Last day; absent or `present` while you are there.
        end_date: Option<Date>,
        /// One line about the role.
        summary: Option<String>,
        /// What you did there.
        highlights: Vec<Bullet>,
    }
}

record! {
    /// A course of study.
    Education {
        /// The school.
        institution: Option<String>,
        /// The school's site.
        url: Option<String>,
        /// The subject, e.g. `Computer Science`.
        area: Option<String>,
        /// The degree, e.g. `BSc`.
        study_type: Option<String>,
        /// First day.
        start_date: Option<Date>,
        /// Last day.
        end_date: Option<Date>,
        /// The grade, on your country's scale.
        score: Option<String>,
        /// Courses worth naming.
        courses: Vec<String>,
    }
}

record! {
    /// A prize or honor.
    Award {
        /// Its name.
        title: Option<String>,
        /// When.
        date: Option<Date>,
        /// Who gave it.
        awarder: Option<String>,
        /// What for.
        summary: Option<String>,
    }
}

record! {
    /// A certificate.
    Certificate {
        /// Its name.
        name: Option<String>,
        /// When it was issued.
        date: Option<Date>,
        /// Where it can be checked.
        url: Option<String>,
        /// Who issued it.
        issuer: Option<String>,
    }
}

record! {
    /// An article, paper, talk or book.
    Publication {
        /// Its title.
        name: Option<String>,
        /// Publisher, venue or conference.
        publisher: Option<String>,
        /// When it appeared.
        release_date: Option<Date>,
        /// Where to read or watch it.
        url: Option<String>,
        /// What it is about.
        summary: Option<String>,
    }
}

record! {
    /// A group of skills.
    Skill {
        /// The group, e.g. `Databases`.
        name: Option<String>,
        /// How well. Better shown by a bullet.
        level: Option<String>,
        /// The skills, e.g. `PostgreSQL`.
        keywords: Vec<String>,
    }
}

record! {
    /// A human language.
    Language {
        /// The language.
        language: Option<String>,
        /// How well, e.g. `C1`.
        fluency: Option<String>,
    }
}

record! {
    /// An interest outside work.
    Interest {
        /// What.
        name: Option<String>,
        /// More precisely.
        keywords: Vec<String>,
    }
}

record! {
    /// What somebody says of you.
    Reference {
        /// Who.
        name: Option<String>,
        /// What they say.
        reference: Option<String>,
    }
}

record! {
    /// A project of your own or of a community.
    Project {
        /// Its name.
        name: Option<String>,
        /// What it is, in a sentence.
        description: Option<String>,
        /// What you did and what came of it.
        highlights: Vec<Bullet>,
        /// Technologies used.
        keywords: Vec<String>,
        /// First day.
        start_date: Option<Date>,
        /// Last day; absent or `present` while it goes on.
        end_date: Option<Date>,
        /// Where to see it.
        url: Option<String>,
        /// Your roles, e.g. `Maintainer`.
        roles: Vec<String>,
        /// The company or community behind it.
        entity: Option<String>,
        /// What kind of thing it is, e.g. `library`.
        #[serde(rename = "type")]
        kind: Option<String>,
    }
}

record! {
    /// About this file.
    Meta {
        /// Where the latest version of this file lives.
        canonical: Option<String>,
        /// A version of this resume.
        version: Option<String>,
        /// When it was last changed, as ISO 8601.
        last_modified: Option<String>,
    }
}
