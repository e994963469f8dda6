//! Catalogues of training, attendance and evaluation by participants. Append codes; never rename or remove one.

use crate::catalogue::Catalogue;

catalogues! {
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
}
