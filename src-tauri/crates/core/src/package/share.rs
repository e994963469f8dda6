//! What a partner shares with the coordinator: which records, without what is personal, without small numbers, without
//! analyses that are marked for the inside.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::{
    Result,
    catalogue::{Catalogue as _, Disaggregation, IndicatorKind, IndicatorUnit, Sensitivity},
    entity::{EntityInfo, Kind},
    indicator::Indicator,
    indicator_value::IndicatorValue,
    records::{self, Record},
    store::Reader,
    territory::{SMALLEST_SHOWN, TerritoryIndicator},
};

/// The kinds of records that are shared. People, stakeholders, meetings and what hangs on them are not.
pub(super) const SHARED: &[&str] = &[
    "partnership",
    "agency",
    "maturity_rating",
    "territory",
    "territory_indicator",
    "territory_value",
    "reporting_period",
    "situation_analysis",
    "evidence_source",
    "manifestation",
    "incident_count",
    "perception",
    "factor_rating",
    "service_offer",
    "swot_entry",
    "priority",
    "recommendation",
    "training_session",
    "half_day",
    "evaluation_wave",
    "pilot_initiative",
    "pilot_partner",
    "logframe_row",
    "indicator",
    "indicator_target",
    "indicator_value",
    "group_value",
    "milestone",
    "activity",
    "deliverable",
    "risk",
    "budget_line",
    "status_report",
    "evaluation_plan",
    "peer_review",
    "review_recommendation",
    "lesson",
    "practice_sheet",
];

/// The shareable records, by kind.
pub(super) fn records(data: &Reader<'_>) -> Result<BTreeMap<String, Vec<Record>>> {
    let mut shared: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    let mut kept: BTreeSet<String> = BTreeSet::new();
    let numbers = Numbers::read(data)?;
    for name in SHARED {
        let info = records::entity(name)?;
        let mut own = vec![];
        for mut record in data.objects(info, None)? {
            let parent = info.parent.and_then(|parent| record[parent].as_str().map(str::to_owned));
            // What belongs to something that stays inside stays inside.
            if parent.is_some_and(|parent| !kept.contains(&parent)) || stays_inside(info, &record) {
                continue;
            }
            kept.insert(record["id"].as_str().unwrap_or_default().to_owned());
            for field in info.fields.iter().filter(|field| field.personal) {
                record.remove(field.name);
            }
            numbers.suppress(info.name, &mut record);
            own.push(record);
        }
        shared.insert((*name).to_owned(), own);
    }
    if let Some(values) = shared.get_mut("group_value") {
        suppress_complements(values);
    }
    shared.retain(|_, records| !records.is_empty());
    Ok(shared)
}

/// Whether a record is marked for the inside, or is nobody's real work.
fn stays_inside(info: &EntityInfo, record: &Record) -> bool {
    let inside = [Sensitivity::Internal, Sensitivity::Restricted].map(Sensitivity::code);
    let marked = record.get("sensitivity").and_then(Value::as_str).is_some_and(|code| inside.contains(&code));
    let template = info.name == "training_session" && record["template"] == true;
    marked || template
}

/// What has to be known of indicators to tell which numbers are small: one is another thing in a count than in a share.
struct Numbers {
    /// The units of the territory's indicators.
    territory: BTreeMap<String, IndicatorUnit>,
    /// The kinds of the pilot initiatives' indicators.
    kinds: BTreeMap<String, IndicatorKind>,
    /// The indicators of their values.
    values: BTreeMap<String, String>,
}

impl Numbers {
    fn read(data: &Reader<'_>) -> Result<Self> {
        let territory = data.all::<TerritoryIndicator>()?;
        let indicators = data.all::<Indicator>()?;
        let values = data.all::<IndicatorValue>()?;
        Ok(Self {
            territory: territory.into_iter().map(|one| (one.id.to_string(), one.unit)).collect(),
            kinds: indicators.into_iter().map(|one| (one.id.to_string(), one.kind)).collect(),
            values: values.into_iter().map(|one| (one.id.to_string(), one.indicator.to_string())).collect(),
        })
    }

    fn counts(&self, indicator: Option<&str>) -> bool {
        indicator.and_then(|id| self.kinds.get(id)) == Some(&IndicatorKind::Count)
    }

