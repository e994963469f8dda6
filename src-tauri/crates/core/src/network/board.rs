//! What the network has reached: the target board with its rules, the partners side by side, the indicators that all share.
//! Everything follows from the partners' latest packages and the directory; nothing is stored.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{NetworkPartner, PartnerReview, Seminar, partners, places, radar};
use crate::{
    Result,
    catalogue::{Catalogue as _, CommonIndicator, IndicatorKind, PackKind, PartnerKind, PartnerRole},
    entity::Id,
    error::Error,
    locale::fold,
    pack::{self, PackEntry},
    store::{Reader, Received},
    text::Text,
};

/// The network on one screen.
#[derive(Debug, serde::Serialize, ts_rs::TS)]
pub struct Network {
    /// Progress against the project's targets.
    pub board: Vec<BoardTarget>,
    /// The partners, by name.
    pub partners: Vec<NetworkRow>,
    /// The indicators that all partners share, rolled up.
    pub common: Vec<CommonRow>,
    /// Which report of which partner is there, late or missing.
    pub expected: Vec<radar::Expected>,
    /// The partners on the map.
    pub map: Vec<places::MapPlace>,
    /// Whether some of the data are invented.
    pub sample: bool,
}

/// A target of the project and what the network has reached. Its label and rule are the texts `target.<code>` and
/// `target_rule.<code>`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct BoardTarget {
    /// Its code.
    pub code: &'static str,
    /// What was reached.
    pub reached: u32,
    /// What the project is to reach.
    pub project: u32,
    /// How many of what was reached may have been counted twice, at most; nothing where that cannot be.
    pub doubles: Option<u32>,
}

/// A partner with what it sent.
#[derive(Debug, Clone, serde::Serialize, ts_rs::TS)]
pub struct NetworkRow {
    /// Id of its directory entry.
    pub id: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// A code of the catalogue `partner_kind`.
    #[ts(as = "String")]
    pub kind: PartnerKind,
    /// Its country.
    pub country: String,
    /// A code of the catalogue `partner_role`.
    #[ts(as = "String")]
    pub role: PartnerRole,
    /// Whether it has this role today.
    pub active: bool,
    /// Its partnerships whose packages were taken in, the latest first; none before the first. What they reached is added
    /// up.
    pub partnerships: Vec<Counted>,
    /// When the latest package was made.
    pub created_at: Option<String>,
    /// When it was taken in.
    pub received_at: Option<String>,
    /// Records in it.
    pub records: u32,
    /// Sessions that took place.
    pub trainings: u32,
    /// Persons trained.
    pub persons: u32,
    /// Pilot initiatives launched.
    pub pilots: u32,
    /// Pilot initiatives reviewed.
    pub reviewed: u32,
    /// Analyses that are shared.
    pub analyses: u32,
    /// Seminars that it took part in.
    pub seminars: u32,
    /// The worst light of its pilot initiatives: a code of the catalogue `rag`.
    pub rag: Option<String>,
    /// How far the coordinator is with it: a code of the catalogue `review_status`.
    pub review: Option<String>,
    /// What is new since the package before.
    pub since: Option<Since>,
}

/// A partnership whose latest package counts.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Counted {
    /// Its id.
    pub id: String,
    /// When the package was made.
    pub created_at: String,
}

/// What a partner's latest package has more than the one before.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Since {
    /// Sessions that took place.
    pub trainings: i32,
    /// Persons trained.
    pub persons: i32,
    /// Pilot initiatives launched.
    pub pilots: i32,
    /// Final status reports.
    pub reports: i32,
}

/// An indicator that all partners share.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct CommonRow {
    /// A code of the catalogue `common_indicator`, or of the common catalogue's own indicators.
    pub code: String,
    /// Its title in the common catalogue; none for the program's own.
    pub title: Option<Text>,
    /// Partners that measure it.
    pub partners: u32,
    /// The sum of what they reached; a mean where it is none of counts.
    pub actual: Option<f64>,
    /// The sum of their targets; a mean where it is none of counts.
    pub target: f64,
    /// Whether it is a share.
    pub share: bool,
}

/// The network as the window asks for it.
///
/// # Errors
/// [`Error::NotCoordinator`] in a partner's file; [`Error::BadArguments`] when `today` is no date.
pub fn network(data: &Reader<'_>, today: String) -> Result<Network> {
    overview(data, today.parse().map_err(|_| Error::BadArguments(format!("no date: {today}")))?)
}

/// The network on a day.
///
/// # Errors
/// [`Error::NotCoordinator`] in a partner's file.
pub fn overview(data: &Reader<'_>, today: NaiveDate) -> Result<Network> {
    if !super::is_coordinator(data)? {
        return Err(Error::NotCoordinator);
    }
    let directory = partners(data)?;
    let packages = data.received()?;
    let current = counted(&directory, &packages);
    let seminars = data.all::<Seminar>()?;
    let rows: Vec<NetworkRow> =
        directory.iter().map(|partner| row(data, partner, &packages, &seminars, today)).collect::<Result<_>>()?;
    let expected = radar::expected(data, &directory, &packages, today)?;
    Ok(Network {
        board: board(&directory, &current, &seminars, today, &pack::targets(data)?),
        map: places::places(&directory, &rows, &expected),
        partners: rows,
        common: common(&current, pack::entries(data)?),
        expected,
        sample: current.iter().any(|package| package.sample),
    })
}

