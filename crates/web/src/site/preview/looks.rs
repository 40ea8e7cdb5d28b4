//! The templates as pictures to choose from. A script puts them to use; without one the field of the
//! form does.

use maud::{Markup, html};

use crate::site::pages::templates::address;

/// Width and height of a picture on the page, in pixels.
const SIZE: (u16, u16) = (132, 187);

/// All of them, one a button.
pub(crate) fn looks() -> Markup {
    html! {
        details #looks.looks hidden {
            summary { "Templates" }
            ul {
                @for template in typeset::templates() {
                    li {
                        button type="button" data-template=(template.name) aria-pressed="false"
                            title=(template.summary) {
                            img src=(address(template)) width=(SIZE.0) height=(SIZE.1)
                                loading="lazy" alt="";
                            span { (template.name) }
                        }
                    }
                }
            }
        }
    }
}
