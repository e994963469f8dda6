//! Invented documents in three languages, one for each page design: what the tests, the benchmark and the example
//! print. City, people and numbers do not exist.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use liaise_paper::chart::*;
use liaise_paper::document::*;

#[path = "demo/stress.rs"]
pub(crate) mod stress;
#[path = "demo/texts.rs"]
mod texts;

pub(crate) use texts::{Texts, texts};

/// The moment all demo documents were made.
pub(crate) fn created() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).single().expect("a date that exists")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date that exists")
}

pub(crate) fn wording(texts: &Texts) -> Wording {
    let [contents, page, continued, footnote, data, item, value, baseline, actual, target, start, end] =
        texts.wording.map(str::to_owned);
    Wording {
        contents,
        page,
        continued,
        footnote,
        chart_data: data,
        chart_item: item,
        chart_value: value,
        chart_baseline: baseline,
        chart_actual: actual,
        chart_target: target,
        chart_start: start,
        chart_end: end,
        numbers: Numbers { decimal: ",".to_owned(), group: "\u{202F}".to_owned(), group_from: 4 },
    }
}

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 48"><rect width="48" height="48" rx="8" fill="#0d477d"/><path d="M10 34 L24 10 L38 34 Z" fill="#f2b134"/><path d="M58 12h54v6h-54zM58 24h40v4h-40zM58 32h46v4h-46z" fill="#4e5a67"/></svg>"##;

/// An invented logo.
pub(crate) fn sign_logo() -> Image {
    Image::read(LOGO.as_bytes()).expect("a sound drawing")
}

fn bare(texts: &Texts, design: Design, title: &str) -> Document {
    let mut document =
        Document::new(title, texts.language, created(), format!("demo/{}/{design:?}", texts.language), wording(texts));
    document.design = design;
    document.author = texts.partner.to_owned();
    document.subject = texts.subtitle.to_owned();
    document.running_head = texts.partner.to_owned();
    document.running_foot = texts.period.to_owned();
    document.front.sample = Some(texts.sample.to_owned());
    document.front.logos = vec![Logo { image: sign_logo(), alt: texts.logo.to_owned(), language: None }];
    document.front.funding = Some(Funding {
        emblem: Some(texts.emblem.to_owned()),
        statement: texts.statement.to_owned(),
        disclaimer: texts.disclaimer.to_owned(),
    });
    document
}

/// A report of about ten pages with everything a report can hold.
pub(crate) fn report(language: &str) -> Document {
    let t = texts(language);
    let mut doc = bare(&t, Design::Report, t.title);
    doc.front.subtitle = t.subtitle.to_owned();
    doc.front.sensitivity = Some(t.sensitivity.to_owned());
    doc.front.facts = t.facts.iter().map(|(label, value)| Fact::new(*label, *value)).collect();
    doc.attachments.push(Attachment {
        name: "values.csv".to_owned(),
        media_type: "text/csv".to_owned(),
        description: t.table_caption.to_owned(),
        bytes: b"item,value\na,1\n".to_vec(),
    });
    let h = t.headings;
    let sentence = |nth: usize| t.sentences[nth % t.sentences.len()];
    let paragraph =
        |from: usize, count: usize| Block::paragraph((from..from + count).map(sentence).collect::<Vec<_>>().join(" "));
    doc.push(Block::contents());
    doc.push(Block::heading(1, h[0]));
    doc.push(Block::lead(sentence(0)));
    doc.push(paragraph(1, 5));
    doc.push(Block::paragraph(vec![
        Inline::text(format!("{} ", sentence(6))),
        Inline::strong(sentence(2)),
        Inline::text(" "),
        Inline::emphasis(sentence(3)),
        Inline::footnote(sentence(4)),
        Inline::text(" "),
        Inline::link("https://efus.eu/", t.link),
        Inline::text(" · "),
        Inline::reference("measures", h[5]),
        Inline::text("."),
    ]));
    doc.push(CallOut::new(CallOutKind::Note, t.callout, sentence(5)));
    doc.push(Block::heading(2, h[1]));
    doc.push(Block::facts(t.facts.iter().map(|(label, value)| (*label, *value))));
    doc.push(paragraph(2, 6));
    doc.push(figure_bars(&t));
    doc.push(paragraph(0, 7));
    doc.push(Block::heading(2, h[2]));
    doc.push(
        List::new(Numbering::Decimal)
            .item_with(sentence(1), vec![List::bullets([sentence(2), sentence(3)]).into()])
            .item(sentence(4))
            .item(sentence(5)),
    );
    doc.push(paragraph(3, 7));
    doc.push(Block::heading(1, h[3]));
    doc.push(paragraph(4, 6));
    doc.push(table(&t, 26));
    doc.push(Block::heading(3, h[4]));
    doc.push(paragraph(1, 8));
    doc.push(figure_timeline(&t));
    doc.push(paragraph(5, 8));
    doc.push(Block::anchored_heading(1, h[5], "measures"));
    doc.push(paragraph(0, 9));
    doc.push(figure_bullets(&t));
    doc.push(CallOut::new(CallOutKind::Warning, t.callout, sentence(1)));
    doc.push(paragraph(2, 8));
    doc.push(Block::heading(2, h[6]));
    doc.push(figure_lines(&t));
    doc.push(paragraph(3, 8));
    doc.push(Block::in_language("el", t.original, vec![Block::paragraph(texts("el").sentences[2])]));
    doc.push(Block::heading(2, h[7]));
    doc.push(figure_map(&t));
    doc.push(paragraph(1, 9));
    doc.push(figure_heat(&t));
    doc.push(Block::bullets([sentence(0), sentence(1), sentence(6)]));
    doc.push(Block::heading(1, h[8]));
    doc.push(paragraph(0, 10));
    doc.push(figure_stacked(&t));
    doc.push(figure_diverging(&t));
    doc.push(Block::small(sentence(3)));
    doc.push(Block::Signatures(vec![
        SignatureLine::new(t.names[0], t.partner),
        SignatureLine::new(t.names[1], t.partner),
    ]));
    doc
}

