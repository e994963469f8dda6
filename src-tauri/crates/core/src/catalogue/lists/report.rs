//! Catalogues of reports, for whom they are, and how far they have travelled. Append codes; never rename or remove one.

use crate::catalogue::Catalogue;

catalogues! {
    /// Kind of a report (4.9).
    ReportKind = "report_kind" {
        SituationAnalysis = "situation_analysis", SituationAnalysisSummary = "situation_analysis_summary",
        TrainingSessionReport = "training_session_report", SigninSheet = "signin_sheet", NameBadges = "name_badges",
        Certificate = "certificate", EvaluationQuestionnaire = "evaluation_questionnaire",
        PilotProgress = "pilot_progress", LogframeMatrix = "logframe_matrix", PilotPlan = "pilot_plan",
        PracticeSheet = "practice_sheet", PartnerPeriodicReport = "partner_periodic_report",
        Agenda = "agenda", Minutes = "minutes", ActionList = "action_list",
        AgencyActionList = "agency_action_list",
        ConsolidatedProgrammeReport = "consolidated_programme_report",
        PersonalDataExtract = "personal_data_extract", DataProtectionRecord = "data_protection_record",
    }

    /// For whom a report is: names; functions and counts; counts only (1.6, R4).
    PrivacyLevel = "privacy_level" {
        Coordinator = "coordinator", Internal = "internal", Public = "public",
    }

    /// How far a report has travelled; never "sent" (4.9).
    TransmissionState = "transmission_state" {
        Prepared = "prepared", FileSaved = "file_saved", HandedToMail = "handed_to_mail",
        Acknowledged = "acknowledged",
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

    /// Why a person's data were erased.
    ErasureReason = "erasure_reason" {
        PersonRequest = "person_request", RetentionOver = "retention_over", ConsentWithdrawn = "consent_withdrawn",
        EnteredByMistake = "entered_by_mistake",
    }

    /// Classes of records that hold personal data, for how long they are kept (4.11).
    RetentionClass = "retention_class" {
        AttendanceLists = "attendance_lists", SignaturesScans = "signatures_scans", Contacts = "contacts",
        SurveyRaw = "survey_raw", Minutes = "minutes", DeletedRecords = "deleted_records",
    }

    /// What is done with records that are past their date (4.11).
    RetentionAction = "retention_action" {
        Delete = "delete", Anonymise = "anonymise", Keep = "keep",
    }
}
