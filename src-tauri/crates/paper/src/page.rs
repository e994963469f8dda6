//! Finished pages and the structure tree beside them: what is drawn where, and which element each mark belongs to.
//! Coordinates are PDF's: points from the lower left corner. No flow, no PDF objects.

mod draw;

pub(crate) use draw::{Links, Place, tone_colors};

use std::collections::HashMap;

use crate::document::Target;
use crate::text::{Color, Shaper};

/// Number of a structure element.
pub(crate) type NodeId = u32;

/// A structure element.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) tag: &'static str,
    pub(crate) kids: Vec<Kid>,
    pub(crate) more: Option<Box<More>>,
}

/// What only some structure elements carry.
#[derive(Debug, Default)]
pub(crate) struct More {
    pub(crate) alt: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) scope: Option<&'static str>,
    pub(crate) column_span: Option<usize>,
    pub(crate) bounds: Option<[f32; 4]>,
    pub(crate) numbering: Option<&'static str>,
    pub(crate) id: Option<String>,
}

/// A child of a structure element.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kid {
    Node(NodeId),
    Content { page: u32, mcid: u32 },
    Link { page: u32, index: u32 },
}

/// A clickable rectangle.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) bounds: [f32; 4],
    pub(crate) target: Target,
    pub(crate) contents: String,
    pub(crate) node: NodeId,
}

/// A bookmark.
#[derive(Debug)]
pub(crate) struct Bookmark {
    pub(crate) level: u8,
    pub(crate) title: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// One thing drawn, or a mark around what is drawn.
#[derive(Debug)]
pub(crate) enum Op {
    Begin { tag: &'static str, mcid: u32 },
    Artifact { kind: &'static str, subtype: Option<&'static str> },
    End,
    Rect { x: f32, y: f32, width: f32, height: f32, color: Color },
    Path { points: Vec<PathPoint>, closed: bool, fill: Option<Color>, stroke: Option<Stroke> },
    Text { face: u16, size: f32, x: f32, y: f32, color: Color, parts: Vec<Part>, backwards: bool },
    Image { index: usize, x: f32, y: f32, width: f32, height: f32 },
}

/// A point of a path; two control points before an end point make a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PathPoint {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) control: bool,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stroke {
    pub(crate) color: Color,
    pub(crate) width: f32,
    /// Length of dash and gap; 0 for a whole line.
    pub(crate) dash: f32,
}

/// Part of a text: glyph codes with the kerns after them (1/1000 em to the left, by index of the glyph).
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) codes: Vec<u16>,
    pub(crate) kerns: Vec<(u32, f32)>,
    /// What the glyphs stand for, where their font says something else.
    pub(crate) actual: Option<String>,
    /// Whether the replacement of the part before goes on in this one.
    pub(crate) continues: bool,
    /// Above the baseline, in points.
    pub(crate) rise: f32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark {
    None,
    Node(NodeId),
    Artifact(&'static str, Option<&'static str>),
}

/// A page.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) ops: Vec<Op>,
    /// The structure element of each marked piece.
    pub(crate) mcids: Vec<NodeId>,
    pub(crate) links: Vec<Link>,
    mark: Mark,
}

/// Glyphs of one face used so far, renumbered in the order of first use.
#[derive(Debug)]
pub(crate) struct Used {
    codes: HashMap<u16, u16>,
    /// Old number and text by new number.
    pub(crate) glyphs: Vec<(u16, String)>,
}

impl Used {
    fn new() -> Self {
        Used { codes: HashMap::from([(0, 0)]), glyphs: vec![(0, "\u{FFFD}".to_owned())] }
    }

    /// The code of a glyph, and whether it stands for this text everywhere.
    fn code(&mut self, glyph: u16, text: &str) -> (u16, bool) {
        if let Some(&code) = self.codes.get(&glyph) {
            return (code, self.glyphs[usize::from(code)].1 == text);
        }
        let code = self.glyphs.len() as u16;
        self.glyphs.push((glyph, text.to_owned()));
        self.codes.insert(glyph, code);
        (code, true)
    }
}

