//! Cases of what texts look like.

use super::*;

#[track_caller]
fn check(score: fn(&str) -> f32, texts: &[&str], others: &[&str]) {
    let low: Vec<_> =
        texts.iter().map(|text| (text, score(text))).filter(|(_, score)| *score < 0.5).collect();
    let high: Vec<_> =
        others.iter().map(|text| (text, score(text))).filter(|(_, score)| *score >= 0.5).collect();
    assert!(low.is_empty() && high.is_empty(), "too low: {low:?}; too high: {high:?}");
}

const TITLES: &[&str] = &[
    "Senior Software Engineer",
    "Software Engineer II",
    "CTO",
    "Backend Developer (Contract)",
    "Engineering Manager",
    "Vice President of Search Products & UX",
    "Co-founder & Software Engineer",
    "Intern",
    "Data Analyst",
    "Tech Lead",
    "Site Reliability Engineer",
    "Head of Platform",
    "Werkstudent Softwareentwicklung",
    "Softwareentwickler",
    "Ingénieur logiciel",
    "Desarrollador Backend",
    "Teaching Assistant",
    "Registered Nurse",
    "Shift Supervisor",
    "Member of Technical Staff",
    "Principal Engineer, Payments",
    "SOFTWARE ENGINEER",
    "Staff Engineer",
    "Software Engineering Intern",
    "Machine Learning Engineer",
    "DevOps Engineer",
    "Product Owner",
    "Scrum Master",
];
const EMPLOYERS_SEEN: &[&str] = &[
    "Acme Inc.",
    "Google",
    "Creative Solutions Inc.",
    "Brightline Technologies",
    "Northwind Labs GmbH",
    "Bank of Ruritania",
    "SAMSUNG Electronics",
    "Plat Corp.",
    "Freelance",
    "Deutsche Bank",
    "Amazon Web Services",
    "Oracle Corporation",
    "Miller & Sons Ltd",
    "Rollins Medical Center",
    "Vega Robotics",
];
const SCHOOLS_SEEN: &[&str] = &[
    "Stanford University",
    "University of Oslo",
    "Technische Universität Wien",
    "MIT",
    "ETH Zürich",
    "École Polytechnique",
    "Georgia Institute of Technology",
    "Universidad de Chile",
    "Austin Community College",
    "Lincoln High School",
    "LD College of Engineering",
    "Università di Bologna",
    "UC Berkeley",
    "Hack Reactor",
    "London School of Economics",
    "Columbia University Law School",
];
const DEGREES: &[&str] = &[
    "Bachelor of Science in Computer Science",
    "BSc",
    "B.S. in Computer Science",
    "MEng",
    "PhD",
    "M.Sc. Informatik",
    "Master's degree in Economics",
    "Associate of Applied Science",
    "High School Diploma",
    "MBA",
    "Abitur",
    "Licence Informatique",
    "Laurea in Ingegneria Informatica",
    "Diplôme d'ingénieur",
    "B.Tech (Electronics)",
    "Bachelors in Mass Communication",
    "Doctor of Philosophy in Physics",
    "Minor in Mathematics",
    "B.E",
    "BA Economics",
];
const PEOPLE: &[&str] = &[
    "Jane Doe", "JANE DOE", "Jane Q. Fullstacker", "Ludwig van der Berg", "Dr. Maria Keller",
    "José García López", "Jane Doe, PhD", "Byungjin Park", "Marissa Mayer", "Omar bin Said",
    "Anna-Lena Schmidt", "O’Neil Patrick",
];
const NOISE: &[&str] = &[
    "Built a payment service in Go that cut p99 by 40 %.",
    "Led a team of 6 engineers and shipped the API.",
    "jane@example.com",
    "2019 – 2021",
    "",
    "•",
    "Responsible for the design of the system.",
    "Experience with Kafka and Kubernetes",
    "github.com/jdoe",
    "Worked with managers to define the roadmap.",
    "https://example.com/university",
    "+1 555 123 4567",
    "Go, Java, Rust, Kafka, Docker",
];

#[test]
fn titles() {
    let others = [SCHOOLS_SEEN, PEOPLE, NOISE, &EMPLOYERS_SEEN[..8], &DEGREES[..6]].concat();
    check(title, TITLES, &others);
}

#[test]
fn employers() {
    check(employer, EMPLOYERS_SEEN, &[TITLES, PEOPLE, NOISE, DEGREES].concat());
}

#[test]
fn schools() {
    check(school, SCHOOLS_SEEN, &[TITLES, PEOPLE, NOISE, DEGREES, EMPLOYERS_SEEN].concat());
}

