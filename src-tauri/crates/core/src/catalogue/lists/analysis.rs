//! Catalogues of the territory and its situation analysis. Append codes; never rename or remove one.

use crate::catalogue::Catalogue;

catalogues! {
    /// Kind of a territory (4.3).
    TerritoryKind = "territory_kind" {
        City = "city", District = "district", Neighbourhood = "neighbourhood", Agglomeration = "agglomeration",
        DepartmentProvince = "department_province", Region = "region",
    }

    /// Unit of a territory indicator (4.3).
    IndicatorUnit = "indicator_unit" {
        Count = "count", Per10000 = "per_10000", Percent = "percent", Mean15 = "mean_1_5", Eur = "eur", Days = "days",
    }

    /// Which way a territory indicator is better (4.3).
    BetterDirection = "better_direction" {
        HigherBetter = "higher_better", LowerBetter = "lower_better", Neutral = "neutral",
    }

    /// How often a source is brought up to date (1.1).
    UpdateFrequency = "update_frequency" {
        Continuous = "continuous", Monthly = "monthly", Quarterly = "quarterly", HalfYearly = "half_yearly",
        Yearly = "yearly", Once = "once",
    }

    /// Stage of a situation analysis (4.4).
    AnalysisStatus = "analysis_status" {
        Commissioned = "commissioned", DataCollection = "data_collection", Drafting = "drafting",
        GatewayReview = "gateway_review", Validated = "validated", PublishedInternal = "published_internal",
        Superseded = "superseded",
    }

    /// Kind of an evidence source (4.3).
    EvidenceKind = "evidence_kind" {
        OfficialStatistics = "official_statistics", PoliceAggregate = "police_aggregate",
        JusticeAggregate = "justice_aggregate", SchoolStatistics = "school_statistics",
        ServiceStatistics = "service_statistics", SurveyResidents = "survey_residents",
        SurveyProfessionals = "survey_professionals", FocusGroup = "focus_group",
        ExpertInterview = "expert_interview", Roundtable = "roundtable", PressScan = "press_scan",
        SocialMediaOpenScan = "social_media_open_scan", NationalReport = "national_report",
        AcademicStudy = "academic_study", Observation = "observation", HotlineAggregate = "hotline_aggregate",
        PreviousAnalysis = "previous_analysis", Other = "other",
    }

    /// Reliability of a source, A reliable to F cannot be judged (4.3).
    Reliability = "reliability" {
        A = "a", B = "b", C = "c", D = "d", E = "e", F = "f",
    }

    /// Form of extremism (4.4; the first five are the families of Europol's TE-SAT).
    FormOfExtremism = "form_of_extremism" {
        JihadistIslamistInspired = "jihadist_islamist_inspired", RightWing = "right_wing",
        LeftWingAnarchist = "left_wing_anarchist", EthnoNationalistSeparatist = "ethno_nationalist_separatist",
        SingleIssue = "single_issue", AntiGovernmentConspiracy = "anti_government_conspiracy",
        ViolentMisogynyIncel = "violent_misogyny_incel", FootballRelatedUltra = "football_related_ultra",
        ImportedConflict = "imported_conflict", HybridMixedUnclear = "hybrid_mixed_unclear",
        PolarisationNotViolent = "polarisation_not_violent", Other = "other",
    }

    /// Level of a manifestation, 0 to 4 (4.4).
    ManifestationLevel = "manifestation_level" {
        NoneObserved = "none_observed", Isolated = "isolated", Occasional = "occasional",
        Established = "established", Acute = "acute",
    }

    /// Trend of a manifestation or factor (4.4).
    Trend = "trend" {
        Rising = "rising", Stable = "stable", Falling = "falling", Unclear = "unclear",
    }

    /// Confidence in a statement (4.4).
    Confidence = "confidence" {
        Low = "low", Medium = "medium", High = "high",
    }

    /// Setting in which a manifestation is observed (4.4).
    Setting = "setting" {
        PublicSpace = "public_space", Schools = "schools", Online = "online", SportFootball = "sport_football",
        PrisonProbation = "prison_probation", Associations = "associations", FaithSettings = "faith_settings",
        Nightlife = "nightlife", Workplace = "workplace", PoliticalEvents = "political_events",
        FamilyHome = "family_home",
    }

    /// Presence of a factor in the territory (4.4).
    Presence = "presence" {
        NotAssessed = "not_assessed", NotRelevant = "not_relevant", Low = "low", Moderate = "moderate",
        High = "high", VeryHigh = "very_high",
    }

    /// Risk (`rf_`, 32) and protective (`pf_`, 30) factors at individual (`i`), social (`s`) and community (`c`) level (4.4).
    Factor = "factor" {
        RfI01 = "rf_i01", RfI02 = "rf_i02", RfI03 = "rf_i03", RfI04 = "rf_i04", RfI05 = "rf_i05", RfI06 = "rf_i06",
        RfI07 = "rf_i07", RfI08 = "rf_i08", RfI09 = "rf_i09", RfI10 = "rf_i10", RfS01 = "rf_s01", RfS02 = "rf_s02",
        RfS03 = "rf_s03", RfS04 = "rf_s04", RfS05 = "rf_s05", RfS06 = "rf_s06", RfS07 = "rf_s07", RfS08 = "rf_s08",
        RfS09 = "rf_s09", RfS10 = "rf_s10", RfS11 = "rf_s11", RfC01 = "rf_c01", RfC02 = "rf_c02", RfC03 = "rf_c03",
        RfC04 = "rf_c04", RfC05 = "rf_c05", RfC06 = "rf_c06", RfC07 = "rf_c07", RfC08 = "rf_c08", RfC09 = "rf_c09",
        RfC10 = "rf_c10", RfC11 = "rf_c11", PfI01 = "pf_i01", PfI02 = "pf_i02", PfI03 = "pf_i03", PfI04 = "pf_i04",
        PfI05 = "pf_i05", PfI06 = "pf_i06", PfI07 = "pf_i07", PfI08 = "pf_i08", PfS01 = "pf_s01", PfS02 = "pf_s02",
        PfS03 = "pf_s03", PfS04 = "pf_s04", PfS05 = "pf_s05", PfS06 = "pf_s06", PfS07 = "pf_s07", PfS08 = "pf_s08",
        PfS09 = "pf_s09", PfS10 = "pf_s10", PfS11 = "pf_s11", PfC01 = "pf_c01", PfC02 = "pf_c02", PfC03 = "pf_c03",
        PfC04 = "pf_c04", PfC05 = "pf_c05", PfC06 = "pf_c06", PfC07 = "pf_c07", PfC08 = "pf_c08", PfC09 = "pf_c09",
        PfC10 = "pf_c10", PfC11 = "pf_c11",
    }

    /// Theme of a priority or pilot initiative (4.6).
    Theme = "theme" {
        SchoolResilience = "school_resilience", AlternativeCounterNarratives = "alternative_counter_narratives",
        FamilySupport = "family_support", Disengagement = "disengagement",
        FrontlineAwareness = "frontline_awareness", YouthParticipation = "youth_participation",
        PolarisationReduction = "polarisation_reduction", Mentoring = "mentoring",
        OnlinePrevention = "online_prevention", MultiAgencyTools = "multi_agency_tools",
        SportCulture = "sport_culture", WomenGender = "women_gender", Other = "other",
    }

    /// Kind of the incidents that are counted, never described one by one (1.1, part 5).
    IncidentKind = "incident_kind" {
        HateCrime = "hate_crime", HateSpeech = "hate_speech", Discrimination = "discrimination",
        PolarisationIncident = "polarisation_incident", Propaganda = "propaganda", ExtremistEvent = "extremist_event",
        Other = "other",
    }

    /// Ground of hate or discrimination, as recorded (1.1, part 5).
    BiasGround = "bias_ground" {
        RacismXenophobia = "racism_xenophobia", Antigypsyism = "antigypsyism", Antisemitism = "antisemitism",
        AntiMuslim = "anti_muslim", OtherReligion = "other_religion", Gender = "gender",
        SexualOrientationGenderIdentity = "sexual_orientation_gender_identity", Disability = "disability",
        PoliticalOpinion = "political_opinion", Several = "several", NotRecorded = "not_recorded", Other = "other",
    }

    /// Whose view a perception is (1.1, part 6).
    PerceptionGroup = "perception_group" {
        Residents = "residents", YoungPeople = "young_people", Professionals = "professionals",
        ParentsFamilies = "parents_families", Associations = "associations", Other = "other",
    }

    /// Quarter of a SWOT (4.4).
    SwotQuadrant = "swot_quadrant" {
        Strength = "strength", Weakness = "weakness", Opportunity = "opportunity", Threat = "threat",
    }

    /// Level of a goal (4.4).
    GoalLevel = "goal_level" {
        Overall = "overall", Intermediate = "intermediate", Action = "action",
    }

    /// State of a recommendation (4.8).
    RecommendationStatus = "recommendation_status" {
        Draft = "draft", Consulted = "consulted", Adopted = "adopted", Disseminated = "disseminated",
    }

    /// The parts of a situation analysis, 16 (1.1).
    AnalysisPart = "analysis_part" {
        Cover = "cover", MandateMethod = "mandate_method", TerritoryProfile = "territory_profile",
        Manifestations = "manifestations", Incidents = "incidents", Perceptions = "perceptions",
        RiskFactors = "risk_factors", ProtectiveFactors = "protective_factors", Services = "services",
        Stakeholders = "stakeholders", SelfAssessment = "self_assessment", Swot = "swot", Priorities = "priorities",
        Recommendations = "recommendations", Validation = "validation", ChangeLog = "change_log",
    }

    /// How two versions of a finding differ (1.1, part 16).
    Change = "change" {
        New = "new", Risen = "risen", Fallen = "fallen", Changed = "changed", Same = "same", Gone = "gone",
    }

    /// State of a priority (4.4).
    PriorityStatus = "priority_status" {
        Proposed = "proposed", Adopted = "adopted", InProgress = "in_progress", Achieved = "achieved",
        Dropped = "dropped",
    }
}
