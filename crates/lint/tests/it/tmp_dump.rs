#[test]
#[ignore]
fn tmp_dump() {
    for (name, resume, stage) in crate::bases::all() {
        for f in crate::page::check(&resume, stage).findings {
            eprintln!("{name} {} {} {} | {}", f.severity, f.rule, f.path, f.message);
        }
    }
    for example in &roles::library().resumes {
        let resume = crate::page::resume(&example.yaml);
        for f in crate::page::check(&resume, example.stage).findings {
            eprintln!("{} {} {} {} | {}", example.name, f.severity, f.rule, f.path, f.message);
        }
    }
    if let Ok(dir) = std::env::var("PAGES") {
        let mut files: Vec<_> =
            std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        for file in files {
            let text = std::fs::read(&file).unwrap();
            let format = if file.extension().is_some_and(|e| e == "json") {
                extract::Format::Json
            } else {
                extract::Format::Yaml
            };
            let Ok(parsed) = extract::read(&text, format, &extract::Limits::default()) else {
                continue;
            };
            let o =
                lint::Options { stage: None, as_of: resume::Date::Month(2026, 11), layout: None };
            for f in lint::check(&parsed.resume, roles::RolePack::backend_engineer(), &o).findings {
                eprintln!(
                    "{} {} {} {} | {} | {}",
                    file.file_stem().unwrap().to_string_lossy(),
                    f.severity,
                    f.rule,
                    f.path,
                    f.message,
                    f.hint.unwrap_or_default()
                );
            }
        }
    }
}
