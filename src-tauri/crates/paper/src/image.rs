//! Logos and pictures handed in by the user: recognised, bounded, decoded once. What is broken, huge or tries to reach
//! outside itself is refused with a reason. Drawing them is the layout's business.

use std::io::Cursor;
use std::sync::Arc;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use image::{ColorType, ImageDecoder, ImageReader, Limits};
use resvg::{tiny_skia, usvg};

/// How large a picture may be that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Largest file, in bytes.
    pub file: usize,
    /// Longest side, in pixels.
    pub side: u32,
    /// Longest side that is kept of it, in pixels.
    pub kept: u32,
}

/// What is taken where nothing else is said; kept are 300 pixels to the inch on the width of a page.
const WIDEST: Bounds = Bounds { file: 16 * 1024 * 1024, side: 10_000, kept: 2_000 };
/// Most shapes and groups of a drawing: copies of copies make many of few characters.
const MOST_SHAPES: usize = 20_000;
/// How deep a drawing may nest: readers of drawings go down by calling themselves.
const DEEPEST: usize = 200;
/// Longest side an SVG drawing is turned into, in pixels.
const DRAWN_SIDE: f32 = 1_200.0;

/// A decoded picture, white behind what was transparent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    width: u32,
    height: u32,
    content: Content,
    /// The file as it came, for the preview in the window.
    source: Arc<[u8]>,
    media_type: &'static str,
}

/// What goes into the PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Red, green, blue, one byte each.
    Pixels(Arc<[u8]>),
    /// A JPEG file as it is, with so many components.
    Jpeg(Arc<[u8]>, u8),
}

/// Why a picture was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// Neither PNG nor JPEG nor SVG.
    #[error("neither PNG nor JPEG nor SVG")]
    Unknown,
    /// A larger file, or a longer side, than is taken.
    #[error("the picture is too large")]
    TooLarge,
    /// The file is damaged.
    #[error("the picture is damaged")]
    Damaged,
    /// An SVG drawing with scripts, entities, foreign content or embedded pictures.
    #[error("the drawing contains more than shapes")]
    Unsafe,
    /// An SVG drawing with words that are not turned into shapes.
    #[error("the drawing contains words that are not shapes")]
    Words,
}

impl ImageError {
    /// The error's stable code, the key of its text.
    pub fn code(&self) -> &'static str {
        match self {
            ImageError::Unknown => "image_unknown",
            ImageError::TooLarge => "image_too_large",
            ImageError::Damaged => "image_damaged",
            ImageError::Unsafe => "image_unsafe",
            ImageError::Words => "image_words",
        }
    }
}

impl Image {
    /// Reads a PNG, JPEG or SVG file of at most 16 MB and 10,000 pixels on a side.
    ///
    /// # Errors
    /// What it is not, or why it is refused.
    pub fn read(bytes: &[u8]) -> Result<Self, ImageError> {
        Self::read_within(bytes, WIDEST)
    }

    /// The same, of a file that may be so large.
    ///
    /// # Errors
    /// What it is not, or why it is refused.
    pub fn read_within(bytes: &[u8], bounds: Bounds) -> Result<Self, ImageError> {
        if bytes.len() > bounds.file {
            return Err(ImageError::TooLarge);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            pixels(bytes, image::ImageFormat::Png, "image/png", bounds)
        } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
            pixels(bytes, image::ImageFormat::Jpeg, "image/jpeg", bounds)
        } else if std::str::from_utf8(bytes).is_ok_and(|text| text.contains("<svg")) {
            drawing(bytes)
        } else {
            Err(ImageError::Unknown)
        }
    }

    /// Width in pixels of what is kept.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels of what is kept.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// The file's media type.
    pub fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// The file as it came.
    pub fn source(&self) -> &[u8] {
        &self.source
    }

    /// The file as it came, as an address from which the window shows it.
    pub fn address(&self) -> String {
        format!("data:{};base64,{}", self.media_type, BASE64_STANDARD.encode(&self.source))
    }

    pub(crate) fn content(&self) -> &Content {
        &self.content
    }

    /// Width and height in points that keep the picture's shape within bounds.
    pub(crate) fn fit(&self, width: f32, height: f32) -> (f32, f32) {
        let ratio = self.height as f32 / self.width as f32;
        let width = width.max(8.0);
        if width * ratio <= height { (width, width * ratio) } else { (height / ratio, height) }
    }
}