fn row(
    data: &Reader<'_>,
    partner: &NetworkPartner,
    packages: &[Received],
    seminars: &[Seminar],
    today: NaiveDate,
) -> Result<NetworkRow> {
    let mut own: Vec<&Received> = packages.iter().filter(|package| package.partner.code == partner.code).collect();
    own.sort_by(|a, b| (&b.created_at, b.sequence).cmp(&(&a.created_at, a.sequence)));
    let current: Vec<&Received> = own.iter().filter(|package| package.current).copied().collect();
    let before: Vec<&Received> = current.iter().filter_map(|latest| earlier(&own, latest)).collect();
    let latest = current.first();
    let reviews = data.below::<PartnerReview>(&partner.id)?;
    let review = reviews.iter().max_by_key(|review| (review.reviewed_on, review.id.to_string()));
    let counts = Counts::of(&current);
    Ok(NetworkRow {
        id: partner.id.to_string(),
        code: partner.code.clone(),
        name: partner.name.clone(),
        kind: partner.kind,
        country: partner.country.0.clone(),
        role: partner.role,
        active: partner.is_in_role(today),
        partnerships: current
            .iter()
            .map(|package| Counted { id: package.partnership.clone(), created_at: package.created_at.clone() })
            .collect(),
        created_at: latest.map(|package| package.created_at.clone()),
        received_at: current.iter().map(|package| package.received_at.clone()).max(),
        records: current.iter().map(|package| package.records).sum(),
        trainings: counts.trainings,
        persons: counts.persons,
        pilots: counts.pilots,
        reviewed: counts.reviewed,
        analyses: current.iter().map(|package| package.figures.analyses.len() as u32).sum(),
        seminars: seminars.iter().filter(|seminar| seminar.partners.contains(&partner.id)).count() as u32,
        rag: current.iter().filter_map(|package| worst_light(package)).max_by_key(|code| rank(code)),
        review: review.map(|review| review.status.code().to_owned()),
        since: (!before.is_empty()).then(|| counts.since(&Counts::of(&before))),
    })
}

/// The packages that count: the latest of each partnership, of partners that are in the directory.
pub(super) fn counted<'a>(directory: &[NetworkPartner], packages: &'a [Received]) -> Vec<&'a Received> {
    let codes: BTreeSet<&str> = directory.iter().map(|partner| partner.code.as_str()).collect();
    packages.iter().filter(|package| package.current && codes.contains(&*package.partner.code)).collect()
}

/// The package of the same partnership before this one; of packages by time, the latest first.
fn earlier<'a>(own: &[&'a Received], latest: &Received) -> Option<&'a Received> {
    own.iter().find(|one| one.partnership == latest.partnership && !one.current).copied()
}

struct Counts {
    trainings: u32,
    persons: u32,
    pilots: u32,
    reviewed: u32,
    reports: u32,
}

impl Counts {
    fn of(packages: &[&Received]) -> Self {
        let pilots = || packages.iter().flat_map(|package| &package.figures.pilots);
        let trainings = packages.iter().flat_map(|package| &package.figures.trainings);
        Self {
            trainings: trainings.filter(|training| training.held).count() as u32,
            persons: packages.iter().map(|package| package.figures.persons).sum(),
            pilots: pilots().filter(|pilot| pilot.launched).count() as u32,
            reviewed: pilots().filter(|pilot| pilot.reviewed).count() as u32,
            reports: pilots().map(|pilot| pilot.reported.len() as u32).sum(),
        }
    }

    fn since(&self, before: &Self) -> Since {
        let more = |now: u32, then: u32| now as i32 - then as i32;
        Since {
            trainings: more(self.trainings, before.trainings),
            persons: more(self.persons, before.persons),
            pilots: more(self.pilots, before.pilots),
            reports: more(self.reports, before.reports),
        }
    }
}

fn rank(light: &str) -> Option<usize> {
    ["grey_not_assessed", "green", "amber", "red"].iter().position(|one| *one == light)
}

fn worst_light(package: &Received) -> Option<String> {
    let lights = package.figures.pilots.iter().filter_map(|pilot| pilot.rag.clone());
    lights.max_by_key(|code| rank(code))
}

