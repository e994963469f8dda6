//! The structure tree against the pages: every marked piece is in the tree once, the parent tree agrees, pieces are read
//! in the order in which they are drawn, elements have what their kind needs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

use super::content::PageContent;
use super::{dictionary, entry, name_of, resolve};

struct Walk<'p> {
    pdf: &'p Pdf,
    pages: HashMap<ObjectId, usize>,
    /// Marked content in reading order: page, number, element.
    content: Vec<(usize, i64, ObjectId)>,
    /// Link annotations and the elements they are in.
    links: HashMap<ObjectId, ObjectId>,
    /// Pieces that belong to notes (read after their paragraph, drawn at the foot) and to links outside contents.
    notes: BTreeSet<(usize, i64)>,
    underlined: Vec<(usize, i64)>,
    headings: Vec<u8>,
    found: Vec<String>,
    seen: BTreeSet<ObjectId>,
}

/// Where in the tree the walk is.
#[derive(Clone, Copy, Default)]
struct Above {
    note: bool,
    contents: bool,
    link: bool,
}

pub(super) fn judge(pdf: &Pdf, pages: &[(ObjectId, PageContent)], found: &mut Vec<String>) {
    let Some(root) = pdf.catalog().ok().and_then(|catalog| dictionary(pdf, catalog, "StructTreeRoot")) else {
        found.push("there is no structure tree".to_owned());
        return;
    };
    let mut walk = Walk {
        pdf,
        pages: pages.iter().enumerate().map(|(index, page)| (page.0, index)).collect(),
        content: Vec::new(),
        links: HashMap::new(),
        notes: BTreeSet::new(),
        underlined: Vec::new(),
        headings: Vec::new(),
        found: Vec::new(),
        seen: BTreeSet::new(),
    };
    if let Ok(Object::Reference(document)) = root.get(b"K") {
        walk.element(*document, Above::default());
    }
    walk.levels();
    found.append(&mut walk.found);
    order(&walk, pages, found);
    parents(&walk, root, pages, found);
    for (page, mcid) in &walk.underlined {
        let content = &pages[*page].1;
        let text = content.texts.iter().find(|text| text.mcid == Some(*mcid) && text.bounds[2] - text.bounds[0] > 1.0);
        let under = content.rules.iter().any(|(mark, _)| *mark == Some(*mcid));
        if text.is_some() && !under {
            found.push(format!("page {}: a link is not underlined", page + 1));
        }
    }
}

