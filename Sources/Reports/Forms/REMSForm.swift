import Monitoring
package import SessionRecord

/// The patient monitoring form of the esketamine REMS as the record fills it: every field with its
/// entries, or *not recorded*.
///
/// Source: form text of 11/2021, and its newer version as its manufacturer describes it. Only fields
/// that were seen there are here.
struct REMSForm {
  let record: FormRecord
  let blocks: [FormBlock]
  /// The last day for sending it; nil without a dose.
  let due: CivilTime?

  static let ownDrug = "esketamine"
  /// Within 7 days of every session: form of 11/2021.
  private static let submission = TimeSpan.hours(7 * 24)

  init(
    _ words: SessionWords,
    clinic: Clinic?,
    dates: FormDates
  ) throws(REMSFormRefusal) {
    let bound = words.file.monitoringProtocol
    guard bound.formulary.ownDrug == REMSForm.ownDrug else {
      throw .notEsketamine(
        session: words.file.session,
        drug: bound.formulary.ownDrug,
        bound: bound.id
      )
    }
    if let struckOut = StruckOut(words) { throw .void(session: words.file.session, struckOut) }
    let record = FormRecord(words, dates: dates)
    let said = SaidWords(record)
    self.record = record
    blocks =
      REMSPeople(record, clinic: clinic, said: said).blocks
      + REMSSession(record, said: said).blocks
      + [REMSPressures(record).block, REMSStates(record).block]
    due = record.timeZero.map { timeZero in
      let day = words.clock.stamp(timeZero).civil
      return CivilTime(day.instant(offsetMinutes: 0) + REMSForm.submission, offsetMinutes: 0)
    }
  }

  static let title = "Patient monitoring form, esketamine REMS: working copy"

  /// What it is, and by when the form itself is sent.
  var statements: [String] {
    let sent =
      due.map {
        "That form is to be sent within 7 days of the session: by \(record.dates.date($0))."
      }
      ?? "That form is to be sent within 7 days of every session."
    return [
      "A working copy of what this record holds, to be entered into the REMS' own form. " + sent,
      "* is required on the form. Outpatient form of 11/2021; “newer form” is known from a "
        + "description of it.",
    ]
  }

  /// What the REMS' own form asks and this does not answer.
  static let notCovered = [
    "Not covered, as the copies of the form that were seen are cut off there: what follows the yes or "
      + "no about sedation and dissociation, and serious adverse events with their reporter and "
      + "signature. Fill them in on the REMS' own form.",
    "Vigil says only what was entered. Whether vital signs were acceptable, and when the patient would "
      + "have been ready, a clinician says.",
  ]

  var missingCount: Int {
    blocks.flatMap(\.fields).count { field in
      guard field.isRequired, case .notRecorded = field.answer else { return false }
      return true
    }
  }
}

/// Why a patient monitoring form cannot be made of a session.
package enum REMSFormRefusal: Refusal, Hashable {
  case notEsketamine(session: Session, drug: String, bound: ProtocolID)
  /// A form of it would be sent for a session that is in no count.
  case void(session: Session, StruckOut)

  package var kind: RefusalKind { .notAllowed }

  package var problem: String {
    switch self {
    case .notEsketamine(let session, let drug, let bound):
      "The patient monitoring form is for esketamine, and session \(session.label) is under "
        + "\(bound), whose drug is \(drug). Nothing was printed."
    case .void(let session, let struckOut):
      "Session \(session.label) is VOID: struck out by \(struckOut.by) \(struckOut.at), "
        + "“\(struckOut.reason)”. No form is to be sent for it. Nothing was printed."
    }
  }

  package var remedy: String? {
    switch self {
    case .notEsketamine(let session, _, _), .void(let session, _):
      "Print its report: vigil report \(session.number)"
    }
  }
}
