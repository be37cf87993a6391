import Monitoring
import SessionRecord
import Supervision

/// The acts in and on a session.
extension Act {
  /// Lines of one commit, all or nothing.
  static func type(
    _ lines: [TypedLine],
    in number: SessionNumber,
    by author: ClinicianCode,
    of people: ClinicPeople,
    id: EntryID? = nil
  ) -> Act {
    Act(
      words: "\(author) types in session \(number): \(lines.map(\.text))",
      streams: [.session(number)],
      perform: { supervision in
        Answer(
          try supervision.record(
            lines.map { Input.line($0.text) },
            in: number,
            as: Authorship(author: author),
            id: id
          )
        )
      },
      expected: { clinic, moment in
        guard let session = clinic[number] else { return .refused }
        var model = LineModel(session, by: author, at: moment, id: id)
        for line in lines { guard try model.take(line.meaning) else { return .refused } }
        guard clinic.mayStayOpen(session, after: model.standing),
          author == people.physician || !session.strikesOutReview(model.drafts)
        else { return .refused }
        let addition = Addition(.session(number), model.drafts)
        return model.isOfTheRules ? .either([addition]) : .saved([addition])
      },
      id: id
    )
  }

  static func answer(
    _ isMet: Bool,
    in number: SessionNumber,
    by author: ClinicianCode
  ) -> Act {
    let answers = [CriteriaAnswers.Answer(CriterionID("gait"), isMet: isMet)]
    return Act(
      words: "\(author) answers gait \(isMet) in session \(number)",
      streams: [.session(number)],
      perform: { Answer(try $0.answer(answers, in: number, by: author)) },
      expected: { clinic, moment in
        guard let session = clinic[number], session.isOpen else { return .refused }
        return .saved([
          session.addition(.leaving(.answers(try CriteriaAnswers(answers))), by: author, at: moment)
        ])
      }
    )
  }

  /// Closes it, with a reason for whatever is not met or without one.
  static func end(
    _ number: SessionNumber,
    by author: ClinicianCode,
    reason: String?,
    escort: String?
  ) -> Act {
    var request = LeavingRequest()
    request.decidedBy = author
    request.escort = escort
    if let reason { request.reasons = [(criterion: nil, text: reason)] }
    return Act(
      words: "\(author) ends session \(number), reason \(reason ?? "none")",
      streams: [.session(number)],
      perform: { [request] in Answer(try $0.end(number, by: author, request)) },
      expected: { clinic, moment in
        guard let session = clinic[number], session.isOpen else { return .refused }
        guard
          let decision = try session.decision(by: author, reason: reason, escort, at: moment)
        else { return .refused }
        return .saved([
          Addition(
            .session(number),
            [Content.leaving(.decision(decision)), .closed].map {
              session.draft($0, by: author, at: moment)
            }
          )
        ])
      }
    )
  }

  static func strikeOut(_ number: SessionNumber, by author: ClinicianCode) -> Act {
    Act(
      words: "\(author) strikes out session \(number)",
      streams: [.session(number)],
      perform: { Answer(try $0.void(number, because: "opened twice", by: author)) },
      expected: { clinic, moment in
        guard let session = clinic[number], session.state != .void else { return .refused }
        let voiding = Voiding(of: EntryNumber(1), reason: .because("opened twice"))
        return .saved([session.addition(.void(voiding), by: author, at: moment)])
      }
    )
  }

  static func add(
    addendum text: String,
    to number: SessionNumber,
    by author: ClinicianCode
  ) -> Act {
    Act(
      words: "\(author) adds to session \(number): \(text)",
      streams: [.session(number)],
      perform: { Answer(try $0.add(addendum: text, to: number, by: author)) },
      expected: { clinic, moment in
        guard let session = clinic[number], [.closed, .amended].contains(session.state) else {
          return .refused
        }
        return .saved([session.addition(.addendum(text), by: author, at: moment)])
      }
    )
  }