fn table(t: &Texts, rows: usize) -> Table {
    let columns = t.columns;
    let mut table = Table::new(t.table_caption)
        .column(Column::text(columns[0]).header())
        .column(Column::code(columns[1]))
        .column(Column::number(columns[2]))
        .column(Column::text(columns[3]))
        .column(Column::text(columns[4]));
    for nth in 0..rows {
        if nth % 10 == 0 {
            table = table.group(t.headings[(nth / 10) % t.headings.len()]);
        }
        let (tone, letter, label) = t.ratings[nth % t.ratings.len()];
        table.add([
            Cell::from(t.names[nth % t.names.len()]),
            format!("{:02}.{:02}.2026", nth % 28 + 1, nth % 12 + 1).into(),
            format!("{}", 17 + nth * 37 % 900).into(),
            t.sentences[nth % t.sentences.len()].split(' ').take(3 + nth % 6).collect::<Vec<_>>().join(" ").into(),
            Rating::new(tone, letter, label).into(),
        ]);
    }
    table.total([Cell::over(2, t.total), Cell::from("12\u{202F}345")])
}

fn items(t: &Texts) -> Vec<String> {
    t.items.iter().map(|item| (*item).to_owned()).collect()
}

fn figure_bars(t: &Texts) -> Figure {
    let bars = Bars::simple(Arrangement::Horizontal, items(t).into_iter().zip([41.0, 63.0, 18.0, 77.0, 29.0]));
    Figure::chart(bars, t.alt, t.figure_caption).with_data_table()
}

fn figure_stacked(t: &Texts) -> Figure {
    let series = |name: &str, values: [f64; 5]| Series::new(name, values);
    let chart = Bars {
        categories: items(t),
        series: vec![
            series(t.items[0], [12.0, 9.0, 14.0, 20.0, 6.0]),
            series(t.items[1], [8.0, 13.0, 4.0, 11.0, 9.0]),
            series(t.items[2], [5.0, 6.0, 9.0, 3.0, 12.0]),
        ],
        arrangement: Arrangement::Stacked,
        unit: String::new(),
    };
    Figure::chart(chart, t.alt, t.figure_caption)
}

fn figure_diverging(t: &Texts) -> Figure {
    let chart = Bars {
        categories: items(t),
        series: vec![
            Series::new(t.ratings[2].2, [12.0, 4.0, 7.0, 2.0, 9.0]),
            Series::new(t.ratings[1].2, [6.0, 8.0, 5.0, 10.0, 7.0]),
            Series::new(t.ratings[0].2, [14.0, 21.0, 11.0, 17.0, 9.0]),
            Series::new(t.items[4], [8.0, 3.0, 9.0, 6.0, 4.0]),
        ],
        arrangement: Arrangement::Diverging,
        unit: String::new(),
    };
    Figure::chart(chart, t.alt, t.figure_caption)
}

