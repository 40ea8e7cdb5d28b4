//! `vitae guide`: stages, gaps, next steps, ways to other roles, pay.

mod args;

use std::io;
use std::path::Path;

use extract::ReadAssessment;
use guide::words::{self, Block};
use guide::{Gaps, Next, PayView, Scope, StageView, Ways, questionnaire};
use resume::{Assessment, Parsed, Quote, Stage};
use roles::{CareerPath, GuideSkill, RolePack, guide};
use serde::Serialize;
use workbench::nearest;

use crate::config::Config;
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, Source};
use crate::output::{self, Screen, blocks, failure, json, shown_name};
use crate::shape::refuse_broken;
use crate::today::today;
pub(crate) use args::Args;
use args::{AssessArgs, Form, GapsArgs, NextArgs, PathsArgs, PayArgs, Topic};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-guide/1";

/// What `--format json` prints. Keys are only ever added.
#[derive(Serialize)]
struct Wire<'a, T: Serialize> {
    format: &'static str,
    topic: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(flatten)]
    result: &'a T,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let (form, file) = args.form();
    show(args).inspect_err(|failure| {
        if form == Form::Json {
            let _ = output::print(&failure::json(failure, file));
        }
    })
}

fn show(args: &Args) -> Result<Exit, Failure> {
    let pack = RolePack::backend_engineer();
    match &args.topic {
        Some(Topic::Gaps(args)) => gaps(args)?,
        Some(Topic::Next(args)) => next(args)?,
        Some(Topic::Skill(args)) => {
            let skill = known_skill(&args.skill)?;
            print(args.form, "skill", None, &SkillWire::of(skill), || words::skill(skill))?;
        }
        Some(Topic::Paths(args)) => paths(args)?,
        Some(Topic::Pay(args)) => pay(args)?,
        Some(Topic::Assess(args)) => assess(args)?,
        None => {
            if let Some(stage) = args.stage {
                let view = StageView::of(stage, guide(), pack);
                print(args.form, "stage", None, &view, || words::stage(&view))?;
            } else {
                let views = Stage::ALL.map(|stage| StageView::of(stage, guide(), pack));
                let all = Stages { stages: &views };
                print(args.form, "stages", None, &all, || words::overview(guide(), pack))?;
            }
        }
    }
    Ok(Exit::Clean)
}

/// All stages, for programs.
#[derive(Serialize)]
struct Stages<'a> {
    stages: &'a [StageView],
}

/// A skill of the guide, for programs.
#[derive(Serialize)]
struct SkillWire<'a> {
    id: &'a str,
    name: &'a str,
    why: &'a str,
    levels: &'a [String; 4],
    usual: [u8; 4],
    exercise: &'a str,
    done: &'a str,
    skeleton: &'a str,
    slots: Vec<&'a str>,
}

impl<'a> SkillWire<'a> {
    fn of(skill: &'a GuideSkill) -> Self {
        Self {
            id: &skill.id,
            name: &skill.name,
            why: &skill.why,
            levels: &skill.levels,
            usual: skill.expect,
            exercise: &skill.exercise,
            done: &skill.done,
            skeleton: &skill.skeleton,
            slots: skill.slots(),
        }
    }
}

fn print<T: Serialize>(
    form: Form,
    topic: &'static str,
    file: Option<&str>,
    result: &T,
    blocks: impl FnOnce() -> Vec<Block>,
) -> Result<(), Failure> {
    let text = match form {
        Form::Human => blocks::human(&blocks(), &Screen::of(&io::stdout())),
        Form::Markdown => blocks::markdown(&blocks()),
        Form::Json => json::render(&Wire { format: FORMAT, topic, file, result }),
    };
    output::print(&text)
}

fn gaps(args: &GapsArgs) -> Result<(), Failure> {
    let (source, parsed) = read(&args.page)?;
    let own = own(args.own.own.as_deref())?;
    let stage = args.page.stage(&parsed)?;
    let pack = RolePack::backend_engineer();
    let mut gaps = Gaps::of(&parsed.resume, &own, stage, guide(), pack);
    for gap in &mut gaps.skills {
        place(&mut gap.page.quotes, &parsed);
    }
    let file = Some(source.name.as_str());
    print(args.form, "gaps", file, &gaps, || words::gaps(&gaps, shown_name(&source.name), args.all))
}

/// The steps, and what the page has of what the next stage asks for.
#[derive(Serialize)]
struct NextWire<'a> {
    #[serde(flatten)]
    next: &'a Next,
    /// The grade of the page at the next stage.
    overall: Option<f64>,
}