fn pixels(
    bytes: &[u8],
    format: image::ImageFormat,
    media_type: &'static str,
    bounds: Bounds,
) -> Result<Image, ImageError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(bounds.side);
    limits.max_image_height = Some(bounds.side);
    limits.max_alloc = Some(512 * 1024 * 1024);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    let kind = decoder.color_type();
    let decoded = image::DynamicImage::from_decoder(decoder).map_err(refusal)?;
    let source: Arc<[u8]> = bytes.into();
    let small = width.max(height) <= bounds.kept;
    let components = match kind {
        ColorType::L8 => Some(1),
        ColorType::Rgb8 => Some(3),
        _ => None,
    };
    if let (image::ImageFormat::Jpeg, true, Some(components), true) = (format, small, components, plain_jpeg(bytes)) {
        let content = Content::Jpeg(source.clone(), components);
        return Ok(Image { width, height, content, source, media_type });
    }
    let decoded =
        if small { decoded } else { decoded.resize(bounds.kept, bounds.kept, image::imageops::FilterType::Triangle) };
    let rgba = decoded.to_rgba8();
    let (width, height) = rgba.dimensions();
    let content = Content::Pixels(on_white(rgba.as_raw(), false));
    Ok(Image { width, height, content, source, media_type })
}

/// Three components without an Adobe marker are YCbCr, which is what a PDF reader takes them for.
fn plain_jpeg(bytes: &[u8]) -> bool {
    !bytes[..bytes.len().min(4096)].windows(5).any(|window| window == b"Adobe")
}

fn refusal(error: image::ImageError) -> ImageError {
    match error {
        image::ImageError::Limits(_) => ImageError::TooLarge,
        _ => ImageError::Damaged,
    }
}

fn drawing(bytes: &[u8]) -> Result<Image, ImageError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ImageError::Unknown)?;
    let lower = text.to_ascii_lowercase();
    let reaching = ["<script", "<!entity", "<foreignobject", "<image", "<feimage", "javascript:", "<iframe", "file:"];
    if reaching.iter().any(|what| lower.contains(what)) || event_handler(&lower) {
        return Err(ImageError::Unsafe);
    }
    if lower.contains("<text") {
        return Err(ImageError::Words);
    }
    if text.matches('<').count() > 60_000 {
        return Err(ImageError::TooLarge);
    }
    if depth(text) > DEEPEST {
        return Err(ImageError::TooLarge);
    }
    let options = usvg::Options {
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(text, &options).map_err(|error| match error {
        // Copies of copies, as far as anybody counts them.
        usvg::Error::ParsingFailed(usvg::roxmltree::Error::NodesLimitReached) | usvg::Error::ElementsLimitReached => {
            ImageError::TooLarge
        }
        _ => ImageError::Damaged,
    })?;
    if shapes(tree.root()) > MOST_SHAPES {
        return Err(ImageError::TooLarge);
    }
    let size = tree.size();
    let scale = DRAWN_SIDE / size.width().max(size.height());
    if !scale.is_finite() || scale <= 0.0 {
        return Err(ImageError::Damaged);
    }
    let (width, height) =
        ((size.width() * scale).round().max(1.0) as u32, (size.height() * scale).round().max(1.0) as u32);
    let mut pixmap = tiny_skia::Pixmap::new(width, height).ok_or(ImageError::TooLarge)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let content = Content::Pixels(on_white(pixmap.data(), true));
    Ok(Image { width, height, content, source: bytes.into(), media_type: "image/svg+xml" })
}

/// How deep the elements of a drawing nest at most, counted before anything reads it as XML. What stands in comments and
/// values may count as well: no sound logo comes near the bound.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for part in text.split('<').skip(1) {
        if part.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !part.starts_with(['!', '?']) && !part.split('>').next().is_some_and(|tag| tag.ends_with('/')) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// Shapes and groups below a group, each time that they are drawn.
fn shapes(group: &usvg::Group) -> usize {
    let inside = |node: &usvg::Node| match node {
        usvg::Node::Group(group) => shapes(group),
        _ => 0,
    };
    group.children().iter().map(|node| 1 + inside(node)).sum()
}

/// An attribute such as `onload=`.
fn event_handler(lower: &str) -> bool {
    lower.match_indices(" on").any(|(at, _)| {
        let rest = &lower[at + 3..];
        let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
        name > 2 && rest[name..].trim_start().starts_with('=')
    })
}

fn on_white(rgba: &[u8], premultiplied: bool) -> Arc<[u8]> {
    let blend = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        let own = if premultiplied { value * 255 } else { value * alpha };
        ((own + 255 * (255 - alpha) + 127) / 255).min(255) as u8
    };
    rgba.chunks_exact(4)
        .flat_map(|pixel| [blend(pixel[0], pixel[3]), blend(pixel[1], pixel[3]), blend(pixel[2], pixel[3])])
        .collect()
}
