//! The lists themselves, one entry a catalogue. Append codes; never rename or remove one.

use super::Catalogue;

catalogues! {
    /// Type of a partner organisation (4.2).
    PartnerKind = "partner_kind" {
        City = "city", Region = "region", AssociationOfCities = "association_of_cities",
        ThematicNgo = "thematic_ngo", NetworkCoordinator = "network_coordinator", OtherAuthority = "other_authority",
    }

    /// Body that hosts the local prevention partnership (4.2).
    HostBody = "host_body" {
        CrimePreventionCouncil = "crime_prevention_council",
        CommunitySafetyPartnership = "community_safety_partnership",
        LocalIntegralSecurityCell = "local_integral_security_cell", HouseOfPrevention = "house_of_prevention",
        NetworkOffice = "network_office", AdHocGroup = "ad_hoc_group", Other = "other",
    }

    /// How often the partnership meets (4.2).
    MeetingFrequency = "meeting_frequency" {
        Monthly = "monthly", Bimonthly = "bimonthly", Quarterly = "quarterly", HalfYearly = "half_yearly",
        Yearly = "yearly", AdHoc = "ad_hoc",
    }

    /// State of the partnership (4.2).
    PartnershipStatus = "partnership_status" {
        Planned = "planned", Forming = "forming", Active = "active", Dormant = "dormant", Closed = "closed",
    }

    /// Sector of a member agency, 26 (4.2).
    AgencySector = "agency_sector" {
        MunicipalPrevention = "municipal_prevention", MunicipalYouth = "municipal_youth",
        MunicipalSocial = "municipal_social", MunicipalEducation = "municipal_education",
        MunicipalIntegration = "municipal_integration", MunicipalCultureSport = "municipal_culture_sport",
        MunicipalHousing = "municipal_housing", ElectedOfficials = "elected_officials", LocalPolice = "local_police",
        NationalPoliceGendarmerie = "national_police_gendarmerie", ProsecutionJudiciary = "prosecution_judiciary",
        Prison = "prison", Probation = "probation", SchoolEducationAuthority = "school_education_authority",
        HigherEducationResearch = "higher_education_research", HealthMentalHealth = "health_mental_health",
        ChildProtection = "child_protection", EmploymentServices = "employment_services",
        HousingProvider = "housing_provider", YouthWorkNgo = "youth_work_ngo",
        FaithBeliefOrganisation = "faith_belief_organisation",
        VictimSupportEqualityBody = "victim_support_equality_body",
        CivilSocietyCommunity = "civil_society_community", MediaCommunication = "media_communication",
        PrivateSector = "private_sector", Other = "other",
    }

    /// Level at which an agency works (4.2).
    AgencyLevel = "agency_level" {
        Neighbourhood = "neighbourhood", Municipal = "municipal", Intermunicipal = "intermunicipal",
        ProvincialDepartmental = "provincial_departmental", Regional = "regional", National = "national",
        European = "european", International = "international",
    }

    /// Rules on sharing information between the members (4.2).
    InformationSharing = "information_sharing" {
        None = "none", Draft = "draft", Signed = "signed", NotApplicable = "not_applicable",
    }

    /// Quality of the relation with a stakeholder (4.2).
    StakeholderRelation = "stakeholder_relation" {
        None = "none", Contact = "contact", Exchange = "exchange", Cooperation = "cooperation",
        FormalAgreement = "formal_agreement", Tension = "tension",
    }

    /// How a stakeholder is to be engaged (4.2).
    EngagementStrategy = "engagement_strategy" {
        Inform = "inform", Consult = "consult", Involve = "involve", Collaborate = "collaborate", Monitor = "monitor",
    }

    /// Criteria of the partnership's self-assessment, 16 (4.2).
    MaturityCriterion = "maturity_criterion" {
        PoliticalMandate = "political_mandate", DedicatedCoordinator = "dedicated_coordinator",
        MultiAgencyGroup = "multi_agency_group", TermsOfReference = "terms_of_reference",
        LocalAnalysisCurrent = "local_analysis_current", ActionPlan = "action_plan",
        InformationSharingRules = "information_sharing_rules", DataProtectionRules = "data_protection_rules",
        TrainingProgramme = "training_programme", CivilSocietyInvolvement = "civil_society_involvement",
        YouthParticipation = "youth_participation", CommunicationStrategy = "communication_strategy",
        SupportOfferForFamilies = "support_offer_for_families", MonitoringEvaluation = "monitoring_evaluation",
        BudgetSecured = "budget_secured", IncidentResponsePlan = "incident_response_plan",
    }

    /// How far a criterion of the self-assessment is met, 0 to 4 (4.2).
    MaturityLevel = "maturity_level" {
        None = "none", Starting = "starting", Partly = "partly", Established = "established",
        EmbeddedAndReviewed = "embedded_and_reviewed",
    }

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

    /// Role of an agency in the partnership (4.2).
    MembershipRole = "membership_role" {
        Chair = "chair", Coordinator = "coordinator", CoreMember = "core_member", Associated = "associated",
        Invited = "invited", Observer = "observer",
    }

    /// Form of the agreement with an agency (4.2).
    Agreement = "agreement" {
        None = "none", Verbal = "verbal", Letter = "letter", Mou = "mou", Protocol = "protocol",
    }

    /// Sensitivity marking, shown on screen and page (4.10).
    Sensitivity = "sensitivity" {
        Public = "public", PartnersOnly = "partners_only", Internal = "internal", Restricted = "restricted",
    }

    /// What a passage of free text looks like when it may be a person's data (1.6, R2).
    PersonalDataKind = "personal_data_kind" {
        NamedPerson = "named_person", BirthDate = "birth_date", Phone = "phone", Email = "email",
        IdNumber = "id_number", Iban = "iban", Address = "address",
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

    /// Training modules (4.5): six of the LIAISE book, seven optional.
    TrainingModule = "training_module" {
        Tm1 = "tm1", Tm2 = "tm2", Tm3 = "tm3", Tm4 = "tm4", Tm5 = "tm5", Tm6 = "tm6", Tm7 = "tm7", Tm8 = "tm8",
        Tm9 = "tm9", Tm10 = "tm10", Tm11 = "tm11", Tm12 = "tm12", Tm13 = "tm13",
    }

    /// State of a training session (4.5).
    SessionStatus = "session_status" {
        Planned = "planned", RegistrationOpen = "registration_open", Confirmed = "confirmed",
        Delivered = "delivered", Documented = "documented", Reported = "reported", Cancelled = "cancelled",
        Postponed = "postponed",
    }

    /// How a session is held (4.5).
    Delivery = "delivery" {
        InPerson = "in_person", Online = "online", Hybrid = "hybrid",
    }

    /// Part of a day that makes a half-day (4.5).
    DayPart = "day_part" {
        Am = "am", Pm = "pm", Evening = "evening",
    }

    /// Role of a trainer (4.5).
    TrainerRole = "trainer_role" {
        Trainer = "trainer", CoTrainer = "co_trainer", Expert = "expert", Moderator = "moderator",
    }

    /// Gender, for statistics only (4.5).
    Gender = "gender" {
        F = "f", M = "m", X = "x", NotStated = "not_stated",
    }

    /// Whether a person agreed to be in photos (4.5).
    PhotoConsent = "photo_consent" {
        NotAsked = "not_asked", Yes = "yes", No = "no",
    }

    /// How an enrolment came in (4.5).
    EnrolmentSource = "enrolment_source" {
        Manual = "manual", Paste = "paste", Csv = "csv",
    }

    /// State of an enrolment (4.5).
    EnrolmentStatus = "enrolment_status" {
        Registered = "registered", Invited = "invited", Confirmed = "confirmed", Waitlisted = "waitlisted",
        Cancelled = "cancelled", Withdrawn = "withdrawn",
    }

    /// Attendance at a half-day; unmarked is not absent (4.5).
    AttendanceStatus = "attendance_status" {
        Unmarked = "unmarked", Present = "present", Partial = "partial", Excused = "excused", Absent = "absent",
    }

    /// What an attendance mark rests on (4.5).
    AttendanceBasis = "attendance_basis" {
        SignatureSheet = "signature_sheet", RollCall = "roll_call", OnlineLog = "online_log",
        LaterConfirmation = "later_confirmation",
    }

    /// When participants are asked: before, after, three and six months later (4.5).
    Wave = "wave" {
        Pre = "pre", Post = "post", FollowUp3m = "follow_up_3m", FollowUp6m = "follow_up_6m",
    }

    /// Answer to a question about what came of the training (4.5).
    Answer = "answer" {
        Yes = "yes", No = "no", NotYet = "not_yet",
    }

    /// What an attached file is.
    AttachmentKind = "attachment_kind" {
        SignedSheet = "signed_sheet", Photo = "photo", Document = "document",
    }

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

    /// Kind of a report (4.9).
    ReportKind = "report_kind" {
        SituationAnalysis = "situation_analysis", SituationAnalysisSummary = "situation_analysis_summary",
        TrainingSessionReport = "training_session_report", SigninSheet = "signin_sheet", NameBadges = "name_badges",
        Certificate = "certificate", EvaluationQuestionnaire = "evaluation_questionnaire",
        PilotProgress = "pilot_progress", LogframeMatrix = "logframe_matrix", PilotPlan = "pilot_plan",
        PracticeSheet = "practice_sheet", PartnerPeriodicReport = "partner_periodic_report",
    }

    /// For whom a report is: names; functions and counts; counts only (1.6, R4).
    PrivacyLevel = "privacy_level" {
        Coordinator = "coordinator", Internal = "internal", Public = "public",
    }

    /// How far a report has travelled; never "sent" (4.9).
    TransmissionState = "transmission_state" {
        Prepared = "prepared", FileSaved = "file_saved", HandedToMail = "handed_to_mail",
    }
}