fn next(args: &NextArgs) -> Result<(), Failure> {
    let (source, parsed) = read(&args.page)?;
    let stage = args.page.stage(&parsed)?;
    let pack = RolePack::backend_engineer();
    let graded = stage.next().map(|next| {
        let options = lint::Options { stage: Some(next), ..args.page.options(&parsed)? };
        Ok::<_, Failure>(lint::check(&parsed.resume, pack, &options).grade)
    });
    let graded = graded.transpose()?;
    let have = |id: &str| {
        let criteria = &graded.as_ref()?.criteria;
        criteria.iter().find(|criterion| criterion.id == id).map(|criterion| criterion.n)
    };
    let mut next = Next::of(&parsed.resume, stage, have, guide(), pack);
    for step in &mut next.steps {
        place(&mut step.page.quotes, &parsed);
    }
    let overall = graded.as_ref().map(|grade| grade.overall);
    let wire = NextWire { next: &next, overall };
    let file = Some(source.name.as_str());
    print(args.form, "next", file, &wire, || words::next(&next, overall, shown_name(&source.name)))
}

fn paths(args: &PathsArgs) -> Result<(), Failure> {
    let only = args.to.as_deref().map(known_path).transpose()?;
    let own = own(args.own.own.as_deref())?;
    let mut ways = Ways::of(args.stage, &own, guide());
    ways.ways.retain(|way| only.is_none_or(|only| only.id == way.id));
    print(args.form, "paths", None, &ways, || words::paths(&ways))
}

fn pay(args: &PayArgs) -> Result<(), Failure> {
    let as_of = args.as_of.clone().unwrap_or_else(today);
    let view = PayView::of(&guide().pay, &as_of);
    print(args.form, "pay", None, &view, || words::pay(&view))
}

fn assess(args: &AssessArgs) -> Result<(), Failure> {
    let path = args.path.as_deref().map(known_path).transpose()?;
    let destination = Destination::new(&args.output);
    destination.check(args.force, None)?;
    let text = questionnaire(guide(), Scope { stage: args.stage, path });
    destination.write(text.as_bytes(), args.force)?;
    if let Some(path) = destination.path() {
        let name = path.display();
        output::note(&format!("wrote {name}; fill it in, then `vitae guide gaps --self {name}`"));
    }
    Ok(())
}

fn read(args: &args::PageArgs) -> Result<(Source, Parsed), Failure> {
    let source = input::read_any(&args.file, args.read)?;
    let parsed = source.open()?.parsed;
    Ok((source, parsed))
}

impl args::PageArgs {
    fn options(&self, parsed: &Parsed) -> Result<lint::Options<'static>, Failure> {
        let config = Config::load(&self.config, &self.file)?;
        Ok(self.grade.options(&parsed.resume, &config))
    }

    /// The stage the page is read as.
    fn stage(&self, parsed: &Parsed) -> Result<Stage, Failure> {
        let options = self.options(parsed)?;
        Ok(lint::check(&parsed.resume, RolePack::backend_engineer(), &options).grade.stage)
    }
}

/// What somebody says of themselves; nothing without a file.
fn own(path: Option<&Path>) -> Result<Assessment, Failure> {
    let Some(path) = path else { return Ok(Assessment::default()) };
    let source = input::read(path)?;
    let ReadAssessment { assessment, source_map, findings } = source.assessment()?;
    let parsed = Parsed { source_map, findings, ..Parsed::default() };
    refuse_broken(&source.name, &parsed)
        .map_err(|failure| failure.hint("repair what is shown above; levels are 0, 1, 2 or 3"))?;
    for unknown in assessment.skills.keys().filter(|id| guide().skill(id).is_none()) {
        let similar = nearest(unknown, guide().skills.iter().map(|skill| skill.id.as_str()));
        let hint = similar.map_or_else(String::new, |name| format!("; did you mean `{name}`?"));
        output::note(&format!("{}: the guide knows no skill `{unknown}`{hint}", source.name));
    }
    Ok(assessment)
}

/// Gives quotes their line in the file.
fn place(quotes: &mut [Quote], parsed: &Parsed) {
    for quote in quotes {
        quote.line = Some(parsed.source_map.locate(&quote.path, "", None).line);
    }
}

fn known_skill(id: &str) -> Result<&'static GuideSkill, Failure> {
    let ids = || guide().skills.iter().map(|skill| skill.id.as_str());
    guide().skill(id).ok_or_else(|| unknown("skill", id, &ids().collect::<Vec<_>>()))
}

fn known_path(id: &str) -> Result<&'static CareerPath, Failure> {
    let ids = || guide().paths.iter().map(|path| path.id.as_str());
    let found = guide().paths.iter().find(|path| path.id == id);
    found.ok_or_else(|| unknown("neighboring role", id, &ids().collect::<Vec<_>>()))
}

fn unknown(what: &str, id: &str, known: &[&str]) -> Failure {
    let hint = match nearest(id, known.iter().copied()) {
        Some(similar) => format!("did you mean `{similar}`?"),
        None => format!("there are: {}", known.join(", ")),
    };
    Failure::new(format!("the guide knows no {what} `{id}`")).hint(hint)
}
