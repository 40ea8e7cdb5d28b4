//! Where the pages stand: pictures that need no script, which a script replaces.

use maud::{Markup, html};

use crate::site::percent::encoded;

/// The pages of a revision of the resume `id`, whose widths and heights are `sizes`, in points.
pub(crate) fn section(
    id: &str,
    revision: i64,
    variant: Option<&str>,
    sizes: &[(f64, f64)],
) -> Markup {
    let count = sizes.len();
    html! {
        section #preview.preview aria-label="Preview" data-variant=[variant] {
            div #problem.problem role="alert" hidden {}
            div #pages.pages tabindex="0" role="group" aria-label="Pages" {
                @for (index, (width, height)) in sizes.iter().enumerate() {
                    @let number = index + 1;
                    figure.sheet {
                        img src=(address(id, revision, variant, number))
                            width=(width.round()) height=(height.round())
                            alt={ "Page " (number) " of " (count) ", as it will be printed" };
                    }
                }
                @if count == 0 { p #empty.quiet { "No page yet." } }
            }
            p #told.visually-hidden role="status" {}
        }
    }
}

fn address(id: &str, revision: i64, variant: Option<&str>, page: usize) -> String {
    let mut address = format!("/resumes/{id}/download/page.svg?page={page}&revision={revision}");
    if let Some(variant) = variant {
        address += "&variant=";
        address += &encoded(variant);
    }
    address
}
