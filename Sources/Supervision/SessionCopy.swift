import Foundation
import Monitoring
import RecordStore
import SessionRecord

/// A whole session for another patient, number for number, so that whatever its entries say of each
/// other stays right.
struct SessionCopy {
  private let log: [Entry]
  private let patient: Patient
  private let monitoringProtocol: MonitoringProtocol
  /// The session that is copied, and whose it was.
  private let source: Session

  init(
    of log: [Entry],
    in source: Session,
    for patient: Patient,
    under monitoringProtocol: MonitoringProtocol
  ) {
    self.log = log
    self.source = source
    self.patient = patient
    self.monitoringProtocol = monitoringProtocol
  }

  /// A draft for every entry, with its author, its observer and its observed time.
  ///
  /// The opening is the other patient's, and of what was asked before it nothing but which gates held is
  /// copied: the answers are of whom it was opened for. What names flags, an acknowledgement or a review, names them as
  /// they are in the copy.
  func drafts(at moment: CommitMoment, in session: SessionNumber) throws -> [Draft] {
    let copies = log.map { entry in
      Draft(
        id: EntryID(UUID.drawn()),
        observed: entry.observed,
        author: entry.author,
        observer: entry.observer,
        source: .copy(of: original(entry), entry.number),
        room: entry.draft.room,
        content: ofPatient(entry)
      )
    }
    let flags = CopiedFlags(flags(of: copies, at: moment, in: session))
    return try copies.map { $0.saying(try flags.renaming($0.content)) }
  }

  /// The copies that name no flag any more, and say so as notes.
  func notes(among copies: [Draft]) -> [EntryNumber] {
    zip(log, copies).filter { $0.content.kind != $1.content.kind }.map(\.0.number)
  }

  private func original(_ entry: Entry) -> SessionNumber {
    guard case .session(let number) = entry.stream else { return SessionNumber(0) }
    return number
  }

  private func ofPatient(_ entry: Entry) -> Content {
    switch entry.content {
    case .opened(let opening): opened(opening)
    case .screening(.findings(let findings)):
      if case .copy = entry.source {
        // Moved before: it says already whom it was asked of.
        entry.content
      } else {
        .screening(
          .findings(
            findings.map { finding in
              isMeasured(finding.gate)
                ? finding : finding.asked(of: source.opening.patient, in: source.label)
            }
          )
        )
      }
    default: entry.content
    }
  }

  /// What the readings before the dose decide comes with them.
  private func isMeasured(_ gate: GateID) -> Bool {
    monitoringProtocol.gates.contains { known in
      guard known.id == gate, case .rules = known.requirement else { return false }
      return true
    }
  }

  private func opened(_ opening: Opening) -> Content {
    .opened(
      Opening(
        patient: patient.code,
        identity: patient.commitment,
        monitoringProtocol: opening.monitoringProtocol,
        setting: opening.setting,
        zone: opening.zone,
        prescriber: opening.prescriber,
        indication: opening.indication,
        room: opening.room,
        weight: opening.weight,
        spo2Scale: opening.spo2Scale
      )
    )
  }

  /// What the rules find in the copies; no flag hangs on an acknowledgement or a review.
  private func flags(
    of copies: [Draft],
    at moment: CommitMoment,
    in session: SessionNumber
  ) -> [Flag] {
    let log = zip(log, copies).map { entry, copy in
      Entry(
        copy,
        stream: .session(session),
        number: entry.number,
        commit: CommitNumber(1),
        recorded: moment.recorded,
        monotonic: moment.monotonic,
        record: entry.record
      )
    }
    return assess(log, under: monitoringProtocol, asOf: moment.recorded.instant).flags
  }
}

/// The flags of a copied session, found by what they are.
struct CopiedFlags {
  private let flags: [Flag]

  init(_ flags: [Flag]) { self.flags = flags.filter { $0.retractedBy == nil } }

  /// The same content with the numbers that the flags have here; one whose flags are all gone becomes a
  /// note that says so.
  func renaming(_ content: Content) throws -> Content {
    switch content {
    case .acknowledgement(let acknowledgement):
      let (here, gone) = split(acknowledgement.flags)
      guard !here.isEmpty else {
        return .note("Acknowledged \(listed(gone)), not raised here: \(acknowledgement.text)")
      }
      return .acknowledgement(
        Acknowledgement(flags: here, text: acknowledgement.text + alsoNamed(gone))
      )
    case .review(let review):
      guard case .flags(let named) = review.subject else { return content }
      let (here, gone) = split(named)
      guard !here.isEmpty else {
        let todo = review.followUp.map { "; to do: \($0)" } ?? ""
        return .note(
          "Reviewed \(listed(gone)), not raised here, as \(review.verdict.word): \(review.text)\(todo)"
        )
      }
      return .review(
        try Review(
          .flags(here),
          verdict: review.verdict,
          followUp: review.followUp,
          text: review.text + alsoNamed(gone)
        )
      )
    case .opened, .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note,
      .mark, .deferred, .verification, .amendment, .void, .closed, .leaving, .screening, .presence,
      .assigned, .addendum, .followUp, .course, .moved, .clockStep:
      return content
    }
  }

  private func split(
    _ named: [Acknowledgement.Named]
  ) -> (here: [Acknowledgement.Named], gone: [FlagNumber]) {
    var here: [Acknowledgement.Named] = []
    var gone: [FlagNumber] = []
    for one in named {
      if let number = number(of: one.flag) {
        here.append(Acknowledgement.Named(number: number, flag: one.flag))
      } else {
        gone.append(one.number)
      }
    }
    return (here, gone)
  }

  /// Of the flag itself, or of the one of its rule that holds the entry it names.
  private func number(of identity: FlagIdentity) -> FlagNumber? {
    let flag =
      flags.first { $0.identity == identity }
      ?? flags.first { flag in
        flag.identity.rule == identity.rule
          && flag.readings.contains { $0.entry == identity.entry }
      }
    return flag?.number
  }

  private func alsoNamed(_ gone: [FlagNumber]) -> String {
    gone.isEmpty ? "" : " (also named \(listed(gone)), not raised here)"
  }

  private func listed(_ numbers: [FlagNumber]) -> String {
    (numbers.count == 1 ? "flag " : "flags ") + numbers.map(\.description).joined(separator: ", ")
  }
}

extension SessionTerms {
  /// The same session as another patient's.
  func moved(to patient: Patient) -> SessionTerms {
    SessionTerms(
      session: session,
      patient: patient,
      monitoringProtocol: monitoringProtocol,
      zone: zone,
      adoption: adoption,
      purpose: purpose,
      clinicians: clinicians
    )
  }
}
