import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import TestSupport

/// Plays a story into a record of its own and compares it, as it goes, with what was expected.
final class Replay {
  private let story: Story
  private let expectation: Expectation
  private let supervision: Supervision
  private let hands: ClockHands
  /// What was not as expected, a line each.
  private(set) var differences: [String] = []
  /// The sections that were compared, with the flags as they were found at that moment.
  private var compared: [(section: Expectation.Section, flags: [Flag], at: Instant)] = []

  init(_ story: Story, _ expectation: Expectation, in folder: URL) throws {
    self.story = story
    self.expectation = expectation
    let hands = ClockHands(at: story.steps[0].at)
    self.hands = hands
    supervision = Supervision(
      store: try RecordStore.open(
        at: folder.appending(path: "record.vigil").path(),
        .creating,
        now: hands.now
      ),
      clock: hands.clock
    )
  }

  /// Everything that is not as the story and its expectation say; empty where all is.
  static func differences(_ story: String, _ expected: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "vigil-story-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let story = try Story(story)
    let replay = try Replay(story, Expectation(expected, clock: story.clock), in: folder)
    try replay.play()
    return replay.differences
  }

  /// Every session of a story as it stands at the end, or at the last moment of which something is expected.
  static func files(_ story: String, _ expected: String) throws -> [SessionFile] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "vigil-story-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let story = try Story(story)
    let moments = try Expectation(expected, clock: story.clock).sections.compactMap(\.asOf)
    let replay = try Replay(story, Expectation("", clock: story.clock), in: folder)
    try replay.play()
    replay.hands.now = max(replay.hands.now, moments.max() ?? replay.hands.now)
    return try replay.supervision.store.sessions(of: nil, openOnly: false)
      .map { try replay.supervision.file(of: $0.number) }
      .sorted { $0.session.number < $1.session.number }
  }

  private func play() throws {
    var open = expectation.sections
    for step in story.steps {
      for section in open where section.asOf.map({ $0 < step.at }) ?? false {
        try compare(section)
      }
      open.removeAll { section in section.asOf.map { $0 < step.at } ?? false }
      hands.now = step.at
      take(step)
    }
    let last = hands.now
    for section in open where section.asOf != nil { try compare(section) }
    hands.now = last
    for section in open where section.asOf == nil { try compare(section) }
    try compareAfterwards()
  }

  // MARK: - Steps

  private func take(_ step: Story.Step) {
    do {
      let new = try act(step)
      if let words = step.refused {
        differences.append("story.txt:\(step.line): not refused; expected: \(words)")
      } else if !step.entries.isEmpty, new.map(\.value) != step.entries {
        differences.append(
          "story.txt:\(step.line): expected to become \(listed(step.entries)), became "
            + listed(new.map(\.value))
        )
      }
    } catch {
      let said = (error as? any Refusal)?.description ?? "\(error)"
      if let words = step.refused {
        guard !said.contains(words) else { return }
        differences.append("story.txt:\(step.line): expected “\(words)”, was told “\(said)”")
      } else {
        differences.append("story.txt:\(step.line): refused: \(said)")
      }
    }
  }

  /// The entries that it became.
  private func act(_ step: Story.Step) throws -> [EntryNumber] {
    let author = try ClinicianCode(step.author)
    switch step.act {
    case .open(let opening):
      let file = try supervision.open(try request(opening, by: author))
      return file.log.map(\.number)
    case .type(let line, let session):
      return try supervision.record(
        [.line(line)],
        in: supervision.session(meant: session).number,
        as: Authorship(author: author)
      ).new
    case .answer(let answers, let session):
      let number = try supervision.session(meant: session).number
      let criteria = try supervision.file(of: number).monitoringProtocol.leaving
      return try supervision.answer(
        answers.parts.map { try $0.answer(to: criteria) },
        in: number,
        by: author
      ).new
    case .end(let ending, let session):
      return try supervision.end(
        supervision.session(meant: session).number,
        by: author,
        LeavingRequest(ending)
      ).new
    case .voidSession(let session, let reason):
      return try supervision.void(
        supervision.session(meant: session).number,
        because: reason,
        by: author
      ).new
    }
  }

  private func listed(_ entries: [Int]) -> String {
    entries.map { "#\($0)" }.joined(separator: ", ")
  }

  private func request(
    _ opening: Story.Opening,
    by author: ClinicianCode
  ) throws -> SessionRequest {
    let patient = try PatientCode(opening.patient)
    if try supervision.store.patient(patient) == nil {
      _ = try supervision.store.add(
        patient: patient,
        identity: Identity(name: "Made Up", birthDate: "1984-03-12"),
        at: hands.now
      )
    }
    let text = try StoryProtocol.text(named: opening.monitoringProtocol)
    try adopt(text, named: opening.monitoringProtocol, by: author)
    try clear(patient, under: text, remote: opening.setting == .telehealth, by: author)
    return SessionRequest(
      patient: patient,
      protocolText: text,
      protocolName: opening.monitoringProtocol,
      setting: opening.setting,
      zone: story.clock.zone,
      author: author,
      prescriber: nil,
      room: opening.room,
      weight: try opening.weight.flatMap { Int($0) }.map { try Quantity(.weight, $0) }
    )
  }

  /// Answers everything that a protocol asks before a session so that nothing holds.
  private func clear(
    _ patient: PatientCode,
    under text: [UInt8],
    remote: Bool,
    by author: ClinicianCode
  ) throws {
    let day = Stamp(hands.now, in: story.clock.zone).civil.date
    let contents = try AllClear(text, remote: remote).contents(on: day)
    guard !contents.isEmpty else { return }
    _ = try supervision.record(
      course: contents,
      of: patient,
      by: author,
      observed: nil,
      in: story.clock.zone
    )
  }

  /// A clinic adopts what it uses; part of a protocol leaves things open, and takes a reason.
  private func adopt(_ text: [UInt8], named name: String, by author: ClinicianCode) throws {
    let read = try MonitoringProtocol(reading: text, from: name)
    _ = try supervision.adopt(
      protocolText: text,
      named: name,
      by: author,
      because: ProtocolCheck(read).findings.isEmpty ? nil : "a part of it is enough here",
      in: story.clock.zone
    )
  }

  // MARK: - Comparing

  /// Compares a session as a person would see it at that moment, with the clock set to it.
  private func compare(_ section: Expectation.Section) throws {
    if let asOf = section.asOf { hands.now = asOf }
    guard try supervision.store.session(SessionNumber(section.session)) != nil else {
      differences.append("\(section.title): there is no session \(section.session)")
      return
    }
    let file = try supervision.file(of: SessionNumber(section.session))
    let found = Comparer(facts: Facts(file: file, clock: story.clock)).differences(from: section)
    differences += found.map { "\(section.title): \($0)" }
    compared.append((section, file.assessment.flags, hands.now))
  }

  /// What was known then is the same function over the commits made by then; and what is stored is
  /// what is found.
  private func compareAfterwards() throws {
    for (section, flags, at) in compared {
      let file = try supervision.file(of: SessionNumber(section.session))
      let then = assess(file.log, under: file.monitoringProtocol, asOf: at).flags
      if then != flags {
        differences.append("\(section.title): the flags known then are not those found later")
      }
    }
    let stored = try supervision.store.flags(FlagQuery())
    let sessions = try supervision.store.sessions(of: nil, openOnly: false)
    for session in sessions where session.state != .void {
      let file = try supervision.file(of: session.number)
      let last = file.log.map(\.recorded.instant).max() ?? hands.now
      let found = assess(file.log, under: file.monitoringProtocol, asOf: last).flags
      let kept = stored.filter { $0.session.number == session.number }.map(\.flag)
      if kept.sorted(by: { $0.number < $1.number }) != found {
        differences.append("session \(session.number): the stored flags are not those found")
      }
    }
  }
}
