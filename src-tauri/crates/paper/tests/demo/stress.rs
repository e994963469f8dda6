//! The document that tries to break the printer: long tables and cells, long words, many scripts.

use liaise_paper::document::*;

use super::{created, texts, wording};

pub(crate) const ARABIC: &str = "تعمل الشراكة المحلية على تعزيز التعاون بين الشرطة والمدارس وخدمات الشباب في المدينة، وقد بلغ عدد المشاركين 125 شخصاً خلال عام 2026.";
pub(crate) const HEBREW: &str = "השותפות המקומית מחזקת את שיתוף הפעולה בין המשטרה, בתי הספר ושירותי הנוער (גרסה 2).";
pub(crate) const GREEK: &str =
    "Η σύμπραξη ενίσχυσε τη συνεργασία· οι δράσεις συνεχίζονται: «ασφαλείς γειτονιές», ᾧ τρόπῳ.";
pub(crate) const POLISH: &str =
    "Zażółć gęślą jaźń; współpraca między policją, szkołami a służbami młodzieżowymi rozwija się pomyślnie.";
pub(crate) const BULGARIAN: &str =
    "Партньорството засили сътрудничеството между полицията, училищата и службите за младежта.";
pub(crate) const MALTESE: &str =
    "Is-sħubija saħħet il-kooperazzjoni bejn il-pulizija, l-iskejjel u s-servizzi taż-żgħażagħ f’Għawdex.";
pub(crate) const GEORGIAN: &str = "ადგილობრივი პარტნიორობა აძლიერებს თანამშრომლობას.";
pub(crate) const ARMENIAN: &str = "Տեղական գործընկերությունը ամրապնդում է համագործակցությունը։";
pub(crate) const CATALAN: &str =
    "La col·laboració paral·lela il·lustra l’excel·lent intel·ligència col·lectiva del veïnat.";
pub(crate) const COMPOUND: &str = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
pub(crate) const COMPOUND_60: &str = "Jugendschutzsachbearbeiterfortbildungsveranstaltungsteilnahme";

/// A document with a table of so many rows.
pub(crate) fn stress(rows: usize) -> Document {
    let t = texts("de");
    let mut doc = Document::new("Belastungsprobe", "de", created(), format!("stress/{rows}"), wording(&t));
    doc.author = t.partner.to_owned();
    doc.running_head = t.partner.to_owned();
    doc.push(Block::contents());
    doc.push(Block::heading(1, "Schriften und Sprachen"));
    for (language, text) in [
        ("el", GREEK),
        ("pl", POLISH),
        ("bg", BULGARIAN),
        ("mt", MALTESE),
        ("ka", GEORGIAN),
        ("hy", ARMENIAN),
        ("ca", CATALAN),
        ("ar", ARABIC),
        ("he", HEBREW),
    ] {
        doc.push(Block::in_language(language, "", vec![Block::paragraph(text)]));
    }
    doc.push(Block::paragraph(vec![
        Inline::text("Namen im Satz: "),
        Inline::language("ar", "محمد الأمين"),
        Inline::text(" und "),
        Inline::language("ka", "ნინო ბერიძე"),
        Inline::text(" trafen 田中 (Tanaka) \u{1F642}; e\u{301} und q\u{308} bleiben."),
    ]));
    doc.push(Block::heading(2, "Lange Wörter"));
    doc.push(Block::paragraph(format!("{COMPOUND} {COMPOUND_60} {} ", "0123456789".repeat(30))));
    let mut narrow = Table::new("Schmale Spalten").column(Column::text("Wort").header());
    for nth in 0..6 {
        narrow = narrow.column(Column::text(format!("Spalte {nth}")));
    }
    narrow.add(std::iter::repeat_n(COMPOUND_60, 7));
    narrow.add(std::iter::repeat_n("kurz", 7));
    narrow.add(std::iter::repeat_n("kurz", 7));
    doc.push(narrow);
    doc.push(Block::heading(1, "Eine Zelle über drei Seiten"));
    let long = t.sentences.join(" ").repeat(14);
    doc.push(
        Table::new("Große Zelle")
            .column(Column::code("Nr."))
            .column(Column::text("Text"))
            .column(Column::text("Bemerkung"))
            .row([Cell::from("1"), long.as_str().into(), "kurz".into()])
            .row([Cell::from("2"), "kurz".into(), "kurz".into()])
            .row([Cell::from("3"), "kurz".into(), "kurz".into()]),
    );
    doc.push(Block::heading(1, "Lange Tabelle"));
    let mut table = Table::new("Alle Zeilen")
        .column(Column::number("Nr."))
        .column(Column::text("Name").header())
        .column(Column::code("Datum"))
        .column(Column::text("Gegenstand"))
        .column(Column::number("Wert"));
    for nth in 0..rows {
        table.add([
            (nth + 1).to_string(),
            t.names[nth % t.names.len()].to_owned(),
            format!("{:02}.{:02}.2026", nth % 28 + 1, nth % 12 + 1),
            t.items[nth % t.items.len()].to_owned(),
            format!("{}", nth * 37 % 9973),
        ]);
    }
    doc.push(table);
    doc
}