    /// Takes out numbers so small that they could tell who is meant (domain reference, 1.6 R3).
    fn suppress(&self, entity: &str, record: &mut Record) {
        let fields: &[&str] = match entity {
            "incident_count" if small(&record["incidents"]) => &["incidents"],
            "perception" if small(&record["respondents"]) => &["respondents", "agreeing", "mean"],
            "territory_value" => {
                let indicator = record["territory_indicator"].as_str().unwrap_or_default();
                let counts = self.territory.get(indicator) == Some(&IndicatorUnit::Count);
                let few = small(&record["numerator"]) || counts && small(&record["value"]);
                if few { &VALUE } else { &[] }
            }
            "group_value" => {
                let indicator = record["indicator_value"].as_str().and_then(|id| self.values.get(id));
                let counted = self.counts(indicator.map(String::as_str)) && small(&record["value"]);
                let few = counted || small(&record["numerator"]) || small(&record["denominator"]);
                if few { &VALUE } else { keep_fraction(record) }
            }
            "indicator_value" if small(&record["denominator"]) => &VALUE,
            "indicator_value" => keep_fraction(record),
            _ => &[],
        };
        hide(record, fields);
    }
}

/// What a value consists of.
const VALUE: [&str; 3] = ["value", "numerator", "denominator"];

fn small(value: &Value) -> bool {
    value.as_f64().is_some_and(|number| number > 0.0 && number < SMALLEST_SHOWN)
}

fn hide(record: &mut Record, fields: &[&str]) {
    for field in fields.iter().filter(|field| record.contains_key(**field)).collect::<Vec<_>>() {
        record.insert((*field).to_owned(), Value::Null);
    }
    if !fields.is_empty() {
        record.insert("suppressed".into(), true.into());
    }
}

/// A share or a mean keeps what it was made of only where neither part is below five; the value itself stays.
fn keep_fraction(record: &mut Record) -> &'static [&'static str] {
    let below = |field: &str| record.get(field).and_then(Value::as_f64).is_some_and(|number| number < SMALLEST_SHOWN);
    if below("numerator") || below("denominator") {
        for field in ["numerator", "denominator"] {
            record.insert(field.into(), Value::Null);
        }
    }
    &[]
}

/// The dimension that a group's value belongs to.
fn dimension(value: &Record) -> Option<&'static str> {
    Disaggregation::CODES.iter().copied().find(|name| value.get(*name).is_some_and(|group| !group.is_null()))
}

/// Where a single group of a dimension is left out it could be told from the others and the whole: the smallest of the
/// others goes too.
fn suppress_complements(values: &mut [Record]) {
    let mut wholes: BTreeMap<(String, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (at, value) in values.iter().enumerate() {
        let whole = value["indicator_value"].as_str().unwrap_or_default().to_owned();
        wholes.entry((whole, dimension(value))).or_default().push(at);
    }
    for groups in wholes.values() {
        let (hidden, open): (Vec<usize>, Vec<usize>) =
            groups.iter().partition(|at| values[**at].contains_key("suppressed"));
        // Of a share or a mean the group is as large as what it is out of. Nought hides nothing.
        let size = |at: &usize| ["denominator", "value"].iter().find_map(|field| values[*at][*field].as_f64());
        let size = |at: &usize| size(at).filter(|size| *size > 0.0).unwrap_or(f64::MAX);
        if hidden.len() == 1
            && let Some(at) = open.into_iter().min_by(|a, b| size(a).total_cmp(&size(b)))
        {
            hide(&mut values[at], &VALUE);
        }
    }
}

/// The schema of the records.
pub(super) fn schema() -> Value {
    let words = json!({
        "type": ["object", "null"],
        "properties": {
            "source": { "type": "string" },
            "words": { "type": "object", "additionalProperties": { "type": "string" } }
        }
    });
    let kind = |name: &&str| {
        let info = records::entity(name).expect("the list names entities");
        let mut fields = serde_json::Map::new();
        for own in ["id", "created_at", "updated_at"] {
            fields.insert(own.into(), json!({ "type": "string" }));
        }
        fields.insert("suppressed".into(), json!({ "type": "boolean" }));
        for field in info.fields.iter().filter(|field| !field.personal) {
            let schema = match field.kind {
                Kind::Line | Kind::Date | Kind::Code | Kind::Link => json!({ "type": ["string", "null"] }),
                Kind::Text | Kind::Note => words.clone(),
                Kind::Integer | Kind::Decimal | Kind::Money => json!({ "type": ["number", "null"] }),
                Kind::Flag => json!({ "type": ["boolean", "null"] }),
                Kind::Codes | Kind::Links => json!({ "type": "array", "items": { "type": "string" } }),
            };
            fields.insert(field.name.into(), schema);
        }
        let record = json!({
            "type": "object", "required": ["id"], "additionalProperties": false, "properties": fields,
        });
        ((*name).to_owned(), json!({ "type": "array", "items": record }))
    };
    let kinds: serde_json::Map<String, Value> = SHARED.iter().map(kind).collect();
    json!({ "type": "object", "additionalProperties": false, "properties": kinds })
}
