import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport

/// What is done in a day.
extension ClinicRun {
  private func trouble() -> Trouble? { random.once(in: 22) ? Trouble.any(&random) : nil }

  func open() throws -> PlannedVisit? {
    let patient = try someone()
    let number = model.nextSession
    let isOld = versions.count > 1 && random.once(in: 15)
    guard let newest = versions.last else { return nil }
    try carryOut(
      try .open(
        of: patient,
        under: isOld ? random.pick(versions) : newest,
        in: random.chance(85) ? .berlin : random.pick(ClinicZone.allCases),
        by: random.pick(people.nurses),
        room: random.chance(70) ? random.pick(["1", "2", "3", "4"]) : nil,
        weight: random.chance(80) ? random.number(48...110) : nil,
        expecting: number
      ),
      at: random.number(0...1),
      under: trouble()
    )
    guard model[number] != nil else { return nil }
    let acts = random.number(16...34)
    return PlannedVisit(
      number: number,
      left: acts,
      dose: acts - random.number(2...4),
      isLeftOpen: random.once(in: 12)
    )
  }

  func goOn(_ visit: PlannedVisit, among visits: [PlannedVisit]) throws {
    let desk = random.number(0...1)
    let author = random.pick(people.all)
    let number = visit.number
    if visit.left <= 0 { return visit.isLeftOpen ? () : try end(number, by: author, at: desk) }
    guard let session = model[number] else { return }
    let writing = LineWriting(people: people)
    let isDose = visit.left == visit.dose
    switch random.number(1...100) {
    case _ where isDose:
      try type([try writing.dose(&random)], in: number, by: author, at: desk)
    case 1...60:
      let line = try writing.entry(&random)
      try type([line], in: number, by: author, at: desk, beside: try aside(visits))
      if random.chance(session.standing.lines.last?.isDoubted == true ? 50 : 6) {
        // Typed once more, as what is not expected is asked to be.
        desks.hands.clock.advance(by: .seconds(random.number(3...150)))
        try type([line], in: number, by: author, at: desk)
      }
    case 61...80:
      let about = try writing.about(session, at: Moment(desks.hands.clock), &random)
      let typist = random.chance(60) ? session.written.last?.author ?? author : author
      try type([about], in: number, by: typist, at: desk, beside: try aside(visits))
    case 81...86: try type([writing.slip(&random)], in: number, by: author, at: desk)
    case 87...93:
      var lines: [TypedLine] = []
      for _ in 0..<random.number(2...5) {
        let line = try writing.entry(&random)
        if case .entry(let content, _) = line.meaning, content.kind != .presence,
          content.kind != .deferred
        {
          lines.append(line)
        }
      }
      if random.chance(15) { lines.append(writing.slip(&random)) }
      if lines.count > 1 { try type(lines, in: number, by: author, at: desk) }
    case 94...95:
      try carryOut(.answer(random.chance(80), in: number, by: author), at: desk, under: trouble())
    case 96...97: try move(from: session)
    case 98: try throwOut(number, at: desk)
    case 99:
      try carryOut(
        .review(nil, in: number, by: random.chance(80) ? people.physician : author, of: people),
        at: desk
      )
    default:
      if random.once(in: 3) {
        try carryOut(.strikeOut(number, by: author), at: desk, under: trouble())
      } else {
        try carryOut(.add(addendum: "too early", to: number, by: author), at: desk)
      }
    }
  }

  private func end(_ number: SessionNumber, by author: ClinicianCode, at desk: Int) throws {
    if random.chance(70) {
      try carryOut(.answer(true, in: number, by: author), at: desk, under: trouble())
    }
    let escort = random.chance(50) ? "sister" : nil
    try carryOut(
      .end(number, by: author, reason: random.chance(30) ? "well" : nil, escort: escort),
      at: desk,
      under: trouble()
    )
    for reason in ["seen by LH", nil] where model[number]?.isOpen == true {
      try carryOut(
        .end(number, by: author, reason: reason, escort: escort),
        at: desk,
        under: trouble()
      )
    }
  }

  private func type(
    _ lines: [TypedLine],
    in number: SessionNumber,
    by author: ClinicianCode,
    at desk: Int,
    beside other: Act? = nil
  ) throws {
    let id = lines.count == 1 ? EntryID(UUID.drawn(using: &random)) : nil
    let act = Act.type(lines, in: number, by: author, of: people, id: id)
    var trouble = other == nil ? trouble() : nil
    // It takes nine seconds.
    if trouble != nil, random.once(in: 600) { trouble = .heldTooLong }
    try carryOut(act, at: desk, under: trouble, with: other)
    if model.knows(act.id), random.once(in: 15) {
      if random.chance(50) {
        desks.hands.clock.advance(by: .seconds(random.number(1...400)))
      }
      try tryAgain(act, at: random.number(0...1))
    }
  }