impl Walk<'_> {
    fn element(&mut self, id: ObjectId, above: Above) {
        if !self.seen.insert(id) {
            self.found.push("an element stands twice in the structure tree".to_owned());
            return;
        }
        let Ok(element) = self.pdf.get_dictionary(id) else {
            self.found.push("an element of the structure tree is missing".to_owned());
            return;
        };
        let tag = name_of(element.get(b"S").ok());
        let above = Above {
            note: above.note || tag == "Note",
            contents: above.contents || tag == "TOC",
            link: above.link || tag == "Link",
        };
        let page = element.get(b"Pg").ok().and_then(|page| page.as_reference().ok());
        let kids: Vec<&Object> = match element.get(b"K").map(|kids| resolve_array(self.pdf, kids)) {
            Ok(Object::Array(kids)) => kids.iter().collect(),
            Ok(other) => vec![other],
            Err(_) => Vec::new(),
        };
        let mut tags = Vec::new();
        for kid in kids {
            match kid {
                Object::Integer(mcid) => self.piece(page, *mcid, id, above),
                Object::Reference(child) => {
                    let child_element = self.pdf.get_dictionary(*child).ok();
                    tags.push(child_element.map(|child| name_of(child.get(b"S").ok())).unwrap_or_default());
                    if child_element
                        .is_some_and(|child| child.get(b"P").and_then(Object::as_reference).ok() != Some(id))
                    {
                        self.found.push(format!("an element below {tag} names another parent"));
                    }
                    self.element(*child, above);
                }
                Object::Dictionary(kid) => match name_of(kid.get(b"Type").ok()).as_str() {
                    "MCR" => {
                        let own = kid.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page);
                        let mcid = kid.get(b"MCID").and_then(Object::as_i64).unwrap_or(-1);
                        self.piece(own, mcid, id, above);
                    }
                    "OBJR" => {
                        tags.push("OBJR".to_owned());
                        if let Ok(annotation) = kid.get(b"Obj").and_then(Object::as_reference) {
                            self.links.insert(annotation, id);
                        }
                    }
                    other => self.found.push(format!("a child of kind `{other}` below {tag}")),
                },
                _ => self.found.push(format!("a child of no known kind below {tag}")),
            }
        }
        self.rules(&tag, element, &tags);
    }

    fn piece(&mut self, page: Option<ObjectId>, mcid: i64, element: ObjectId, above: Above) {
        match page.and_then(|page| self.pages.get(&page)) {
            Some(&page) => {
                self.content.push((page, mcid, element));
                if above.note {
                    self.notes.insert((page, mcid));
                }
                if above.link && !above.contents {
                    self.underlined.push((page, mcid));
                }
            }
            None => self.found.push(format!("marked content {mcid} is on no page")),
        }
    }

    /// What elements of a kind need.
    fn rules(&mut self, tag: &str, element: &Dictionary, kids: &[String]) {
        let filled = |key: &str| {
            entry(self.pdf, element, key).and_then(|text| text.as_str().ok()).is_some_and(|text| text.len() > 2)
        };
        let only = |allowed: &[&str]| kids.iter().all(|kid| allowed.contains(&kid.as_str()));
        let mut fault = None;
        match tag {
            "Figure" if !filled("Alt") => fault = Some("a figure has no text alternative"),
            "Link" if !kids.iter().any(|kid| kid == "OBJR") => fault = Some("a link has no annotation"),
            "Note" if !filled("ID") => fault = Some("a note has no identifier"),
            "L" if !only(&["LI", "Caption"]) => fault = Some("a list holds something other than items"),
            "LI" if !only(&["Lbl", "LBody"]) => fault = Some("a list item holds something other than label and body"),
            "Table" if !only(&["Caption", "THead", "TBody"]) => fault = Some("a table holds something other than rows"),
            "Table" if kids.first().map(String::as_str) != Some("Caption") => fault = Some("a table has no caption"),
            "THead" | "TBody" if !only(&["TR"]) => fault = Some("a table part holds something other than rows"),
            "TR" if !only(&["TH", "TD"]) => fault = Some("a table row holds something other than cells"),
            "TH" if !self.has_scope(element) => fault = Some("a header cell does not say what it heads"),
            "TOC" if !only(&["TOCI"]) => fault = Some("the contents hold something other than entries"),
            _ => {}
        }
        if let Some(level) = tag.strip_prefix('H').and_then(|level| level.parse().ok()) {
            self.headings.push(level);
        }
        self.found.extend(fault.map(str::to_owned));
    }

    fn has_scope(&self, element: &Dictionary) -> bool {
        match entry(self.pdf, element, "A") {
            Some(Object::Dictionary(attributes)) => attributes.has(b"Scope"),
            Some(Object::Array(list)) => {
                list.iter().any(|item| resolve(self.pdf, item).as_dict().is_ok_and(|item| item.has(b"Scope")))
            }
            _ => false,
        }
    }

    fn levels(&mut self) {
        let mut last = 0;
        for &level in &self.headings {
            if level > last + 1 {
                self.found.push(format!("a heading of level {level} follows one of level {last}"));
            }
            last = level;
        }
    }
}

fn resolve_array<'p>(pdf: &'p Pdf, object: &'p Object) -> &'p Object {
    match resolve(pdf, object) {
        array @ Object::Array(_) => array,
        _ => object,
    }
}

