//! A drawing as an SVG element: presentation attributes only, so that a content security policy without inline styles
//! lets it through; its text alternative in `<title>`.

use std::fmt::Write;

use super::drawing::{Anchor, Drawing, Ink, Shape};
use crate::text::Color;

/// The drawing as an `<svg>` element.
pub(crate) fn write(drawing: &Drawing, alt: &str) -> String {
    let (width, height) = (number(drawing.width), number(drawing.height));
    let mut out = String::with_capacity(drawing.shapes.len() * 90 + 400);
    push(
        &mut out,
        format_args!(
            "<svg class=\"paper-chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         lang=\"{}\" font-family=\"'Source Sans 3', system-ui, sans-serif\"><title>{}</title>",
            escape(&drawing.language),
            escape(alt)
        ),
    );
    push(&mut out, format_args!("<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>"));
    for shape in &drawing.shapes {
        shape_into(shape, &mut out);
    }
    out.push_str("</svg>");
    out
}

/// Text safe in HTML and XML, also between quotes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

fn shape_into(shape: &Shape, out: &mut String) {
    match shape {
        Shape::Rect { x, y, width, height, fill } => push(
            out,
            format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                number(*x),
                number(*y),
                number(*width),
                number(*height),
                color(*fill)
            ),
        ),
        Shape::Line { points, ink } => {
            push(out, format_args!("<polyline points=\"{}\" fill=\"none\"{}/>", places(points), stroke(Some(*ink))));
        }
        Shape::Polygon { points, fill, ink } => {
            push(
                out,
                format_args!("<polygon points=\"{}\" fill=\"{}\"{}/>", places(points), paint(*fill), stroke(*ink)),
            );
        }
        Shape::Circle { x, y, radius, fill, ink } => push(
            out,
            format_args!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{}/>",
                number(*x),
                number(*y),
                number(*radius),
                paint(*fill),
                stroke(*ink)
            ),
        ),
        Shape::Words { text, x, y, size, bold, color: ink, anchor } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let weight = if *bold { " font-weight=\"700\"" } else { "" };
            push(
                out,
                format_args!(
                    "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{anchor}{weight}>{}</text>",
                    number(*x),
                    number(*y),
                    number(*size),
                    color(*ink),
                    escape(text)
                ),
            );
        }
    }
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes everything");
}

fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn color(color: Color) -> String {
    format!("#{:02x}{:02x}{:02x}", color[0], color[1], color[2])
}

fn paint(fill: Option<Color>) -> String {
    fill.map_or_else(|| "none".to_owned(), color)
}

fn places(points: &[(f32, f32)]) -> String {
    points.iter().map(|point| format!("{},{}", number(point.0), number(point.1))).collect::<Vec<_>>().join(" ")
}

fn stroke(ink: Option<Ink>) -> String {
    let Some(ink) = ink else { return String::new() };
    let dash = if ink.dash > 0.0 { format!(" stroke-dasharray=\"{}\"", number(ink.dash)) } else { String::new() };
    format!(" stroke=\"{}\" stroke-width=\"{}\"{dash}", color(ink.color), number(ink.width))
}
