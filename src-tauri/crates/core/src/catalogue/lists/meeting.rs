//! Catalogues of the partnership's meetings. Append codes; never rename or remove one.

use crate::catalogue::Catalogue;

catalogues! {
    /// Kind of a meeting (4.7).
    MeetingKind = "meeting_kind" {
        Partnership = "partnership", SteeringCommittee = "steering_committee", WorkingGroup = "working_group",
        Validation = "validation", PilotTeam = "pilot_team", PeerReview = "peer_review",
        EfusCoordination = "efus_coordination",
    }

    /// State of a meeting (4.7).
    MeetingStatus = "meeting_status" {
        Draft = "draft", Open = "open", InProgress = "in_progress", Closed = "closed",
        MinutesApproved = "minutes_approved",
    }

    /// Kind of an agenda item (4.7).
    AgendaItemKind = "agenda_item_kind" {
        Information = "information", Discussion = "discussion", Decision = "decision", Validation = "validation",
        PreviousMinutes = "previous_minutes", ActionReview = "action_review",
        AnyOtherBusiness = "any_other_business",
    }

    /// How somebody took part in a meeting (4.7).
    MeetingPresence = "meeting_presence" {
        Present = "present", Apologies = "apologies", Absent = "absent", Observer = "observer", Guest = "guest",
    }

    /// What became of a proposal (4.7).
    DecisionResult = "decision_result" {
        Adopted = "adopted", AdoptedWithChanges = "adopted_with_changes", Rejected = "rejected",
        Deferred = "deferred", Noted = "noted",
    }

    /// How a decision was reached (4.7).
    DecisionBasis = "decision_basis" {
        Consensus = "consensus", Vote = "vote",
    }

    /// State of an action point; that one is overdue follows from its date (4.7).
    ActionStatus = "action_status" {
        Open = "open", InProgress = "in_progress", Done = "done", Cancelled = "cancelled",
        CarriedOver = "carried_over",
    }
}