  /// What somebody at the other desk types meanwhile.
  private func aside(_ visits: [PlannedVisit]) throws -> Act? {
    guard random.once(in: 10) else { return nil }
    let number = random.pick(visits).number
    guard let session = model[number] else { return nil }
    let writing = LineWriting(people: people)
    let line =
      random.chance(60)
      ? try writing.entry(&random)
      : try writing.about(session, at: Moment(desks.hands.clock), &random)
    return .type(
      [line],
      in: number,
      by: random.pick(people.all),
      of: people,
      id: EntryID(UUID.drawn(using: &random))
    )
  }

  private func move(from session: ModelSession) throws {
    let targets = model.sessions.filter { $0.isOpen && $0.number != session.number }
    guard let target = targets.last, session.written.count > 2 else { return }
    let numbers = (0..<random.number(1...3)).map { _ in random.number(2...session.written.count) }
    try carryOut(
      .move(
        numbers,
        of: session.number,
        to: target.number,
        of: target.patient.code,
        by: random.pick(people.all)
      ),
      at: random.number(0...1),
      under: trouble()
    )
  }

  /// A commit that is given up once everything is written: nothing of it stays.
  private func throwOut(_ number: SessionNumber, at desk: Int) throws {
    struct GivenUp: Error {}
    figures.steps += 1
    figures.thrownOut += 1
    act = "a commit in session \(number) is thrown out"
    let supervision = desks.supervision(at: desk)
    let zone = model[number]?.zone ?? .utc
    let clock = desks.hands.clock
    let author = people.physician
    do {
      _ = try supervision.store.append(
        to: number,
        at: {
          CommitMoment(recorded: zone.stamp(clock.now), monotonic: clock.monotonic)
        },
        { _, moment in
          [
            Draft(
              id: EntryID(UUID()),
              observed: moment.recorded,
              author: author,
              content: .note("given up")
            )
          ]
        },
        assessing: { _ in throw GivenUp() }
      )
      throw Difference(act, expected: "that it is", found: "that it was saved")
    } catch is GivenUp {
      try StepCheck(model: model, store: desks.store(at: 1 - desk)).look(at: [.session(number)])
    }
  }

  /// Something about a session that is over.
  func afterwards() throws {
    let over = model.sessions.suffix(24).filter { !$0.isOpen }
    guard !over.isEmpty else { return }
    let session = random.pick(Array(over))
    let desk = random.number(0...1)
    let author = random.pick(people.all)
    pass(.seconds(random.number(20...900)))
    switch random.number(1...10) {
    case 1...3:
      try carryOut(
        .add(addendum: "the pharmacy called back", to: session.number, by: author),
        at: desk,
        under: trouble()
      )
    case 4...6:
      let flags = session.assessment().flags
      try carryOut(
        .review(
          flags.isEmpty || random.chance(50) ? nil : random.pick(flags).number,
          in: session.number,
          by: random.chance(85) ? people.physician : author,
          of: people
        ),
        at: desk,
        under: trouble()
      )
    case 7: try move(from: session)
    default:
      let about = try LineWriting(people: people).about(
        session,
        at: Moment(desks.hands.clock),
        &random
      )
      let author = if case .void = about.meaning { people.physician } else { author }
      try type([about], in: session.number, by: author, at: desk)
    }
  }

  func course() throws {
    guard !model.patients.isEmpty else { return }
    let patient = random.pick(model.patients).code
    let today = ClinicZone.berlin.stamp(desks.hands.clock.now).civil.date
    let content: Content
    switch random.number(1...12) {
    case 1...2:
      let day = random.chance(10) ? "2099-01-01" : today
      content = .course(
        .consent(try Consent(document: "KET", version: "3", signed: day, offLabelTold: true))
      )
    case 3...4:
      content = .course(
        .laboratory(
          try LaboratoryResult(random.pick(LaboratoryTest.allCases), .unremarkable, day: today)
        )
      )
    case 5: content = .course(.concern(try MedicationConcern(.earlyRefill, text: "asked early")))
    case 6...7: content = .course(.integration(try Integration(modality: "walking", minutes: 40)))
    case 8: content = .scale(ScaleScore(scale: "phq-9", score: random.number(0...27)))
    case 9...11:
      let number = SessionNumber(random.number(1...max(1, model.sessions.count)))
      content = .followUp(
        try FollowUp(
          TaskID("call"),
          of: number,
          random.pick(FollowUp.Outcome.allCases),
          text: "called"
        )
      )
    default:
      let count = model.courses[patient]?.count ?? 0
      content = .void(
        Voiding(of: EntryNumber(random.number(1...count + 1)), reason: .because("wrong patient"))
      )
    }
    try carryOut(
      .enter(content, of: patient, by: random.pick(people.all), in: berlin),
      at: random.number(0...1),
      under: trouble()
    )
  }
}
