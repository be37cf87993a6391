import Foundation
import Monitoring
import RecordStore
package import SessionRecord

/// What was made in the wrong patient's session, and whose it is.
package struct MoveRequest {
  package let session: SessionNumber
  /// Of that session; empty for the whole of it.
  package let entries: [EntryNumber]
  package let patient: PatientCode
  package let reason: String

  package init(
    _ session: SessionNumber,
    entries: [EntryNumber] = [],
    to patient: PatientCode,
    because reason: String
  ) {
    self.session = session
    self.entries = entries
    self.patient = patient
    self.reason = reason
  }
}

/// What moving did to both sessions.
package struct MoveOutcome {
  package let request: MoveRequest
  /// The session that the entries were made in.
  package let source: Recorded
  /// The session that they belong to.
  package let target: Recorded
  /// What stays in the source although it is about what was moved alone: second checks and wastes of a
  /// dose, acknowledgements and reviews.
  package var staying: [EntryNumber] = []
}

extension Supervision {
  /// Moves a whole session, or entries of it, to the patient whose they are, all or nothing.
  ///
  /// What is moved is copied, with its authors, observers and observed times, and withdrawn where it was.
  /// No gate holds it: it has happened.
  package func move(_ request: MoveRequest, by author: ClinicianCode?) throws -> MoveOutcome {
    guard !request.reason.allSatisfy(\.isWhitespace) else { throw SupervisionRefusal.reasonMissing }
    // Whose entries they are is nobody's word by default.
    guard let author else { throw SupervisionRefusal.deciderMissing }
    let session = try existing(request.session)
    let patient = try patientOfCare(request.patient)
    guard session.opening.patient != patient.code else {
      throw MoveRefusal.samePatient(patient.code, session: session.label)
    }
    let terms = try terms(of: session)
    guard !request.entries.isEmpty else { return try moveAll(request, terms, to: patient, author) }
    guard let target = try store.sessions(of: patient.code, openOnly: true).first else {
      throw MoveRefusal.noOpenTarget(patient.code)
    }
    return try moveSome(request, terms, to: try self.terms(of: target), author)
  }

  private func moveAll(
    _ request: MoveRequest,
    _ terms: SessionTerms,
    to patient: Patient,
    _ author: ClinicianCode
  ) throws -> MoveOutcome {
    var notes: [EntryNumber] = []
    do {
      return try move(request, terms, to: terms.moved(to: patient), isNew: true) { logs, moment in
        guard !Chart(logs.source).isVoid else {
          throw SupervisionRefusal.sessionVoid(terms.session.label)
        }
        let copy = SessionCopy(
          of: logs.source,
          in: terms.session,
          for: patient,
          under: terms.monitoringProtocol
        )
        let copies = try copy.drafts(at: moment, in: logs.targetNumber)
        notes = copy.notes(among: copies)
        let label = terms.session.label(as: logs.targetNumber)
        let reason = "moved to \(label) of \(patient.code): \(request.reason)"
        func said(_ content: Content, in room: String?) -> Draft {
          draft(content, at: moment, by: author, room: room)
        }
        return MoveDrafts(
          source: [
            said(.moved(try request.move(.to, logs.targetNumber)), in: terms.session.room),
            said(
              .void(Voiding(of: EntryNumber(1), reason: .because(reason))),
              in: terms.session.room
            ),
          ],
          target: copies + [
            said(.moved(try request.move(.from, request.session)), in: terms.session.room)
          ]
        )
      } shown: { new in
        notes + new.suffix(1)
      }
    } catch RecordRefusal.alreadyOpen(let patient, let session) {
      throw MoveRefusal.targetOpen(patient, session: session, source: request.session)
    }
  }