/// Every piece is read once, and in the order in which it is drawn.
fn order(walk: &Walk<'_>, pages: &[(ObjectId, PageContent)], found: &mut Vec<String>) {
    let mut by_page: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
    for (page, mcid, _) in &walk.content {
        by_page.entry(*page).or_default().push(*mcid);
    }
    for (index, (_, content)) in pages.iter().enumerate() {
        let number = index + 1;
        let read = by_page.remove(&index).unwrap_or_default();
        let unique: BTreeSet<i64> = read.iter().copied().collect();
        let drawn: BTreeSet<i64> = content.mcids.iter().copied().collect();
        if unique.len() != read.len() {
            found.push(format!("page {number}: marked content is read twice"));
        }
        if drawn.len() != content.mcids.len() {
            found.push(format!("page {number}: two pieces of marked content have one number"));
        }
        for mcid in drawn.difference(&unique) {
            found.push(format!("page {number}: marked content {mcid} is in no element"));
        }
        for mcid in unique.difference(&drawn) {
            found.push(format!("page {number}: marked content {mcid} is read but not drawn"));
        }
        // A heading at the foot of a page has lost what it heads.
        let last = content.mcids.iter().rev().find(|mcid| !walk.notes.contains(&(index, **mcid)));
        let owner = walk.content.iter().find(|piece| piece.0 == index && Some(&piece.1) == last).map(|piece| piece.2);
        let tag = owner.and_then(|id| walk.pdf.get_dictionary(id).ok()).map(|element| name_of(element.get(b"S").ok()));
        if number < pages.len() && tag.is_some_and(|tag| matches!(tag.as_str(), "H1" | "H2" | "H3" | "H4")) {
            found.push(format!("page {number}: a heading stands alone at the foot"));
        }
        let place: HashMap<i64, usize> = content.mcids.iter().enumerate().map(|(nth, mcid)| (*mcid, nth)).collect();
        let places: Vec<usize> = read
            .iter()
            .filter(|mcid| !walk.notes.contains(&(index, **mcid)))
            .filter_map(|mcid| place.get(mcid).copied())
            .collect();
        if places.windows(2).any(|pair| pair[0] > pair[1]) {
            found.push(format!("page {number}: text is read in another order than it is drawn"));
        }
    }
}

/// The parent tree leads from every piece and link back to its element.
fn parents(walk: &Walk<'_>, root: &Dictionary, pages: &[(ObjectId, PageContent)], found: &mut Vec<String>) {
    let pdf = walk.pdf;
    let mut tree: HashMap<i64, &Object> = HashMap::new();
    let numbers = dictionary(pdf, root, "ParentTree")
        .and_then(|tree| entry(pdf, tree, "Nums"))
        .and_then(|nums| nums.as_array().ok());
    for pair in numbers.map(Vec::as_slice).unwrap_or_default().chunks_exact(2) {
        if let Ok(key) = pair[0].as_i64() {
            tree.insert(key, &pair[1]);
        }
    }
    let mut owners: HashMap<(usize, i64), ObjectId> = HashMap::new();
    for (page, mcid, element) in &walk.content {
        owners.insert((*page, *mcid), *element);
    }
    for (index, (id, content)) in pages.iter().enumerate() {
        let number = index + 1;
        let Ok(page) = pdf.get_dictionary(*id) else { continue };
        let key = page.get(b"StructParents").and_then(Object::as_i64).unwrap_or(-1);
        let list = tree.get(&key).map(|list| resolve(pdf, list)).and_then(|list| list.as_array().ok());
        for mcid in &content.mcids {
            let parent = list.and_then(|list| list.get(*mcid as usize)).and_then(|parent| parent.as_reference().ok());
            if parent.is_none() || parent != owners.get(&(index, *mcid)).copied() {
                found.push(format!("page {number}: the parent tree is wrong about marked content {mcid}"));
            }
        }
        for annotation in entry(pdf, page, "Annots").and_then(|list| list.as_array().ok()).into_iter().flatten() {
            let Ok(id) = annotation.as_reference() else {
                found.push(format!("page {number}: a link cannot be referred to"));
                continue;
            };
            let Ok(link) = pdf.get_dictionary(id) else { continue };
            let key = link.get(b"StructParent").and_then(Object::as_i64).unwrap_or(-1);
            let parent = tree.get(&key).and_then(|parent| parent.as_reference().ok());
            if parent.is_none() || parent != walk.links.get(&id).copied() {
                found.push(format!("page {number}: the parent tree is wrong about a link"));
            }
            if entry(pdf, link, "Contents").and_then(|text| text.as_str().ok()).is_none_or(<[u8]>::is_empty) {
                found.push(format!("page {number}: a link has no description"));
            }
            if !link.has(b"A") && !link.has(b"Dest") {
                found.push(format!("page {number}: a link leads nowhere"));
            }
        }
        if name_of(page.get(b"Tabs").ok()) != "S" {
            found.push(format!("page {number}: the keyboard does not follow the structure"));
        }
    }
}