/// All pages, the structure tree, the glyphs in use.
pub(crate) struct Paper<'a> {
    pub(crate) shaper: &'a Shaper,
    pub(crate) pages: Vec<Page>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) used: Vec<Used>,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) anchors: HashMap<String, (usize, f32)>,
    /// The page drawn on.
    pub(crate) current: usize,
}

impl Page {
    fn set_mark(&mut self, mark: Mark) -> bool {
        if self.mark == mark {
            return false;
        }
        if self.mark != Mark::None {
            self.ops.push(Op::End);
        }
        self.mark = mark;
        true
    }
}

impl<'a> Paper<'a> {
    pub(crate) fn new(shaper: &'a Shaper) -> Self {
        Paper {
            shaper,
            pages: Vec::new(),
            nodes: vec![Node { tag: "Document", ..Node::default() }],
            used: shaper.fonts().faces().iter().map(|_| Used::new()).collect(),
            bookmarks: Vec::new(),
            anchors: HashMap::new(),
            current: 0,
        }
    }

    /// Starts a page and makes it the current one.
    pub(crate) fn add_page(&mut self, width: f32, height: f32) {
        if !self.pages.is_empty() {
            self.close();
        }
        self.pages.push(Page {
            width,
            height,
            ops: Vec::new(),
            mcids: Vec::new(),
            links: Vec::new(),
            mark: Mark::None,
        });
        self.current = self.pages.len() - 1;
    }

    pub(crate) fn page(&mut self) -> &mut Page {
        &mut self.pages[self.current]
    }

    /// A new element below a parent.
    pub(crate) fn node(&mut self, parent: NodeId, tag: &'static str) -> NodeId {
        let id = self.loose_node(tag);
        self.adopt(parent, id);
        id
    }

    /// A new element whose place in the tree is decided later.
    pub(crate) fn loose_node(&mut self, tag: &'static str) -> NodeId {
        self.nodes.push(Node { tag, ..Node::default() });
        (self.nodes.len() - 1) as NodeId
    }

    /// Puts an element below a parent.
    pub(crate) fn adopt(&mut self, parent: NodeId, child: NodeId) {
        self.nodes[parent as usize].kids.push(Kid::Node(child));
    }

    /// The rarer properties of an element.
    pub(crate) fn more(&mut self, node: NodeId) -> &mut More {
        self.nodes[node as usize].more.get_or_insert_default()
    }

    /// All that is drawn until the next mark belongs to this element.
    pub(crate) fn mark(&mut self, node: NodeId) {
        let index = self.current;
        let page = &mut self.pages[index];
        if !page.set_mark(Mark::Node(node)) {
            return;
        }
        let mcid = page.mcids.len() as u32;
        page.mcids.push(node);
        let element = &mut self.nodes[node as usize];
        page.ops.push(Op::Begin { tag: element.tag, mcid });
        element.kids.push(Kid::Content { page: index as u32, mcid });
    }

    /// All that is drawn until the next mark is decoration.
    pub(crate) fn artifact(&mut self) {
        self.artifact_of("Layout", None);
    }

    /// All that is drawn until the next mark is a running head or foot.
    pub(crate) fn running(&mut self, subtype: &'static str) {
        self.artifact_of("Pagination", Some(subtype));
    }

    /// Ends the current mark.
    pub(crate) fn close(&mut self) {
        self.page().set_mark(Mark::None);
    }

    /// Draws apart from what is on the page and puts it in at `position` of the page's list, so that it is read (or
    /// lies) before what came later.
    pub(crate) fn insert(&mut self, page: usize, position: usize, draw: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.current, page);
        self.close();
        let later = self.page().ops.split_off(position);
        draw(self);
        self.close();
        self.page().ops.extend(later);
        self.current = before;
    }

    fn artifact_of(&mut self, kind: &'static str, subtype: Option<&'static str>) {
        let page = self.page();
        if page.set_mark(Mark::Artifact(kind, subtype)) {
            page.ops.push(Op::Artifact { kind, subtype });
        }
    }
}