#[test]
fn degrees() {
    check(degree, DEGREES, &[TITLES, PEOPLE, NOISE, SCHOOLS_SEEN, EMPLOYERS_SEEN].concat());
}

#[test]
fn people() {
    check(
        person,
        PEOPLE,
        &[
            TITLES,
            NOISE,
            SCHOOLS_SEEN,
            DEGREES,
            &[
                "Berlin", "Skills", "Work Experience", "Java", "Kafka", "San Francisco, CA",
                "Jane", "Curriculum Vitae",
            ],
        ]
        .concat(),
    );
}

#[test]
fn parts_of_degrees() {
    #[track_caller]
    fn check(text: &str, kind: &str, area: &str) {
        let parts = degree_parts(text);
        let shown = [parts.study_type, parts.area]
            .map(|range| range.map(|range| &text[range]).unwrap_or_default());
        assert_eq!(shown, [kind, area], "{text:?}");
    }
    check("Bachelor of Science in Computer Science", "Bachelor of Science", "Computer Science");
    check("B.Sc. Computer Science", "B.Sc.", "Computer Science");
    check("M.S., Computer Science", "M.S.", "Computer Science");
    check("BSc (Hons) Marketing", "BSc (Hons)", "Marketing");
    check("Master's degree in Economics, University of Oslo", "Master's degree", "Economics");
    check("PhD", "PhD", "");
    check("High School Diploma", "High School Diploma", "");
    check("Computer Science, BSc", "BSc", "Computer Science");
    check("Bachelor of Computer Science", "Bachelor", "Computer Science");
    check("Master of Business Administration", "Master of Business Administration", "");
    check("MBA, Stanford University", "MBA", "");
    check("Diplom Informatik", "Diplom", "Informatik");
    check("B. Tech in Civil Engineering", "B. Tech", "Civil Engineering");
    check("Stanford University", "", "");
}

#[test]
fn grades() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = grade(text).map(|range| &text[range]).unwrap_or_default();
        assert_eq!(found, expected, "{text:?}");
    }
    check("GPA: 3.8/4.0", "3.8/4.0");
    check("BSc, GPA 3.8", "3.8");
    check("First Class Honours", "First Class Honours");
    check("graduated magna cum laude", "magna cum laude");
    check("Abschlussnote: 1,3", "1,3");
    check("3.92 / 4.00", "3.92 / 4.00");
    check("CGPA: 8.5/10", "8.5/10");
    check("24/7 on call", "");
    check("CI/CD", "");
    check("03/2019", "");
    check("Bachelor of Science", "");
}

/// Titles that read like firms or ranks, and in other languages.
#[test]
fn unusual_titles() {
    check(
        title,
        &[
            "Founding Engineer",
            "Member of Technical Staff",
            "SDE II",
            "L5 Engineer",
            "Head of Platform (interim)",
            "Werkstudent",
            "Ingénieure logiciel",
            "Desarrolladora backend",
            "Développeuse backend",
            "Backend-Entwickler",
            "Software Engineer in Test",
            "Stagiaire développement",
            "Graduate Engineer Trainee",
            "Staff Software Engineer, Payments",
            "Senior SRE / Platform Engineer",
        ],
        &[
            "Austin Energy",
            "Boston Consulting Group",
            "Engineer & Sons",
            "Miller and Sons",
            "Lead Balloon Studios",
            "Bernina Systems",
            "Delta",
        ],
    );
}

/// Firms that are named after trades, people and places.
#[test]
fn unusual_employers() {
    check(
        employer,
        &[
            "Engineer & Sons",
            "Baker & Partners",
            "Boston Consulting Group",
            "Architekt Nord GmbH",
            "Möbelring AG & Co. KG",
            "Bernina Systems",
            "Freelance",
        ],
        &["Founding Engineer", "SDE II", "Backend-Entwickler", "Engineer & Team Lead"],
    );
}

#[test]
fn schools_without_the_word() {
    check(
        school,
        &["ETH Zürich", "MIT", "EPITA", "IIT Bombay", "TU Delft", "HPI", "KTH", "EPFL"],
        &["Delta", "Austin Energy", "SDE II", "BSc"],
    );
}

#[test]
fn unusual_people() {
    check(
        person,
        &[
            "Ana-Sofía de la Cruz Moreau",
            "Jörg Lübbersmeyer",
            "K. S. Venkataraman",
            "Éloïse Lefèvre-N'Diaye",
            "Dr. Beat von Allmen",
            "Mary-Kate O'Shaughnessy",
            "Łukasz Żółtowski",
            "Nguyễn Thị Minh Khai",
            "Øyvind Åsmundsen",
        ],
        &["Suharto", "Backend Developer", "Austin Energy Group", "Reed College"],
    );
}
