//! The window's types, made from the same lists as the dispatcher: `ui/src/ipc/bindings.ts`.

use ts_rs::{Config, TS};

use crate::{
    about, action_point, agenda_item, attendance, budget, certificate, counting, directory,
    entity::{self, Kind},
    erasure, error, evaluation, exchange, export, guard, history, import, locale, maturity, measure, meeting, network,
    outline, overview, pack, package, participant, pilot_initiative, plan, protection,
    records::{self, ENTITIES},
    report, retention, series_import, session, shared_screen, spreadsheet, store,
    text::Text,
    version, waiting,
};

/// An argument of a command: one that may be left out is optional.
pub(super) fn argument(name: &str, ty: &str) -> String {
    if ty.ends_with("| null") { format!("{name}?: {ty}") } else { format!("{name}: {ty}") }
}

/// The text of `ui/src/ipc/bindings.ts`. The test of that name compares it with the committed file.
pub fn bindings() -> String {
    let config = Config::default();
    let mut text = String::from(
        "// Generated from the core's lists by `cargo test -p liaise-core`. Do not edit.\n\n\
         export type JsonValue = number | string | boolean | JsonValue[] | { [key in string]?: JsonValue } | null;\n",
    );
    macro_rules! types {
        ($($ty:ty),* $(,)?) => { $(text += &format!("export {}\n", <$ty as TS>::decl(&config));)* };
    }
    types!(
        Text,
        entity::Kind,
        entity::Field,
        error::Problem,
        records::EntityForm,
        locale::Language,
        directory::Partner,
        session::Recent,
        session::Settings,
        session::SettingsChange,
        session::FileInfo,
        session::NewAgency,
        session::NewFile,
        session::Progress,
        session::HandedOver,
        about::About,
        about::Work,
        session::Undoable,
        attendance::Mark,
        attendance::Proof,
        attendance::Seats,
        attendance::Enrolled,
        store::Moment,
        counting::Count,
        counting::Group,
        counting::Figures,
        import::OpenedSheet,
        import::OpenedTable,
        import::Columns,
        participant::Import,
        participant::PlanRow,
        participant::Plan,
        participant::Choice,
        participant::Imported,
        participant::Namesakes,
        certificate::CertificateRow,
        certificate::Certificates,
        evaluation::Question,
        evaluation::ItemResult,
        evaluation::Words,
        evaluation::WaveResult,
        evaluation::Results,
        evaluation::ResponseImport,
        evaluation::ResponseRow,
        evaluation::ResponsePlan,
        attendance::GridHalfDay,
        attendance::GridRow,
        attendance::Grid,
        agenda_item::AgendaRow,
        agenda_item::Agenda,
        meeting::Quorum,
        action_point::ActionRow,
        package::CommonValue,
        package::SectorCount,
        package::AnalysisFigure,
        package::TrainingFigure,
        package::PilotFigure,
        package::NetworkFigures,
        pack::PackChange,
        pack::PackRow,
        pack::PackPlan,
        network::Trust,
        network::PackageRow,
        network::PackagePlan,
        network::Accepted,
        network::Receipt,
        network::BoardTarget,
        network::Since,
        network::Counted,
        network::NetworkRow,
        network::CommonRow,
        network::Expected,
        network::MapPlace,
        network::Europe,
        network::Network,
        waiting::Group,
        waiting::Place,
        waiting::Waiting,
        waiting::YearEntry,
        shared_screen::SlideKind,
        shared_screen::Slide,
        shared_screen::SharedScreen,
        shared_screen::Shown,
        shared_screen::Showing,
        outline::OutlineCheck,
        outline::OutlinePart,
        version::Compared,
        version::ComparedGroup,
        version::Comparison,
        maturity::MaturityCell,
        maturity::Maturity,
        overview::Knot,
        overview::Target,
        overview::Overview,
        series_import::SeriesRole,
        series_import::SeriesMapping,
        series_import::IndicatorChoice,
        series_import::TerritoryChoice,
        series_import::SeriesChoices,
        series_import::SeriesFile,
        series_import::SeriesSheet,
        series_import::SeriesPlan,
        series_import::SeriesChange,
        series_import::ValueChange,
        series_import::BadRow,
        series_import::MissingName,
        series_import::SeriesImported,
        exchange::Exchange,
        exchange::MemberRow,
        exchange::WrittenBundle,
        exchange::OpenedBundle,
        exchange::BundlePlan,
        exchange::PlannedRecord,
        exchange::TakenIn,
        exchange::Conflict,
        exchange::ConflictChoice,
        exchange::FoundBundle,
        exchange::Backup,
        exchange::Repaired,
        protection::LockedFile,
        protection::Protection,
        protection::Recovery,
        protection::UserValues,
        store::User,
        store::Way,
        erasure::Cleaned,
        erasure::Deletion,
        erasure::Erased,
        erasure::ErasurePlan,
        erasure::ErasureRequest,
        erasure::Mention,
        erasure::MentionPlace,
        retention::RetentionPlan,
        retention::RetentionClassPlan,
        retention::DueRecord,
        exchange::live::LivePhase,
        exchange::live::LiveState,
        pilot_initiative::StageGate,
        measure::PeriodResult,
        measure::IndicatorProgress,
        plan::PlanRow,
        budget::BudgetSum,
        budget::HeadingSum,
        budget::Budget,
        history::FieldChange,
        history::Change,
        history::What,
        history::ChangedRecord,
        export::PersonalData,
        spreadsheet::Saved,
        report::Kind,
        guard::Finding,
        guard::Part,
        guard::Place,
        export::Preview,
        export::PrintWarning,
        export::Exported,
        export::ExportedFiles,
        export::Draft,
    );
    text += "\n/** An error as every command may answer it. */\n\
             export interface CallError { code: string; detail: string; problems: Problem[] }\n\n\
             /** What every record has. */\n\
             export interface RecordBase { id: string; created_at: string; updated_at: string }\n\n";
    for info in ENTITIES {
        text += &format!("export interface {} extends RecordBase {{\n", pascal(info.name));
        for field in info.fields {
            let ty = match field.kind {
                Kind::Line | Kind::Date | Kind::Code | Kind::Link => "string",
                Kind::Text | Kind::Note => "Text",
                Kind::Integer | Kind::Decimal | Kind::Money => "number",
                Kind::Flag => "boolean",
                Kind::Codes | Kind::Links => "string[]",
            };
            let always = field.required || matches!(field.kind, Kind::Flag | Kind::Codes | Kind::Links);
            text += &format!("  {}: {ty}{};\n", field.name, if always { "" } else { " | null" });
        }
        text += "}\n\n";
    }
    text += "/** The records by entity. */\nexport interface Records {\n";
    for info in ENTITIES {
        text += &format!("  {}: {};\n", info.name, pascal(info.name));
    }
    text += "}\n\n";
    text += &super::typescript();
    text
}

fn pascal(name: &str) -> String {
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
