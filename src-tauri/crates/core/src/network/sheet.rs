//! The network as a spreadsheet: the target board, the partners, the shared indicators, each partner's sessions and pilot
//! initiatives. One row a thing, with its code or id, so that it can be counted again.

use chrono::{DateTime, Utc};

use super::board;
use crate::{
    Result,
    locale::Locale,
    partnership,
    session::Session,
    spreadsheet::{self, Cell, Saved, Sheet},
    store::Received,
};

/// Saves the network as a spreadsheet whose heads are in a language, into the reports folder or to a path.
///
/// # Errors
/// [`Error::NotCoordinator`] in a partner's file; [`Error::BadArguments`] for a path that is no `.xlsx`.
pub fn export_network(session: &Session, now: DateTime<Utc>, language: String, path: Option<String>) -> Result<Saved> {
    let locale = Locale::new(&language);
    let (owner, network, current) = session.read(|data| {
        Ok((partnership::of_file(data)?, board::overview(data, now.date_naive())?, super::latest(data)?))
    })?;
    let sheets = [
        targets(&locale, &network),
        partners(&locale, &network),
        common(&locale, &network),
        sessions(&locale, &current),
        pilots(&locale, &current),
    ];
    let rows = sheets.iter().map(|sheet| sheet.rows.len()).sum::<usize>() as u32;
    let name = format!("{} {} {}", owner.partner_code, now.date_naive(), locale.text("ui.nav.network"));
    Ok(Saved { path: spreadsheet::save(session, now, &name, path, &sheets)?, rows })
}

/// A sheet by the keys of its name and of its heads. The first two columns say what a row is about.
fn sheet(locale: &Locale, name: &str, heads: &[&str], rows: Vec<Vec<Cell>>) -> Sheet {
    let width = |at| if at < 2 { 22.0 } else { 18.0 };
    let columns = heads.iter().enumerate().map(|(at, head)| (locale.text(head), width(at)));
    Sheet { name: locale.text(name), columns: columns.collect(), rows }
}

fn targets(locale: &Locale, network: &board::Network) -> Sheet {
    let row = |target: &board::BoardTarget| {
        vec![
            Cell::from(target.code),
            locale.text(&format!("target.{}", target.code)).into(),
            target.reached.into(),
            target.project.into(),
            target.doubles.into(),
            locale.text(&format!("target_rule.{}", target.code)).into(),
        ]
    };
    sheet(
        locale,
        "ui.network.board",
        &[
            "workbook.code",
            "report.target",
            "report.so_far",
            "report.project_target",
            "report.double_counts",
            "report.counting_rule",
        ],
        network.board.iter().map(row).collect(),
    )
}

fn partners(locale: &Locale, network: &board::Network) -> Sheet {
    let row = |partner: &board::NetworkRow| {
        vec![
            Cell::from(partner.code.as_str()),
            partner.name.as_str().into(),
            locale.of(partner.kind).into(),
            partner.country.as_str().into(),
            locale.of(partner.role).into(),
            partner.received_at.clone().into(),
            partner.analyses.into(),
            partner.trainings.into(),
            partner.persons.into(),
            partner.pilots.into(),
            partner.reviewed.into(),
            partner.seminars.into(),
        ]
    };
    sheet(
        locale,
        "entity.network_partner.many",
        &[
            "entity.network_partner.code",
            "entity.network_partner.name",
            "entity.network_partner.kind",
            "entity.network_partner.country",
            "entity.network_partner.role",
            "ui.network.received",
            "entity.situation_analysis.many",
            "target.trainings",
            "target.trained",
            "target.pilots",
            "target.reviewed_pilots",
            "entity.seminar.many",
        ],
        network.partners.iter().map(row).collect(),
    )
}

fn common(locale: &Locale, network: &board::Network) -> Sheet {
    let row = |row: &board::CommonRow| {
        vec![
            Cell::from(row.code.as_str()),
            common_title(locale, row).into(),
            row.partners.into(),
            row.actual.into(),
            row.target.into(),
        ]
    };
    sheet(
        locale,
        "ui.network.common",
        &["workbook.code", "entity.indicator.one", "ui.network.measuring", "report.so_far", "report.target"],
        network.common.iter().map(row).collect(),
    )
}

/// What a shared indicator is called.
pub(crate) fn common_title(locale: &Locale, row: &board::CommonRow) -> String {
    match &row.title {
        Some(title) => title.words_in(locale.tag()).to_owned(),
        None => locale.label("common_indicator", &row.code),
    }
}

fn sessions(locale: &Locale, current: &[Received]) -> Sheet {
    let rows = current.iter().flat_map(|package| {
        package.figures.trainings.iter().map(|training| {
            vec![
                Cell::from(package.partner.code.as_str()),
                training.id.as_str().into(),
                training.title.words_in(locale.tag()).into(),
                training.starts.to_string().into(),
                training.country.clone().into(),
                locale.label("session_status", &training.status).into(),
                training.persons.into(),
            ]
        })
    });
    sheet(
        locale,
        "entity.training_session.many",
        &[
            "entity.network_partner.code",
            "workbook.id",
            "entity.training_session.title",
            "entity.training_session.starts",
            "entity.training_session.country",
            "entity.training_session.status",
            "report.persons",
        ],
        rows.collect(),
    )
}

fn pilots(locale: &Locale, current: &[Received]) -> Sheet {
    let rows = current.iter().flat_map(|package| {
        package.figures.pilots.iter().map(|pilot| {
            vec![
                Cell::from(package.partner.code.as_str()),
                pilot.id.as_str().into(),
                pilot.title.words_in(locale.tag()).into(),
                locale.label("pilot_stage", &pilot.stage).into(),
                pilot.rag.as_ref().map(|rag| locale.label("rag", rag)).into(),
                (pilot.reported.len() as u32).into(),
            ]
        })
    });
    sheet(
        locale,
        "entity.pilot_initiative.many",
        &[
            "entity.network_partner.code",
            "workbook.id",
            "entity.pilot_initiative.title",
            "entity.pilot_initiative.stage",
            "entity.status_report.rag_overall",
            "entity.status_report.many",
        ],
        rows.collect(),
    )
}
