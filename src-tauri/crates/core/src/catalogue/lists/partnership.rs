//! Catalogues of the partnership, its agencies and the people around it. Append codes; never rename or remove one.

use crate::catalogue::Catalogue;

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

    /// Role of an agency in the partnership (4.2).
    MembershipRole = "membership_role" {
        Chair = "chair", Coordinator = "coordinator", CoreMember = "core_member", Associated = "associated",
        Invited = "invited", Observer = "observer",
    }

    /// What somebody who unlocks the file may do.
    UserRole = "user_role" {
        Coordinator = "coordinator", Contributor = "contributor", Reader = "reader", MeetingScreen = "meeting_screen",
    }

    /// Form of the agreement with an agency (4.2).
    Agreement = "agreement" {
        None = "none", Verbal = "verbal", Letter = "letter", Mou = "mou", Protocol = "protocol",
    }
}
