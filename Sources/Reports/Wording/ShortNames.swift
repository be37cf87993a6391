import SessionRecord

extension VitalSign {
  /// As it stands before a number: `HR 92/min`.
  var shortName: String {
    switch self {
    case .systolic: "systolic"
    case .diastolic: "diastolic"
    case .meanArterial: "MAP"
    case .heartRate: "HR"
    case .spo2: "SpO2"
    case .respiratoryRate: "RR"
    case .temperature: "Temp"
    case .endTidalCO2: "EtCO2"
    case .oxygenFlow: "O2"
    case .weight: "Weight"
    case .consciousness: "ACVPU"
    case .moaas: "MOAA/S"
    case .rass: "RASS"
    }
  }
}

extension VitalSign {
  /// The unit as it stands after a number, with a space that no line ends in.
  var unbreakingUnit: String { unitSuffix.hasPrefix(" ") ? "\u{A0}" + unit : unitSuffix }
}

extension EntryKind {
  /// As a heading or a column says it.
  var word: String {
    switch self {
    case .opened: "opening"
    case .vitals: "vitals"
    case .effect: "side effect"
    case .dose: "dose"
    case .infusion: "infusion"
    case .check: "second check"
    case .waste: "waste"
    case .scale: "scale"
    case .action: "action"
    case .note: "note"
    case .mark: "mark"
    case .deferred: "deferral"
    case .acknowledgement: "acknowledgement"
    case .verification: "verification"
    case .amendment: "correction"
    case .void: "withdrawal"
    case .closed: "closing"
    case .leaving: "leaving"
    case .screening: "screening"
    case .presence: "presence"
    case .assigned: "change of room"
    case .review: "review"
    case .addendum: "addendum"
    case .followUp: "follow-up"
    case .course: "entry of the course"
    case .moved: "move"
    case .clockStep: "step of the clock"
    }
  }
}