/// The targets, by the counting rules of the domain reference (4.12). Figures of partners that are in the directory count,
/// whatever their role is today: what was done stays done.
fn board(
    directory: &[NetworkPartner],
    current: &[&Received],
    seminars: &[Seminar],
    today: NaiveDate,
    asked: &BTreeMap<String, u32>,
) -> Vec<BoardTarget> {
    let active: Vec<&NetworkPartner> = directory
        .iter()
        .filter(|partner| partner.is_in_role(today) && partner.role != PartnerRole::Associate)
        .collect();
    let of_kind = |kind: PartnerKind| active.iter().filter(|partner| partner.kind == kind).count();
    let associations = of_kind(PartnerKind::AssociationOfCities) + of_kind(PartnerKind::NetworkCoordinator);
    let held = || current.iter().flat_map(|package| &package.figures.trainings).filter(|training| training.held);
    let countries: BTreeSet<&str> = held().filter_map(|training| training.country.as_deref()).collect();
    let different = |values: fn(&Received) -> &Vec<String>| {
        current.iter().flat_map(|package| values(package)).map(|value| fold(value)).collect::<BTreeSet<_>>().len()
    };
    let persons: u32 = current.iter().map(|package| package.figures.persons).sum();
    let leading = |counts: &dyn Fn(&crate::package::PilotFigure) -> bool| {
        let codes: BTreeSet<&str> = current
            .iter()
            .filter(|package| package.figures.pilots.iter().any(counts))
            .map(|package| package.partner.code.as_str())
            .collect();
        codes.len()
    };
    let network: BTreeSet<&str> = active.iter().map(|partner| &*partner.country).collect();
    let over = seminars.iter().filter(|seminar| seminar.ends <= today).count();
    let target = |code, reached: usize, project| BoardTarget {
        code,
        reached: reached as u32,
        project: asked.get(code).copied().unwrap_or(project),
        doubles: None,
    };
    vec![
        target("partners", active.len(), 29),
        target("cities", of_kind(PartnerKind::City), 18),
        target("regions", of_kind(PartnerKind::Region), 3),
        target("associations", associations, 5),
        target("ngos", of_kind(PartnerKind::ThematicNgo), 3),
        target("countries", network.len(), 10),
        target("trainings", held().count(), 18),
        target("training_countries", countries.len(), 9),
        BoardTarget { doubles: Some(doubles(current)), ..target("trained", persons as usize, 200) },
        target("trained_cities", different(|package| &package.figures.cities), 20),
        target("trained_countries", different(|package| &package.figures.countries), 10),
        target("pilots", leading(&|pilot| pilot.launched), 17),
        target("reviewed_pilots", leading(&|pilot| pilot.reviewed), 17),
        target("seminars", over, 5),
    ]
}

/// How many persons may have been counted by two partners. No name travels, so it cannot be known; but somebody can only
/// have been counted twice where two partners trained people from the same city. Of partners that share cities all but
/// the largest count might be such persons.
fn doubles(current: &[&Received]) -> u32 {
    let mut group: Vec<usize> = (0..current.len()).collect();
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (at, package) in current.iter().enumerate() {
        for city in &package.figures.cities {
            let other = *first.entry(fold(city)).or_insert(at);
            let (from, to) = (root(&group, at), root(&group, other));
            group[from] = to;
        }
    }
    let mut groups: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (at, package) in current.iter().enumerate() {
        groups.entry(root(&group, at)).or_default().push(package.figures.persons);
    }
    groups.values().map(|persons| persons.iter().sum::<u32>() - persons.iter().max().copied().unwrap_or(0)).sum()
}

fn root(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

/// The shared indicators over all partners: the program's own, then those of the common catalogue. Shares and means are not
/// added up: their mean over the partners is shown.
fn common(current: &[&Received], entries: Vec<PackEntry>) -> Vec<CommonRow> {
    let own = CommonIndicator::ALL.iter().map(|code| {
        let share = *code == CommonIndicator::Ci06;
        (code.code().to_owned(), None, share, !share)
    });
    let given = entries.into_iter().filter(|entry| entry.kind == PackKind::Indicator).map(|entry| {
        let adds_up = matches!(entry.indicator_kind, Some(IndicatorKind::Count | IndicatorKind::Money));
        (entry.code.0, entry.title, entry.indicator_kind == Some(IndicatorKind::Share), adds_up)
    });
    let rows = own.chain(given).filter_map(|(code, title, share, adds_up)| {
        let values = || current.iter().flat_map(|package| &package.figures.common).filter(|one| one.code == code);
        let measuring: BTreeSet<&str> = current
            .iter()
            .filter(|package| package.figures.common.iter().any(|one| one.code == code))
            .map(|package| package.partner.code.as_str())
            .collect();
        if measuring.is_empty() {
            return None;
        }
        let actuals: Vec<f64> = values().filter_map(|one| one.actual).collect();
        let targets: Vec<f64> = values().map(|one| one.target).collect();
        let rolled = |numbers: &[f64]| {
            let sum: f64 = numbers.iter().sum();
            if adds_up { sum } else { sum / numbers.len() as f64 }
        };
        let partners = measuring.len() as u32;
        let actual = (!actuals.is_empty()).then(|| rolled(&actuals));
        let target = rolled(&targets);
        Some(CommonRow { code, title, partners, actual, target, share })
    });
    rows.collect()
}

/// The partner that has this directory entry.
pub(super) fn partner(data: &Reader<'_>, id: &str) -> Result<NetworkPartner> {
    data.get(&Id::new(id))
}
