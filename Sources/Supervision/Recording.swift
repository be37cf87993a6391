import Foundation
package import Monitoring
import RecordStore
package import SessionRecord
package import Shorthand

/// What is to be recorded: a line as it was typed, or a correction from a command.
package enum Input {
  case line(String)
  /// A correction whose change and reason were given apart, so that either may hold ` -- `.
  case fix(EntryTarget, with: String, because: String)

  /// Whether it can say that the session goes on in another room.
  fileprivate var mayChangeRoom: Bool {
    switch self {
    case .line(let text), .fix(_, with: let text, because: _):
      text.lowercased().contains("room")
    }
  }

  /// Whether it says at what clock time it was observed: `@14:02`, and not `@-3m` or now.
  var namesClock: Bool {
    switch self {
    case .line(let text):
      let line = text.drop { $0.isWhitespace }
      return line.hasPrefix("@") && !line.hasPrefix("@-")
    case .fix: return false
    }
  }
}

/// One of several lines was refused; none was stored.
package struct LineRefused: Error {
  /// From 1.
  package let line: Int
  package let refusal: any Refusal
  /// The lines after it that are not understood either, so that all can be mended at once.
  package var later: [LineRefused] = []
}

/// What one commit did.
package struct Recorded {
  package let file: SessionFile
  /// The entries that it added, in order.
  package let new: [EntryNumber]
  /// What to say beside an entry: a near name, for one.
  package let hints: [EntryNumber: String]
  package let changes: FlagChanges
  /// Set where the id was already in the record: nothing was added.
  package let alreadySaved: EntryNumber?
  /// Whom the environment names as author, and who gave way to the one on duty.
  package var givenWay: ClinicianCode? = nil
  /// Other open sessions in the room that this one changed to.
  package var sharing: [Session] = []
}

extension Supervision {
  /// Records lines in one commit, all or nothing, and says what they changed.
  ///
  /// An id that the record has already is refused, unless it is that of the same line in the same
  /// session: then nothing is added.
  package func record(
    _ inputs: [Input],
    in number: SessionNumber,
    as authorship: Authorship,
    id: EntryID? = nil
  ) throws -> Recorded {
    guard let id else {
      return try record(inputs, in: existing(number), as: authorship) { EntryID(UUID.drawn()) }
    }
    guard let input = inputs.first, inputs.count == 1 else {
      throw SupervisionRefusal.onlyOneLineForID
    }
    let session = try existing(number)
    if let place = try store.number(of: id) {
      return try alreadySaved(place, asked: session, input, as: authorship)
    }
    do {
      return try record([input], in: session, as: authorship) { id }
    } catch RecordRefusal.alreadySaved(_, let stream, let entry) {
      // Another try of the same entry was quicker.
      return try alreadySaved((stream, entry), asked: session, input, as: authorship)
    }
  }

  private func record(
    _ inputs: [Input],
    in session: Session,
    as authorship: Authorship,
    id: () -> EntryID
  ) throws -> Recorded {
    var hints: [EntryNumber: String] = [:]
    var givenWay: ClinicianCode?
    var changesRoom = false
    let roles = try Roles(store.clinicians())
    let others = try inputs.contains(where: \.mayChangeRoom) ? openBeside(session) : []
    var recorded = try commit(to: session) { log, known, moment, terms in
      var resolution = try LineResolution(terms, log: log, moment: moment, authorship: authorship)
      for (place, input) in inputs.enumerated() {
        do {
          try resolution.add(input, id: id())
        } catch let refusal as any Refusal {
          guard inputs.count > 1 else { throw refusal }
          var refused = LineRefused(line: place + 1, refusal: refusal)
          for (after, input) in inputs.enumerated().dropFirst(place + 1) {
            do {
              try resolution.tryOut(input)
            } catch let refusal as any Refusal {
              refused.later.append(LineRefused(line: after + 1, refusal: refusal))
            }
          }
          throw refused
        }
      }
      resolution.resolveHandovers(after: known)
      try resolution.resolveAcknowledgements(after: known)
      try resolution.checkDeferrals(after: known)
      for draft in resolution.drafts { try roles.allow(draft, in: log) }
      hints = resolution.hints
      givenWay =
        resolution.drafts.contains { $0.author == resolution.givenWay }
        ? nil : resolution.givenWay
      changesRoom = resolution.drafts.contains { $0.content.changesRoom }
      return resolution.drafts
    } hints: {
      hints
    }
    recorded.givenWay = givenWay
    if changesRoom, let room = recorded.file.session.room {
      recorded.sharing = others.filter { $0.room == room }
    }
    return recorded
  }

