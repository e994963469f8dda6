//! Catalogues of the network of partners, for its coordinator. Append codes; never rename or remove one.

use crate::catalogue::Catalogue;

catalogues! {
    /// Role of a partner in the project (4.2).
    PartnerRole = "partner_role" {
        Coordinator = "coordinator", Beneficiary = "beneficiary", Associate = "associate",
    }

    /// How far the coordinator is with what a partner reported.
    ReviewStatus = "review_status" {
        Received = "received", InReview = "in_review", Validated = "validated", Returned = "returned",
    }

    /// What a package is to the coordinator's file.
    PackageState = "package_state" {
        New = "new", Newer = "newer", Same = "same", Older = "older", Foreign = "foreign", ChangedKey = "changed_key",
        Tampered = "tampered", NewerFormat = "newer_format", Unreadable = "unreadable", TooLarge = "too_large",
        OtherPartnership = "other_partnership", OtherPartner = "other_partner",
        StrangeAttachments = "strange_attachments", DatedAhead = "dated_ahead",
    }

    /// Whether a partner's report for a period is there.
    ReportState = "report_state" {
        OnTime = "on_time", Late = "late", Missing = "missing", NotDue = "not_due",
    }

    /// How a partner stands on the map: whether it reported, and whether a report is overdue.
    PartnerState = "partner_state" {
        Reported = "reported", Overdue = "overdue", Silent = "silent",
    }

    /// What an entry of the common catalogue is.
    PackKind = "pack_kind" {
        Module = "module", Indicator = "indicator", Target = "target", Deadline = "deadline", Foreword = "foreword",
        Closing = "closing", Factor = "factor", Logo = "logo",
    }

    /// The project's targets (4.12); the rule by which each is counted is the text `target_rule.<code>`.
    NetworkTarget = "network_target" {
        Partners = "partners", Cities = "cities", Regions = "regions", Associations = "associations", Ngos = "ngos",
        Countries = "countries", Trainings = "trainings", TrainingCountries = "training_countries", Trained = "trained",
        TrainedCities = "trained_cities", TrainedCountries = "trained_countries", Pilots = "pilots",
        ReviewedPilots = "reviewed_pilots", Seminars = "seminars",
    }
}