  /// Reviews all that waits for it, or one flag.
  static func review(
    _ flag: FlagNumber?,
    in number: SessionNumber,
    by author: ClinicianCode,
    of people: ClinicPeople
  ) -> Act {
    let subject: ReviewSubject = flag.map { .named([.flags($0, through: $0)]) } ?? .all
    return Act(
      words: "\(author) reviews \(flag.map { "flag \($0)" } ?? "all") of session \(number)",
      streams: [.session(number)],
      perform: { supervision in
        Answer(
          try supervision.review(
            ReviewRequest(subject, verdict: .expected, text: "looked at"),
            in: number,
            by: author
          )
        )
      },
      expected: { clinic, moment in
        guard author == people.physician, let session = clinic[number], session.state != .void,
          let subjects = session.reviewed(flag, at: moment)
        else { return .refused }
        return .saved([
          Addition(
            .session(number),
            try subjects.map { subject in
              session.draft(
                .review(try Review(subject, verdict: .expected, text: "looked at")),
                by: author,
                at: moment
              )
            }
          )
        ])
      }
    )
  }
}

extension ModelClinic {
  /// A patient has one open session at a time: what opens one again beside another is refused.
  func mayStayOpen(_ session: ModelSession, after standing: Standing) -> Bool {
    guard standing.state == .open, !session.isOpen else { return true }
    return openSession(of: session.patient.code) == nil
  }
}

extension ModelSession {
  /// A review is struck out by who may review; who typed it may undo it.
  func strikesOutReview(_ drafts: [ExpectedDraft]) -> Bool {
    drafts.contains { draft in
      guard case .void(let void) = draft.content, case .because = void.reason,
        case .review? = standing[void.entry.value]?.content
      else { return false }
      return true
    }
  }

  func draft(_ content: Content, by author: ClinicianCode, at moment: Moment) -> ExpectedDraft {
    ExpectedDraft(content, observed: zone.stamp(moment.now), by: author, in: standing.room)
  }

  func addition(_ content: Content, by author: ClinicianCode, at moment: Moment) -> Addition {
    Addition(.session(number), [draft(content, by: author, at: moment)])
  }

  /// The decision as it has to be stored; nil where it is refused.
  fileprivate func decision(
    by author: ClinicianCode,
    reason: String?,
    _ escort: String?,
    at moment: Moment
  ) throws -> LeavingDecision? {
    guard let session, let zone = Zone(named: zone.name) else { return nil }
    let file = SessionFile(
      session: session,
      patient: patient,
      monitoringProtocol: terms.monitoringProtocol,
      log: log(at: moment),
      assessment: assessment(at: moment),
      zone: zone
    )
    let standing = Standing(log(at: moment))
    let wasGiven = standing.lines.contains { line in
      switch line.content {
      case .dose, .infusion: !line.isVoid
      default: false
      }
    }
    let isInDanger = file.assessment.flags.contains {
      $0.isOpen && !$0.isProcess && $0.priority == .high
    }
    guard wasGiven || isInDanger else {
      return reason == nil
        ? try LeavingDecision(.noDose, decidedBy: author, escort: escort) : nil
    }
    let unmet = file.readiness.criteria.filter { !$0.isMet }.map { standing in
      let missing =
        switch standing.state {
        case .met: ""
        case .missing(let words): words
        case .notAnswered: "not answered"
        }
      return LeavingDecision.Unmet(standing.criterion.id, missing: missing, reason: reason)
    }
    guard unmet.isEmpty == (reason == nil) else { return nil }
    return try LeavingDecision(
      unmet.isEmpty ? .criteriaMet : .unmetWithReasons,
      decidedBy: author,
      unmet: unmet,
      escort: escort
    )
  }

  /// What a review names; nil where it is refused.
  fileprivate func reviewed(_ number: FlagNumber?, at moment: Moment) -> [Review.Subject]? {
    let log = log(at: moment)
    let assessment = assess(
      log,
      under: terms.monitoringProtocol,
      asOf: max(ModelSession.newest(log), moment.now)
    )
    func named(_ flags: [Flag]) -> Review.Subject {
      .flags(flags.map { Acknowledgement.Named(number: $0.number, flag: $0.identity) })
    }
    if let number {
      guard let flag = assessment.flags.first(where: { $0.number == number }),
        flag.retractedBy == nil
      else { return nil }
      return [named([flag])]
    }
    let flags = assessment.flags.filter { $0.awaitsReview && $0.priority != .high }
    let effects = assessment.chart.effectEpisodes.filter { $0.review == nil }
    var subjects: [Review.Subject] = []
    if !flags.isEmpty { subjects.append(named(flags)) }
    if !effects.isEmpty { subjects.append(.effects(effects.map(\.onset))) }
    return subjects.isEmpty ? nil : subjects
  }
}
