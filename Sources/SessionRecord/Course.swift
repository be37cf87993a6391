/// What belongs to a patient's course of treatment and outlives a session.
package enum CourseEvent: Hashable {
  case consent(Consent)
  /// The patient takes the consent back.
  case consentWithdrawn(reason: String)
  case integration(Integration)
  case laboratory(LaboratoryResult)
  case concern(MedicationConcern)
  /// The identity was erased: why, and on whose authority.
  case erasure(reason: String, authority: String)
}

/// Consent as it was given on a document.
package struct Consent: Hashable {
  package let document: String
  package let version: String
  /// The day on which it was signed, as `2026-11-19`.
  package let signed: String
  /// The patient was told that the use is off-label.
  package let offLabelTold: Bool
  /// Who found the patient able to consent; nil where nobody said so.
  package let capacityBy: String?
  package let witness: String?

  /// Refuses blank words and a day that is no date.
  package init(
    document: String,
    version: String,
    signed: String,
    offLabelTold: Bool,
    capacityBy: String? = nil,
    witness: String? = nil
  ) throws(ValueRefusal) {
    try refuseBlank(document, "document")
    try refuseBlank(version, "version")
    try refuseBlank(capacityBy, "capacity")
    try refuseBlank(witness, "witness")
    guard CivilTime(date: signed) != nil else { throw .notADate(signed) }
    self.document = document
    self.version = version
    self.signed = signed
    self.offLabelTold = offLabelTold
    self.capacityBy = capacityBy
    self.witness = witness
  }
}

/// An integration session: how and how long, what was agreed; never what was talked about.
package struct Integration: Hashable {
  /// `mindfulness`, `body awareness`.
  package let modality: String
  package let minutes: Int
  package let homework: String?
  package let nextStep: String?

  /// Refuses blank words, and a length outside 1 to 1,440 minutes.
  package init(
    modality: String,
    minutes: Int,
    homework: String? = nil,
    nextStep: String? = nil
  ) throws(ValueRefusal) {
    try refuseBlank(modality, "modality")
    try refuseBlank(homework, "homework")
    try refuseBlank(nextStep, "next step")
    guard (1...1_440).contains(minutes) else { throw .minutesOutside(minutes) }
    self.modality = modality
    self.minutes = minutes
    self.homework = homework
    self.nextStep = nextStep
  }
}

/// A test or check whose date counts.
package enum LaboratoryTest: Int, Hashable, CaseIterable {
  case ecg = 1
  case renal = 2
  case liver = 3
  case drugScreen = 4
  case pregnancy = 5
  case urinary = 6
  case prescriptionMonitoring = 7
  case responseReview = 8

  /// As it is typed and as a protocol names it.
  package var word: String {
    switch self {
    case .ecg: "ecg"
    case .renal: "renal"
    case .liver: "liver"
    case .drugScreen: "drug-screen"
    case .pregnancy: "pregnancy"
    case .urinary: "urinary"
    case .prescriptionMonitoring: "pdmp"
    case .responseReview: "response-review"
    }
  }

  package var title: String {
    switch self {
    case .ecg: "ECG"
    case .renal: "renal function"
    case .liver: "liver function"
    case .drugScreen: "urine drug screen"
    case .pregnancy: "pregnancy test"
    case .urinary: "urinary questionnaire"
    case .prescriptionMonitoring: "check of the prescription monitoring program"
    case .responseReview: "review of the response"
    }
  }
}

/// What a test found.
package struct LaboratoryResult: Hashable {
  package enum Finding: Int, Hashable, CaseIterable {
    case unremarkable = 1
    /// Something new or out of range, which somebody looks at.
    case remarkable = 2

    package var word: String {
      switch self {
      case .unremarkable: "unremarkable"
      case .remarkable: "remarkable"
      }
    }
  }

  package let test: LaboratoryTest
  package let finding: Finding
  /// The day of it, as `2026-11-19`.
  package let day: String
  package let words: String?

  /// Refuses blank words and a day that is no date.
  package init(
    _ test: LaboratoryTest,
    _ finding: Finding,
    day: String,
    words: String? = nil
  ) throws(ValueRefusal) {
    try refuseBlank(words, "result")
    guard CivilTime(date: day) != nil else { throw .notADate(day) }
    self.test = test
    self.finding = finding
    self.day = day
    self.words = words
  }
}

/// Something about how a medicine is used that the clinic talks over, in neutral words.
package struct MedicationConcern: Hashable {
  package enum Kind: Int, Hashable, CaseIterable {
    case earlyRefill = 1
    case lostMedicine = 2
    case doseRequest = 3
    case useOutsideSessions = 4
    case other = 5

    /// As it is typed.
    package var word: String {
      switch self {
      case .earlyRefill: "early-refill"
      case .lostMedicine: "lost-medicine"
      case .doseRequest: "dose-request"
      case .useOutsideSessions: "use-outside-sessions"
      case .other: "other"
      }
    }
  }

  package let kind: Kind
  package let text: String

  /// Refuses blank words.
  package init(_ kind: Kind, text: String) throws(ValueRefusal) {
    try refuseBlank(text, "concern")
    self.kind = kind
    self.text = text
  }
}

/// What became of a task after a session.
package struct FollowUp: Hashable {
  package enum Outcome: Int, Hashable, CaseIterable {
    case done = 1
    /// Tried; the task stays open.
    case notReached = 2
    case declined = 3
    case notNeeded = 4

    /// As it is typed.
    package var word: String {
      switch self {
      case .done: "done"
      case .notReached: "not-reached"
      case .declined: "declined"
      case .notNeeded: "not-needed"
      }
    }

    package var closesTask: Bool {
      switch self {
      case .done, .declined, .notNeeded: true
      case .notReached: false
      }
    }
  }

  package let task: TaskID
  package let session: SessionNumber
  package let outcome: Outcome
  package let text: String

  /// Refuses blank words.
  package init(
    _ task: TaskID,
    of session: SessionNumber,
    _ outcome: Outcome,
    text: String
  ) throws(ValueRefusal) {
    try refuseBlank(text, "follow-up")
    self.task = task
    self.session = session
    self.outcome = outcome
    self.text = text
  }
}

/// Entries that were made in the wrong session: where they came from, or where they went.
package struct Move: Hashable {
  package enum Direction: Int, Hashable, CaseIterable {
    case from = 1
    case to = 2
  }

  package let direction: Direction
  package let session: SessionNumber
  /// Of the session that they were made in; empty where it was moved whole.
  package let entries: [EntryNumber]
  package let reason: String

  /// Refuses a blank reason.
  package init(
    _ direction: Direction,
    session: SessionNumber,
    entries: [EntryNumber],
    reason: String
  ) throws(ValueRefusal) {
    try refuseBlank(reason, "reason")
    self.direction = direction
    self.session = session
    self.entries = entries
    self.reason = reason
  }
}
