//! Catalogues of pilot initiatives. Append codes; never rename or remove one.

use crate::catalogue::Catalogue;

catalogues! {
    /// Stage of a pilot initiative (4.6).
    PilotStage = "pilot_stage" {
        Idea = "idea", Designed = "designed", Approved = "approved", Running = "running", Completed = "completed",
        Documented = "documented", Reviewed = "reviewed", Published = "published", Stopped = "stopped",
    }

    /// Level of prevention (4.3, 4.6).
    PreventionLevel = "prevention_level" {
        PrimaryUniversal = "primary_universal", SecondarySelective = "secondary_selective",
        TertiaryIndicated = "tertiary_indicated",
    }

    /// Target group of a pilot initiative (4.6).
    TargetGroup = "target_group" {
        ChildrenUnder12 = "children_under_12", Adolescents1217 = "adolescents_12_17",
        YoungAdults1825 = "young_adults_18_25", YoungAdults2630 = "young_adults_26_30",
        ParentsFamilies = "parents_families", Women = "women", Pupils = "pupils",
        TeachersSchoolStaff = "teachers_school_staff", YouthWorkers = "youth_workers",
        SocialWorkers = "social_workers", PoliceOfficers = "police_officers",
        ProbationPrisonStaff = "probation_prison_staff", HealthStaff = "health_staff",
        MunicipalStaff = "municipal_staff", ElectedOfficials = "elected_officials",
        CommunityFaithLeaders = "community_faith_leaders", Associations = "associations",
        ResidentsGeneral = "residents_general", InternetUsers = "internet_users",
        PersonsInDisengagement = "persons_in_disengagement",
        VictimsAffectedCommunities = "victims_affected_communities", Newcomers = "newcomers", Other = "other",
    }

    /// State of a milestone (4.6).
    MilestoneStatus = "milestone_status" {
        NotStarted = "not_started", OnTrack = "on_track", AtRisk = "at_risk", Late = "late", Done = "done",
        Cancelled = "cancelled",
    }

    /// What an agency does in a pilot initiative (4.6).
    PilotRole = "pilot_role" {
        Lead = "lead", Deliver = "deliver", Fund = "fund", Refer = "refer", Advise = "advise", Evaluate = "evaluate",
    }

    /// Why a reporting period is reported on (4.1).
    PeriodKind = "period_kind" {
        Quarterly = "quarterly", Interim = "interim", Final = "final", AdHoc = "ad_hoc",
    }

    /// Level of a row of the logframe (4.6).
    LogframeLevel = "logframe_level" {
        Impact = "impact", Outcome = "outcome", Output = "output", Activity = "activity",
    }

    /// What an indicator's values are (4.6).
    IndicatorKind = "indicator_kind" {
        Count = "count", Share = "share", Mean = "mean", Money = "money", YesNo = "yes_no", Milestone = "milestone",
        Rating = "rating", Narrative = "narrative",
    }

    /// How an indicator's values of several periods make one result (4.6).
    Aggregation = "aggregation" {
        Sum = "sum", Latest = "latest", Max = "max", MeanWeighted = "mean_weighted", Distinct = "distinct",
        None = "none",
    }

    /// Whether a value is that of its period or the total so far (4.6).
    EntryMode = "entry_mode" {
        PerPeriod = "per_period", Cumulative = "cumulative",
    }

    /// By what an indicator's values are broken down (4.6).
    Disaggregation = "disaggregation" {
        Gender = "gender", AgeBand = "age_band", Sector = "sector", District = "district", Language = "language",
    }

    /// Age of those who are counted, in bands that the target groups have as well (4.6).
    AgeBand = "age_band" {
        Under12 = "under_12", From12To17 = "12_17", From18To25 = "18_25", From26To30 = "26_30", Over30 = "over_30",
        NotStated = "not_stated",
    }

    /// How often an indicator is measured (4.6).
    MeasuringFrequency = "measuring_frequency" {
        PerEvent = "per_event", Monthly = "monthly", Quarterly = "quarterly", HalfYearly = "half_yearly",
        Yearly = "yearly", Once = "once",
    }

    /// Output indicators that all partners are asked for (4.6).
    CommonIndicator = "common_indicator" {
        Ci01 = "ci01", Ci02 = "ci02", Ci03 = "ci03", Ci04 = "ci04", Ci05 = "ci05", Ci06 = "ci06", Ci07 = "ci07",
    }

    /// Which way an indicator should move (4.6).
    Direction = "direction" {
        Increase = "increase", Decrease = "decrease", Maintain = "maintain",
    }

    /// State of an activity (4.6).
    ActivityStatus = "activity_status" {
        NotStarted = "not_started", Running = "running", Done = "done", Cancelled = "cancelled",
    }

    /// Kind of a deliverable (4.6).
    DeliverableKind = "deliverable_kind" {
        Report = "report", TrainingMaterial = "training_material", Campaign = "campaign", Video = "video",
        Event = "event", Guide = "guide", Tool = "tool", Dataset = "dataset", Other = "other",
    }

    /// State of a deliverable (4.6).
    DeliverableStatus = "deliverable_status" {
        Planned = "planned", InWork = "in_work", Delivered = "delivered", Accepted = "accepted",
    }

    /// Category of a risk (4.6).
    RiskCategory = "risk_category" {
        Political = "political", Organisational = "organisational", LegalDataProtection = "legal_data_protection",
        Staff = "staff", Partner = "partner", Safety = "safety",
        ReputationStigmatisation = "reputation_stigmatisation", Financial = "financial",
        ExternalEvent = "external_event",
    }

    /// State of a risk (4.6).
    RiskStatus = "risk_status" {
        Open = "open", Mitigated = "mitigated", Occurred = "occurred", Closed = "closed",
    }

    /// Cost headings of an action grant of the Internal Security Fund – Police (4.6).
    CostHeading = "cost_heading" {
        Staff = "staff", TravelSubsistence = "travel_subsistence", Equipment = "equipment",
        Consumables = "consumables", OtherDirect = "other_direct", Subcontracting = "subcontracting",
        Indirect = "indirect",
    }

    /// Type of an evaluation (4.6).
    EvaluationKind = "evaluation_kind" {
        Formative = "formative", Process = "process", Outcome = "outcome",
    }

    /// Stage of an evaluation (4.6).
    EvaluationStage = "evaluation_stage" {
        Preparation = "preparation", Design = "design", Execution = "execution", Utilisation = "utilisation",
    }

    /// How a peer review was made (4.6).
    ReviewMode = "review_mode" {
        Visit = "visit", Desk = "desk", Call = "call",
    }

    /// How pressing a recommendation is (4.6).
    Urgency = "urgency" {
        High = "high", Medium = "medium", Low = "low",
    }

    /// What the owner of a pilot initiative answers to a recommendation (4.6).
    ReviewResponse = "review_response" {
        Accepted = "accepted", Partly = "partly", Rejected = "rejected",
    }

    /// What a lesson is about (1.3).
    LessonKind = "lesson_kind" {
        Worked = "worked", Obstacle = "obstacle", Change = "change",
    }

    /// How strong the evidence for the results is (1.3).
    EvidenceStrength = "evidence_strength" {
        Impressions = "impressions", Monitoring = "monitoring", BeforeAfter = "before_after", Comparison = "comparison",
    }

    /// State of a practice sheet (4.6).
    SheetStatus = "sheet_status" {
        Draft = "draft", PeerReviewed = "peer_reviewed", EfusValidated = "efus_validated", Published = "published",
    }

    /// State of a value or report (4.6).
    Finality = "finality" {
        Draft = "draft", Final = "final",
    }

    /// Status light, always letter, shape and colour (4.6).
    Rag = "rag" {
        Green = "green", Amber = "amber", Red = "red", GreyNotAssessed = "grey_not_assessed",
    }
}