  private func moveSome(
    _ request: MoveRequest,
    _ terms: SessionTerms,
    to target: SessionTerms,
    _ author: ClinicianCode
  ) throws -> MoveOutcome {
    var staying: [EntryNumber] = []
    var outcome = try move(request, terms, to: target, isNew: false) { logs, moment in
      let chart = Chart(logs.source)
      let joined = Chart(logs.target)
      guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(terms.session.label) }
      guard !joined.isVoid, joined.closing == nil else {
        throw MoveRefusal.noOpenTarget(target.patient.code)
      }
      let entries = try movable(
        request.entries,
        in: chart,
        of: logs.source,
        terms,
        to: target.session.beside(logs.target)
      )
      let numbers = entries.map(\.number)
      staying = chart.entries(about: numbers)
      let copies = entries.map { entry in
        Draft(
          id: EntryID(UUID.drawn()),
          observed: entry.observed,
          author: entry.original.author,
          observer: entry.original.observer,
          source: .copy(of: request.session, entry.number),
          room: joined.room,
          content: entry.verifiedBy == nil ? entry.content : entry.content.withoutDoubts
        )
      }
      let reason = Voiding.Reason.because(
        "moved to \(target.session.label) of \(target.patient.code): \(request.reason)"
      )
      let to = try Move(
        .to,
        session: target.session.number,
        entries: numbers,
        reason: request.reason
      )
      let from = try Move(.from, session: request.session, entries: numbers, reason: request.reason)
      return MoveDrafts(
        source: ([.moved(to)] + numbers.map { .void(Voiding(of: $0, reason: reason)) }).map {
          draft($0, at: moment, by: author, room: chart.room)
        },
        target: copies + [draft(.moved(from), at: moment, by: author, room: joined.room)]
      )
    }
    outcome.staying = staying
    return outcome
  }

  /// The one transaction, and what to say of each session: what it added and what that changed.
  private func move(
    _ request: MoveRequest,
    _ source: SessionTerms,
    to target: SessionTerms,
    isNew: Bool,
    _ drafts: (MoveLogs, CommitMoment) throws -> MoveDrafts,
    shown: ([EntryNumber]) -> [EntryNumber] = { $0 }
  ) throws -> MoveOutcome {
    var before: MoveLogs?
    let moved = try store.move(
      from: request.session,
      to: isNew ? nil : target.session.number,
      at: { commitMoment(in: source.zone) }
    ) { logs, moment in
      before = logs
      return try drafts(logs, moment)
    } assessing: { number, log in
      let rules = number == request.session ? source : target
      let found = assess(log, under: rules.monitoringProtocol, asOf: lastKnown(log))
      return Assessed(
        flags: found.flags,
        tally: found.tally(under: rules.monitoringProtocol.formulary)
      )
    }
    return MoveOutcome(
      request: request,
      source: recorded(moved.source, source, before: before?.source ?? []),
      target: recorded(moved.target, target, before: before?.target ?? [], shown)
    )
  }

  private func recorded(
    _ appended: Appended,
    _ terms: SessionTerms,
    before: [Entry],
    _ shown: ([EntryNumber]) -> [EntryNumber] = { $0 }
  ) -> Recorded {
    let was = assess(before, under: terms.monitoringProtocol, asOf: lastKnown(before))
    let now = assess(
      appended.log,
      under: terms.monitoringProtocol,
      asOf: lastKnown(appended.log)
    )
    return Recorded(
      file: terms.file(appended.session, log: appended.log, assessment: now),
      new: shown(appended.new.map(\.number)),
      hints: [:],
      changes: FlagChanges(before: was, after: now),
      alreadySaved: nil
    )
  }

  /// The entries as they stand; each was observed, given or done, in the time of the session that it is
  /// moved to, by the clock as it is now.
  private func movable(
    _ numbers: [EntryNumber],
    in chart: Chart,
    of log: [Entry],
    _ terms: SessionTerms,
    to target: Session
  ) throws -> [ChartEntry] {
    var entries: [ChartEntry] = []
    for number in numbers.sorted() {
      guard let named = log.first(where: { $0.number == number }) else {
        throw SupervisionRefusal.noSuchEntry(number, terms.session.label)
      }
      guard let entry = chart[chart.original(of: number)], entry.content.kind.isObservation else {
        throw MoveRefusal.notMovable(number, named.content.kind)
      }
      guard !entry.isVoid else { throw SupervisionRefusal.entryVoid(entry.number) }
      let opened = target.opened
      guard entry.observed.instant >= opened.instant else {
        throw MoveRefusal.before(
          entry.number,
          opened: "\(opened.civil.date) \(opened.clock)",
          session: target.label
        )
      }
      if !entries.contains(where: { $0.number == entry.number }) { entries.append(entry) }
    }
    return entries
  }

  private func draft(
    _ content: Content,
    at moment: CommitMoment,
    by author: ClinicianCode,
    room: String?
  ) -> Draft {
    Draft(
      id: EntryID(UUID.drawn()),
      observed: moment.recorded,
      author: author,
      room: room,
      content: content
    )
  }
}

extension Chart {
  /// What is about some entries, and is none of them: the checks and wastes of a dose up to the next one,
  /// and what names a flag or a side effect that they raised.
  fileprivate func entries(about numbers: [EntryNumber]) -> [EntryNumber] {
    var dose: EntryNumber?
    var found: [EntryNumber] = []
    for entry in entries where !entry.isVoid {
      let named: [EntryNumber?]
      switch entry.content {
      case .dose:
        dose = entry.number
        named = []
      case .check, .waste: named = [dose]
      case .acknowledgement(let acknowledgement): named = acknowledgement.flags.map(\.flag.entry)
      case .review(let review):
        switch review.subject {
        case .flags(let flags): named = flags.map(\.flag.entry)
        case .effects(let onsets): named = onsets
        }
      default: named = []
      }
      let isAbout = named.contains { $0.map(numbers.contains) ?? false }
      if isAbout, !numbers.contains(entry.number) {
        found.append(entry.number)
      }
    }
    return found
  }
}

extension MoveRequest {
  /// The whole session.
  fileprivate func move(_ direction: Move.Direction, _ session: SessionNumber) throws -> Move {
    try Move(direction, session: session, entries: [], reason: reason)
  }
}

extension Session {
  /// Its label under another number.
  fileprivate func label(as number: SessionNumber) -> String {
    Session(
      number: number,
      opening: opening,
      opened: opened,
      closed: closed,
      state: state,
      room: room
    ).label
  }
}

extension EntryKind {
  /// Whether it says what was observed, given or done: such an entry can belong to another patient.
  var isObservation: Bool {
    switch self {
    case .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
      .deferred:
      true
    case .opened, .acknowledgement, .verification, .amendment, .void, .closed, .leaving,
      .screening, .presence, .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      false
    }
  }
}