  /// The other sessions that are open, read before anything is written.
  private func openBeside(_ session: Session) throws -> [Session] {
    try store.sessions(of: nil, openOnly: true).filter { $0.number != session.number }
  }

  /// Strikes a whole session out: kept, and out of every count.
  package func void(
    _ number: SessionNumber,
    because reason: String,
    by author: ClinicianCode?,
    usual: ClinicianCode? = nil
  ) throws -> Recorded {
    guard !reason.allSatisfy(\.isWhitespace) else { throw SupervisionRefusal.reasonMissing }
    let voiding = Voiding(of: EntryNumber(1), reason: .because(reason))
    let authorship = Authorship(author: author, usual: usual)
    return try commit(.void(voiding), in: existing(number), as: authorship) { session, chart in
      guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
    }
  }

  /// One entry that is about the session itself, allowed by its chart inside the transaction.
  private func commit(
    _ content: Content,
    in session: Session,
    as authorship: Authorship,
    allowing check: (Session, Chart) throws -> Void
  ) throws -> Recorded {
    var givenWay: ClinicianCode?
    var recorded = try commit(to: session) { log, _, moment, _ in
      let chart = Chart(log)
      try check(session, chart)
      guard let duty = Duty(chart) else { throw SupervisionRefusal.noSuchSession(session.label) }
      givenWay = duty.givenWay(authorship)
      return [
        Draft(
          id: EntryID(UUID.drawn()),
          observed: moment.recorded,
          author: duty.author(authorship),
          room: session.room,
          content: content
        )
      ]
    }
    recorded.givenWay = givenWay
    return recorded
  }

  /// The one transaction: drafts made from the log as it is, appended, assessed, flags stored.
  ///
  /// Nothing is read once its commit has returned.
  func commit(
    to session: Session,
    _ drafts: ([Entry], SessionFold, CommitMoment, SessionTerms) throws -> [Draft],
    hints: () -> [EntryNumber: String] = { [:] }
  ) throws -> Recorded {
    let terms = try terms(of: session)
    var fold: (known: SessionFold, count: Int)?
    var before: Assessment?
    var after: Assessment?
    let appended = try store.append(to: session.number, at: { commitMoment(in: terms.zone) }) {
      log,
      moment in
      let committed = log.withoutStepToCome
      let asOf = lastKnown(committed)
      let known = SessionFold(committed, under: terms.monitoringProtocol, knownBy: asOf)
      fold = (known, committed.count)
      before = known.assessment(asOf: asOf)
      return try drafts(log, known, moment, terms)
    } assessing: { log in
      let asOf = lastKnown(log)
      // The log grew by one commit since it was folded.
      let known =
        fold.map { $0.known.continued(by: Array(log[$0.count...])) }
        ?? SessionFold(log, under: terms.monitoringProtocol, knownBy: asOf)
      let assessment = known.assessment(asOf: asOf)
      after = assessment
      return Assessed(
        flags: assessment.flags,
        tally: assessment.tally(under: terms.monitoringProtocol.formulary)
      )
    }
    let assessment =
      after ?? assess(appended.log, under: terms.monitoringProtocol, asOf: lastKnown(appended.log))
    return Recorded(
      file: terms.file(appended.session, log: appended.log, assessment: assessment),
      new: appended.new.map(\.number),
      hints: hints(),
      changes: FlagChanges(before: before ?? assessment, after: assessment),
      alreadySaved: nil
    )
  }
}

/// The latest recorded time of a log: what its stored flags are as of, also when a clock stepped back.
func lastKnown(_ log: [Entry]) -> Instant {
  log.map(\.recorded.instant).max() ?? Instant(milliseconds: 0)
}

extension [Entry] {
  /// Without the step of the clock that the commit which is being made will begin with.
  ///
  /// Something always follows a step in its own commit, so one at the end is not yet in the record.
  fileprivate var withoutStepToCome: [Entry] {
    guard case .clockStep? = last?.content else { return self }
    return dropLast()
  }
}

extension Content {
  /// Whether it says, or corrects, where the session goes on.
  fileprivate var changesRoom: Bool {
    switch self {
    case .assigned: true
    case .amendment(let amendment): amendment.content.changesRoom
    default: false
    }
  }
}
