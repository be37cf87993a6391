package import Monitoring
package import SessionRecord

/// Why nothing was recorded, or nothing can be shown.
package enum SupervisionRefusal: Refusal, Hashable {
  /// *near* is a patient whose code differs only in its zeros or capitals.
  case noSuchPatient(String, near: PatientCode?)
  case noSuchSession(String)
  case noOpenSession(SessionUse)
  case severalOpen([String], SessionUse)
  /// Each session as it is described, with the label that names it whatever it is called besides.
  case ambiguousSession(String, [MeantSession], SessionUse)
  /// A patient or a room without an open session, and the last that it had.
  case notOpen(String, last: String, SessionNumber, SessionUse)
  case protocolTextMissing(String, ProtocolID)
  case unknownZone(String)
  /// A weight that is not expected: an opening cannot mark it as unverified, an entry can.
  case weightNotExpected(Quantity)
  case settingNotServed(ProtocolID, Setting, [Setting])
  /// Not the newest adopted text of its id, whose version is *adopted*; nil where none was adopted.
  case protocolNotAdopted(ProtocolID, version: String, name: String, adopted: String?)
  /// `protocol check` has something to say about it.
  case protocolHasFindings(ProtocolID, [ProtocolFinding])
  /// Under the id of a protocol for another drug or route.
  case otherDrugOrRoute(AdoptedDrug, now: AdoptedDrug, name: String, [ProtocolFinding])
  case adoptionNeedsNoReason(ProtocolID)
  /// SpO2 scale 2 is a prescriber's decision.
  case spo2ScaleWithoutPrescriber
  /// No session was opened under a protocol of that id; *known* are those under which some were.
  case noSessionUnder(ProtocolID, known: [ProtocolID])
  case openElsewhere(PatientCode, String)
  case importBesideOpen(PatientCode, String)
  case sessionVoid(String)
  case sessionClosed(String)
  case alreadyClosed(String)
  case noSuchEntry(EntryNumber, String)
  case nothingYet
  case entryVoid(EntryNumber)
  case cannotFix(EntryNumber, EntryKind)
  case cannotVoid(EntryNumber, EntryKind)
  case cannotBecome(EntryNumber, EntryKind, EntryKind)
  case nothingToUndo(String)
  case undoTooLate(EntryNumber)
  case undoOfCorrection(EntryNumber, of: EntryNumber)
  case undoOfFinal(EntryNumber)
  case nothingChanges(EntryNumber)
  case noOpenFlag
  case severalOpenFlags([FlagNumber])
  case noSuchFlag(FlagNumber, known: [FlagNumber])
  case onlyHighFlags([FlagNumber])
  case reasonMissing
  case onlyOneLineForID
  /// The id is that of another entry, in the session or stream that is named.
  case idTaken(EntryNumber, in: String)
  case importedElsewhere(Int, session: String)
  case notADose(String)
  case doseWithoutTime(String)
  /// Nothing of that is due, or will be.
  case nothingToDefer
  /// The slot is closed already.
  case nothingLeftToDefer(DeferredReading, minutes: Int)
  case deferralUnderFlag([FlagNumber], DeferredReading)
  case deferredBefore(DeferredReading, minutes: Int)
  case deferralOfPeak(DeferredReading, minutes: Int?)
  case noSuchCriterion(CriterionID, [CriterionID])
  case criterionComputed(CriterionID)
  /// An escort, or instructions, are given in words by an option of their own.
  case criterionNeedsWords(CriterionID, isEscort: Bool)
  case criterionMet(CriterionID)
  /// Nothing is missing that a reason could be for.
  case reasonForNothing(isAsked: Bool)
  /// A reason for all other criteria, where there is no other.
  case reasonLeftOver
  /// The id of a criterion where its reason belongs.
  case reasonIsCriterion(CriterionID)
  /// A decision goes with the closing of its commit, and not alone.
  case decisionOfClosing(EntryNumber, closing: EntryNumber)
  /// The witness is who decides, or who types.
  case witnessDecides(String)
  /// A judgement without a name.
  case deciderMissing
  case criteriaUnmet(session: String, [UnmetCriterion])

  /// A criterion that keeps a session from being ended without a reason.
  package struct UnmetCriterion: Hashable {
    package let id: CriterionID
    /// Whether a person answers it by name.
    package let isAnswerable: Bool
  }

  package var kind: RefusalKind {
    switch self {
    case .noSuchPatient, .noSuchSession, .noOpenSession, .notOpen, .noSuchEntry, .noSuchFlag,
      .noOpenFlag, .nothingYet, .nothingToUndo, .noSessionUnder:
      .notFound
    case .severalOpen, .ambiguousSession, .settingNotServed, .severalOpenFlags, .onlyHighFlags,
      .reasonMissing, .onlyOneLineForID, .deciderMissing, .spo2ScaleWithoutPrescriber:
      .usage
    case .openElsewhere, .importBesideOpen, .sessionVoid, .sessionClosed, .alreadyClosed,
      .entryVoid, .cannotFix, .cannotVoid, .undoTooLate, .undoOfCorrection, .undoOfFinal,
      .idTaken, .importedElsewhere, .nothingToDefer, .nothingLeftToDefer, .deferralUnderFlag,
      .deferredBefore,
      .deferralOfPeak, .criteriaUnmet, .decisionOfClosing, .protocolNotAdopted,
      .protocolHasFindings, .otherDrugOrRoute:
      .notAllowed
    case .cannotBecome, .unknownZone, .weightNotExpected, .nothingChanges, .notADose,
      .doseWithoutTime, .noSuchCriterion, .criterionComputed, .criterionNeedsWords, .criterionMet,
      .reasonForNothing, .reasonLeftOver, .reasonIsCriterion, .witnessDecides,
      .adoptionNeedsNoReason:
      .badInput
    case .protocolTextMissing: .damaged
    }
  }

  package var problem: String {
    switch self {
    case .noSuchPatient(let code, _): "There is no patient “\(code)”."
    case .noSuchSession(let text): "There is no session “\(text)”."
    case .noOpenSession(let use): "No session is open.\(use.andNothingStored)"
    case .severalOpen(let sessions, let use):
      "Several sessions are open: \(sessions.joined(separator: "; ")).\(use.andNothingStored)"
    case .ambiguousSession(let text, let sessions, let use):
      "“\(text)” could be \(sessions.map(\.described).joined(separator: " or "))."
        + use.andNothingStored
    case .notOpen(let name, let last, _, let use):
      "\(name) has no open session; the last is \(last).\(use.andNothingStored)"
    case .protocolTextMissing(let session, let id):
      "The text of protocol \(id), which \(session) is bound to, is not in this record."
    case .unknownZone(let name): "This machine knows no time zone “\(name)”."
    case .weightNotExpected(let weight):
      "A weight of \(decimal(weight.thousandths)) kg is outside the expected "
        + "\(decimal(PlausibleRange.expected(.weight).lowerBound)) to "
        + "\(decimal(PlausibleRange.expected(.weight).upperBound)) kg. No session was opened."
    case .settingNotServed(let id, let setting, _):
      "Protocol \(id) does not serve \(setting.rawValue) sessions. No session was opened."
    case .protocolNotAdopted(let id, let version, _, let adopted):
      adopted.map {
        "Version \(version) of protocol \(id) is not the one that this clinic adopted last, which is "
          + "version \($0)\($0 == version ? " with another text" : ""). No session was opened."
      }
        ?? "Protocol \(id) is an example until this clinic adopts it. No session was opened."
    case .protocolHasFindings(let id, let findings):
      "Protocol \(id) has \(listed(findings))Nothing was adopted."
    case .otherDrugOrRoute(let before, let now, _, let findings):
      "Protocol \(before.id) version \(before.version), which this clinic adopted, is for "
        + "\(before.drug) \(before.route.word), and this text is for \(now.drug) \(now.route.word). "
        + (findings.isEmpty ? "" : "It also has \(listed(findings))") + "Nothing was adopted."
    case .adoptionNeedsNoReason(let id):
      "Nothing was found in protocol \(id), so it needs no reason. Nothing was adopted."
    case .spo2ScaleWithoutPrescriber:
      "SpO2 scale 2 is a prescriber's decision, and none is named. No session was opened."
    case .noSessionUnder(let id, _): "No session was opened under protocol “\(id)”."
    case .openElsewhere(let patient, let session):
      "\(patient) already has an open session, \(session). No session was opened."
    case .importBesideOpen(let patient, let session):
      "\(patient) has an open session, \(session). Nothing was imported."
    case .sessionVoid(let session): "\(session) is struck out. Nothing was stored."
    case .sessionClosed(let session):
      "\(session) is closed: it takes only fix, void, ack, addendum and review. Nothing was stored."
    case .alreadyClosed(let session): "\(session) is already closed."
    case .noSuchEntry(let number, let session):
      "There is no entry #\(number) in \(session). Nothing was stored."
    case .nothingYet: "Nothing has been entered yet."
    case .entryVoid(let number): "#\(number) is void, and a void is final. Nothing was stored."
    case .cannotFix(let number, let kind):
      "#\(number) is \(kind.named) and cannot be corrected. Nothing was stored."
    case .cannotVoid(let number, let kind):
      "#\(number) is \(kind.named) and cannot be voided. Nothing was stored."
    case .cannotBecome(let number, let old, let new):
      "#\(number) is \(old.named), and a correction cannot make it \(new.named). Nothing was stored."
    case .nothingToUndo(let author): "There is no entry of \(author) to undo in this session."
    case .undoTooLate(let number):
      "#\(number) was entered more than 60 seconds ago. Nothing was changed."
    case .undoOfCorrection(let number, let original):
      "#\(number) corrected #\(original), and undo cannot take a correction back."
    case .undoOfFinal(let number): "#\(number) withdrew an entry, and that is final."
    case .nothingChanges(let number): "That changes nothing in #\(number). Nothing was stored."
    case .noOpenFlag: "No flag is open. Nothing was stored."
    case .severalOpenFlags(let flags):
      "Several flags are open: \(listed(flags)). Nothing was stored."
    case .noSuchFlag(let number, let known):
      known.isEmpty
        ? "There is no flag \(number): none was raised yet. Nothing was stored."
        : "There is no flag \(number). Nothing was stored."
    case .onlyHighFlags(let flags):
      "“all” never covers a high flag, and only high ones are open: \(listed(flags)). Nothing was stored."
    case .reasonMissing: "A reason is missing. Nothing was stored."
    case .onlyOneLineForID: "One id names one line. Nothing was stored."
    case .idTaken(let number, let place):
      "This id is that of #\(number) in \(place), which is not this line. Nothing was stored."
    case .importedElsewhere(let count, let session):
      "\(count == 1 ? "1 entry of this file is" : "\(count) entries of this file are")"
        + " already in \(session). Nothing was added."
    case .notADose(let line):
      "“\(line)” is not a dose or the start of an infusion. Nothing was imported."
    case .doseWithoutTime(let line): "“\(line)” does not say when. Nothing was imported."
    case .nothingToDefer:
      "Nothing of that is due or comes later on the schedule, so nothing can be put off. "
        + "Nothing was stored."
    case .nothingLeftToDefer(let reading, let minutes):
      "The \(reading.title) of T+\(minutes) is closed already, so nothing is left to put off. "
        + "Nothing was stored."
    case .deferralUnderFlag(let flags, let reading):
      "Under \(flags.count == 1 ? "flag" : "flags") \(listed(flags)) the \(reading.title) is not put off: while "
        + "blood pressure, SpO2, consciousness or sedation is flagged, it is taken. Nothing was stored."
    case .deferredBefore(let reading, let minutes):
      "The \(reading.title) of T+\(minutes) was put off, and never two in a row. Nothing was stored."
    case .deferralOfPeak(let reading, let minutes):
      "The \(reading.title)\(minutes.map { " of T+\($0)" } ?? "") is the protocol's peak reading and is never "
        + "put off. Nothing was stored."
    case .noSuchCriterion(let criterion, _):
      "This protocol has no criterion “\(criterion)”. Nothing was stored."
    case .criterionComputed(let criterion):
      "\(criterion) is worked out from the entries and cannot be answered. Nothing was stored."
    case .criterionNeedsWords(let criterion, _):
      "\(criterion) is answered in words, not by yes. Nothing was stored."
    case .criterionMet(let criterion):
      "\(criterion) is met, so it needs no reason. Nothing was stored."
    case .reasonForNothing(let isAsked):
      isAsked
        ? "Every criterion for leaving is met, so a reason belongs to none. Nothing was stored."
        : "Nothing was given, so no criterion for leaving is asked and a reason belongs to none. "
          + "Nothing was stored."
    case .reasonLeftOver:
      "Each criterion that is not met has a reason of its own, so the other reason belongs to none. "
        + "Nothing was stored."
    case .reasonIsCriterion(let criterion):
      "“\(criterion)” is a criterion, and no reason. Nothing was stored."
    case .decisionOfClosing(let number, let closing):
      "#\(number) is the decision of the closing #\(closing), and is not withdrawn alone. Nothing was stored."
    case .witnessDecides(let witness):
      "\(witness) decides or enters this, and a witness is another person. Nothing was stored."
    case .deciderMissing: "It does not say who. Nothing was stored."
    case .criteriaUnmet(let session, let unmet):
      "\(session) is not closed. "
        + (unmet.count == 1
          ? "A criterion for leaving is not met"
          : "\(unmet.count) criteria for leaving are not met")
        + ": \(unmet.map(\.id.text).joined(separator: ", ")). Nothing was stored."
    }
  }

  package var remedy: String? {
    switch self {
    case .noSuchPatient(_, let near?): "Did you mean \(near)? vigil patient list shows all."
    case .noSuchPatient(let code, nil): "Add them first: vigil patient add \(code)"
    case .noSuchSession: "vigil sessions lists all."
    case .noOpenSession(let use): use.withoutOpenSession
    case .severalOpen(_, .recording), .severalOpen(_, .ending):
      "Name one with -s and its number, patient code or room, as: -s 12"
    case .severalOpen(_, .reading):
      "Name one by its number, patient code or room: vigil timeline 12"
    case .ambiguousSession(_, let sessions, _):
      "Name the one that is meant in full: "
        + sessions.map { "\($0.label) for \($0.patient)" }.joined(separator: ", or ") + "."
    case .notOpen(_, _, let number, _): "Name it by its number \(number)."
    case .protocolTextMissing: "The record is damaged; keep the file and restore a backup."
    case .weightNotExpected(let weight):
      "Read it again. If it is right, open the session without it and enter it there, twice: "
        + "vigil add weight \(decimal(weight.thousandths))"
    case .unknownZone: "Give a name such as Europe/Berlin with --zone."
    case .settingNotServed(_, _, let served):
      "It serves: \(served.map(\.rawValue).joined(separator: ", "))."
    case .protocolNotAdopted(let id, _, let name, let adopted):
      "Adopt it: vigil protocol adopt \(name) --by CODE"
        + (adopted == nil ? "" : ". Or open with the adopted one: --protocol \(id)")
    case .protocolHasFindings:
      "Mend the file, or say why it is adopted as it is: --because '…'"
    case .otherDrugOrRoute(let before, _, let name, _):
      "Give it an id of its own, or say why it takes the other's place: --because '…'. "
        + "vigil protocol diff \(before.id)@\(before.version) \(name) shows what differs."
    case .adoptionNeedsNoReason: "Adopt it without --because."
    case .spo2ScaleWithoutPrescriber: "Name who decided it: --prescriber LH"
    case .noSessionUnder(_, let known):
      known.isEmpty
        ? "There is no session yet."
        : "Sessions were opened under: \(known.map(\.text).joined(separator: ", "))."
    case .openElsewhere(_, let session):
      "To go on with it: vigil add -s \(session) …; where it was opened for the wrong patient: vigil move "
        + "\(session) --to P-015 --because …; once the patient has left: vigil end \(session)"
    case .importBesideOpen(_, let session):
      "Add the rows to it with -s \(session), or give --end for a session of their own that is closed "
        + "at once."
    case .sessionVoid: nil
    case .sessionClosed: nil
    case .alreadyClosed: nil
    case .noSuchEntry(_, let session): "vigil timeline \(session) lists the entries."
    case .nothingYet: nil
    case .entryVoid: "Enter it anew."
    case .cannotFix(_, let kind):
      switch kind {
      case .opened: "If the patient is wrong: vigil void-session N --because …"
      case .acknowledgement: "Void it and acknowledge again."
      case .leaving: "Answer again with vigil leaving: the newest answer stands."
      default: nil
      }
    case .cannotVoid(_, let kind):
      kind == .opened ? "To strike out the whole session: vigil void-session N --because …" : nil
    case .cannotBecome(let number, _, _): "void \(number) -- reason, and enter the other anew."
    case .nothingToUndo: nil
    case .undoTooLate(let number): "void \(number) -- reason, or fix \(number) … -- reason"
    case .undoOfCorrection(_, let original):
      "fix \(original) … -- reason, or void \(original) -- reason"
    case .undoOfFinal: "Enter the withdrawn line anew."
    case .nothingChanges: nil
    case .noOpenFlag: nil
    case .severalOpenFlags(let flags):
      "Name one: ack \(flags.first.map { String($0.value) } ?? "1") what was done"
    case .noSuchFlag(_, let known): known.isEmpty ? nil : "Known: \(listed(known))."
    case .onlyHighFlags(let flags):
      "Name each: ack \(flags.first.map { String($0.value) } ?? "1") what was done"
    case .reasonMissing: "Give it with --because, or after --."
    case .onlyOneLineForID: nil
    case .idTaken(let number, let place):
      "Give this line an id of its own, or none; vigil timeline \(place) shows #\(number)."
    case .importedElsewhere(_, let session):
      "To add the others there: vigil import csv … -s \(session)"
    case .notADose: "As: --dose '@13:30 ketamine 36 mg iv over 40 min'"
    case .doseWithoutTime: "As: --dose '@13:30 ketamine 36 mg iv over 40 min'"
    case .nothingToDefer: "vigil due --all lists what is due and what comes next."
    case .nothingLeftToDefer: "vigil due --all lists what is due and what comes next."
    case .deferralUnderFlag(_, let reading): reading.remedy
    case .deferredBefore(let reading, _): reading.remedy
    case .deferralOfPeak(let reading, _): reading.remedy
    case .noSuchCriterion(_, let known):
      known.isEmpty
        ? "It has none." : "It has: \(known.map(\.text).joined(separator: ", "))."
    case .criterionComputed: "vigil leaving shows what is missing."
    case .criterionNeedsWords(_, let isEscort):
      isEscort
        ? "As: --escort 'sister, A. Meier'" : "As: --instructions 'no driving until tomorrow'"
    case .criterionMet: nil
    case .reasonForNothing, .reasonLeftOver: "Say it in a note before closing: vigil add note …"
    case .reasonIsCriterion(let criterion):
      "As: --because '\(criterion)=why it does not keep the patient'"
    case .decisionOfClosing(_, let closing):
      "void \(closing) -- reason takes both back and opens the session; then end it again."
    case .witnessDecides: "Name who else saw it: --witness MB"
    case .deciderMissing: "Add the name: --by KO"
    case .criteriaUnmet(let session, let unmet):
      "vigil leaving \(session) shows what is missing"
        + (unmet.contains(where: \.isAnswerable) ? ", and takes the answers" : "")
        + ". Or give a reason: --because '\(unmet.first?.id.text ?? "")=…', or --because '…' for all. "
        + "Against advice: --against-advice '…' --witness MB"
    }
  }

  /// `a finding:` and each on a line of its own.
  private func listed(_ findings: [ProtocolFinding]) -> String {
    let lines = findings.map { finding in
      "  \(finding.path): \(finding.problem)" + (finding.remedy.map { " \($0)" } ?? "")
    }
    return (findings.count == 1 ? "a finding" : "\(findings.count) findings") + ":\n"
      + lines.joined(separator: "\n") + "\n"
  }

  private func listed(_ flags: [FlagNumber]) -> String {
    flags.map { String($0.value) }.joined(separator: ", ")
  }
}

extension SessionUse {
  /// Whoever only looks has stored nothing, and is not told so.
  fileprivate var andNothingStored: String {
    switch self {
    case .recording, .ending: " Nothing was stored."
    case .reading: ""
    }
  }
}

extension DeferredReading {
  /// What to do instead.
  fileprivate var remedy: String {
    declaring.map { "Take it, or say why there is none: vigil add \($0)" }
      ?? "Look, and enter what is seen."
  }
}