fn figure_lines(t: &Texts) -> Figure {
    let chart = Lines {
        periods: ["2021", "2022", "2023", "2024", "2025", "2026"].map(str::to_owned).to_vec(),
        series: vec![
            Series {
                name: t.items[0].to_owned(),
                values: vec![Some(12.0), Some(18.0), None, Some(31.0), Some(38.5), Some(44.0)],
            },
            Series::new(t.items[1], [30.0, 27.0, 26.0, 22.0, 19.0, 15.0]),
        ],
        targets: vec![TargetLine { name: t.wording[9].to_owned(), value: 50.0 }],
        unit: " %".to_owned(),
    };
    Figure::chart(chart, t.alt, t.figure_caption)
}

fn figure_timeline(t: &Texts) -> Figure {
    let row = |nth: usize, start: NaiveDate, end: NaiveDate, done: Option<f64>| TimelineRow {
        label: t.items[nth].to_owned(),
        dates: (start.format("%d.%m.%Y").to_string(), end.format("%d.%m.%Y").to_string()),
        start,
        end,
        done,
        planned: (nth % 2 == 1).then(|| (start - chrono::Days::new(20), end - chrono::Days::new(9))),
    };
    let chart = Timeline {
        from: day(2026, 1, 1),
        to: day(2026, 12, 31),
        ticks: (1..=12).map(|month| (day(2026, month, 1), format!("{month:02}/26"))).collect(),
        rows: vec![
            row(0, day(2026, 1, 15), day(2026, 4, 30), Some(1.0)),
            row(1, day(2026, 3, 1), day(2026, 9, 15), Some(0.4)),
            row(2, day(2026, 5, 20), day(2026, 5, 20), None),
            row(3, day(2026, 8, 1), day(2026, 12, 20), Some(0.0)),
            row(4, day(2026, 10, 5), day(2026, 11, 30), None),
        ],
        today: Some((day(2026, 6, 1), "01.06.2026".to_owned())),
        legend: Some((t.items[3].to_owned(), t.items[4].to_owned())),
    };
    Figure::chart(chart, t.alt, t.figure_caption)
}

fn figure_bullets(t: &Texts) -> Figure {
    let row = |nth: usize, baseline: f64, actual: f64, target: f64, unit: &str| Bullet {
        label: t.items[nth].to_owned(),
        baseline: Some(baseline),
        actual: Some(actual),
        target: Some(target),
        unit: unit.to_owned(),
    };
    let chart = Bullets {
        rows: vec![row(0, 10.0, 34.0, 50.0, ""), row(1, 42.0, 61.0, 80.0, " %"), row(2, 0.0, 1250.0, 1000.0, "")],
    };
    Figure::chart(chart, t.alt, t.figure_caption)
}

fn figure_map(t: &Texts) -> Figure {
    let spots = [(0.9, 0.8), (0.7, 0.9), (0.3, 0.6), (0.9, 0.8), (0.2, 0.2)];
    let chart = Map {
        across: t.items[0].to_owned(),
        up: t.items[3].to_owned(),
        ends: ("1".to_owned(), "5".to_owned()),
        quarters: [t.ratings[1].2, t.ratings[0].2, "", t.ratings[2].2].map(str::to_owned),
        points: spots
            .iter()
            .enumerate()
            .map(|(nth, &(across, up))| MapPoint {
                label: t.names[nth % t.names.len()].to_owned(),
                across,
                up,
                words: (format!("{across}"), format!("{up}")),
            })
            .collect(),
    };
    Figure::chart(chart, t.alt, t.figure_caption)
}

fn figure_heat(t: &Texts) -> Figure {
    let cell = |nth: usize| {
        let (tone, letter, label) = t.ratings[nth % t.ratings.len()];
        HeatCell { shade: Shade::Tone(tone), mark: letter.to_owned(), label: label.to_owned() }
    };
    let chart = Heat {
        columns: ["2023", "2024", "2025", "2026"].map(str::to_owned).to_vec(),
        rows: (0..4)
            .map(|row| HeatRow {
                name: t.items[row].to_owned(),
                cells: (0..4).map(|column| (row + column != 5).then(|| cell(row * 2 + column))).collect(),
            })
            .collect(),
        legend: (0..3).map(cell).collect(),
    };
    Figure::chart(chart, t.alt, t.figure_caption)
}

