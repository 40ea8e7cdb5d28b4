//! Writes `docs/gallery` and the list in `docs/templates.md`: `cargo run -p typeset --example gallery`.

#![allow(clippy::disallowed_methods, reason = "a program, not the library")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use resume::Resume;
use typeset::{Options, Template, templates};

/// Pixels a point.
const SCALE: f32 = 1.2;
/// The list stands between these lines.
const MARKS: [&str; 2] = ["<!-- gallery -->\n", "<!-- end of the gallery -->\n"];

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let example = root.join("roles/backend-engineer/examples/senior.yaml");
    let limits = extract::Limits::default();
    let parsed = extract::read(&fs::read(example)?, extract::Format::Yaml, &limits)?;
    let gallery = root.join("docs/gallery");
    fs::create_dir_all(&gallery)?;
    let mut list = String::new();
    for template in templates() {
        fs::write(
            gallery.join(format!("{}.png", template.name)),
            picture(&parsed.resume, template)?,
        )?;
        list += &entry(template);
    }
    let page = root.join("docs/templates.md");
    let text = fs::read_to_string(&page)?;
    let (head, rest) = text.split_once(MARKS[0]).ok_or("the page has no place for the list")?;
    let (_, tail) = rest.split_once(MARKS[1]).ok_or("the list has no end")?;
    fs::write(page, [head, MARKS[0], "\n", &list, MARKS[1], tail].concat())?;
    Ok(())
}

/// What the page says of a template.
fn entry(template: &Template) -> String {
    let Template { name, summary, good_for, .. } = template;
    let mut text = format!("### `{name}`\n\n{summary}.\n\n");
    let columns = if template.columns == 1 { "one column" } else { "two columns" };
    let _ = writeln!(
        text,
        "Good for: {good_for}. Font: {}; accent: `{}`; {columns}.\n",
        template.font.name, template.accent
    );
    let _ = writeln!(text, "![The first page of a resume in {name}](gallery/{name}.png)\n");
    text
}

/// The first page, with few colors and therefore small.
fn picture(resume: &Resume, template: &Template) -> Result<Vec<u8>, Box<dyn Error>> {
    let pages = typeset::png(resume, &Options::new(template), SCALE)?;
    let first = pages.first().ok_or("there is no page")?;
    let mut reader = png::Decoder::new(std::io::Cursor::new(first)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("a page too large")?];
    let info = reader.next_frame(&mut pixels)?;
    // Shades of text are many and alike: three bits a channel are enough for the eye.
    let mut palette = BTreeMap::new();
    let shades: Vec<[u8; 3]> = pixels
        .chunks_exact(info.color_type.samples())
        .map(|pixel| [0, 1, 2].map(|channel| (u16::from(pixel[channel]) * 7 + 127) / 255))
        .map(|shade| shade.map(|level| u8::try_from(level * 255 / 7).unwrap_or(u8::MAX)))
        .collect();
    for shade in &shades {
        palette.insert(*shade, 0_u8);
    }
    for (index, place) in palette.values_mut().enumerate() {
        *place = u8::try_from(index)?;
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.set_palette(palette.keys().flatten().copied().collect::<Vec<u8>>());
    let indices: Vec<u8> = shades.iter().map(|shade| palette[shade]).collect();
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(file)
}