/// Two days, a page each, with room to sign.
pub(crate) fn sign_in(language: &str) -> Document {
    let t = texts(language);
    let mut doc = bare(&t, Design::SignInSheet, t.sheet_title);
    doc.front.subtitle = t.subtitle.to_owned();
    doc.front.facts = t.facts.iter().take(2).map(|(label, value)| Fact::new(*label, *value)).collect();
    doc.front.logos.clear();
    doc.front.funding = None;
    for date in ["12.05.2026", "13.05.2026"] {
        if date.starts_with("13") {
            doc.push(Block::PageBreak);
        }
        doc.push(Block::heading(1, format!("{} {date}", t.columns[1])));
        let mut table = Table::new(format!("{} {date}", t.sheet_title))
            .column(Column::number("№"))
            .column(Column::text(t.columns[0]).header().min(170.0))
            .column(Column::text(t.columns[3]).min(150.0))
            .column(Column::blank(t.signature, 130.0))
            .column(Column::blank(t.signature, 130.0));
        for nth in 0..9 {
            let cells = [(nth + 1).to_string(), t.names.get(nth).copied().unwrap_or("").to_owned(), String::new()];
            table.rows.push(Row::new(cells).height(32.0));
        }
        doc.push(table);
    }
    doc
}

/// A certificate.
pub(crate) fn certificate(language: &str) -> Document {
    let t = texts(language);
    let mut doc = bare(&t, Design::Certificate, t.certificate);
    doc.front.subtitle = t.subtitle.to_owned();
    doc.push(Block::styled(ParagraphStyle::Display, t.names[0]));
    doc.push(Block::styled(ParagraphStyle::Centred, t.sentences[1]));
    doc.push(Block::styled(ParagraphStyle::Centred, format!("{} · 12.05.2026", t.facts[1].1)));
    doc.push(Block::Signatures(vec![
        SignatureLine::new(t.names[1], t.partner),
        SignatureLine::new(t.names[2], t.partner),
    ]));
    doc
}

/// A one-page sheet.
pub(crate) fn sheet(language: &str) -> Document {
    let t = texts(language);
    let mut doc = bare(&t, Design::Sheet, t.title);
    doc.front.subtitle = t.subtitle.to_owned();
    doc.front.logos.clear();
    doc.push(Block::lead(t.sentences[0]));
    doc.push(Block::facts(t.facts.iter().map(|(label, value)| (*label, *value))));
    doc.push(Block::heading(2, t.headings[1]));
    doc.push(Block::paragraph(t.sentences[1..4].join(" ")));
    doc.push(Block::heading(2, t.headings[5]));
    doc.push(Block::bullets(t.sentences[2..5].iter().copied()));
    doc.push(CallOut::new(CallOutKind::Success, t.callout, t.sentences[5]));
    doc
}

/// Minutes of a meeting.
pub(crate) fn minutes(language: &str) -> Document {
    let t = texts(language);
    let mut doc = bare(&t, Design::Minutes, t.minutes);
    doc.front.subtitle = t.title.to_owned();
    doc.front.facts = t.facts.iter().map(|(label, value)| Fact::new(*label, *value)).collect();
    doc.push(List::new(Numbering::Decimal).item(t.headings[0]).item(t.headings[1]).item(t.headings[5]));
    for nth in [0, 1, 5] {
        doc.push(Block::heading(1, t.headings[nth]));
        doc.push(Block::paragraph(t.sentences[nth..nth + 2].join(" ")));
        doc.push(List::new(Numbering::Box).item(t.sentences[2]).item(t.sentences[3]));
    }
    let mut table = Table::new(t.table_caption)
        .column(Column::text(t.columns[3]).header())
        .column(Column::text(t.columns[0]))
        .column(Column::code(t.columns[1]));
    for nth in 0..4 {
        table.add([t.items[nth], t.names[nth], "30.06.2026"]);
    }
    doc.push(table);
    doc.push(Block::Signatures(vec![
        SignatureLine::new(t.names[0], t.partner),
        SignatureLine::new(t.names[1], t.partner),
    ]));
    doc
}

/// A document of one design.
pub(crate) type Demo = fn(&str) -> Document;

/// All designs by name.
pub(crate) const ALL: [(&str, Demo); 5] =
    [("report", report), ("sign-in", sign_in), ("certificate", certificate), ("sheet", sheet), ("minutes", minutes)];
