import Monitoring
import Reports
import SessionRecord
import TestSupport
import Testing

/// What differs between two protocols: nothing where nothing does, a line for each thing that does, and
/// the same told from the other side.
struct ProtocolDifferenceTests {
  private static func all() throws -> [MonitoringProtocol] {
    let builtIns = try BuiltInProtocol.allCases.map {
      try MonitoringProtocol(reading: $0.text, from: $0.name)
    }
    return builtIns + [try EveryKind.made(), try SampleCourse.made()]
  }

  /// The same, told from the other side.
  private func mirrored(_ items: [ProtocolDifference.Item]) -> Set<ProtocolDifference.Item> {
    Set(
      items.map { item in
        switch item.change {
        case .added(let words): .init(item.part, of: item.id, .removed(words))
        case .removed(let words): .init(item.part, of: item.id, .added(words))
        case .changed(let changes):
          .init(
            item.part,
            of: item.id,
            .changed(changes.map { .init($0.name, was: $0.now, now: $0.was) })
          )
        }
      }
    )
  }

  @Test func `a protocol does not differ from itself`() throws {
    for one in try ProtocolDifferenceTests.all() {
      let difference = ProtocolDifference(from: one, to: one)
      #expect(difference.isSame, "\(one.id)")
      let text = ProtocolDifferenceText(difference, style: Style(width: 80)).text
      #expect(text.contains("They are the same."))
    }
  }

  @Test func `from one to another and back is a mirror`() throws {
    let all = try ProtocolDifferenceTests.all()
    for (place, one) in all.enumerated() {
      for (otherPlace, other) in all.enumerated() {
        let there = ProtocolDifference(from: one, to: other)
        let back = ProtocolDifference(from: other, to: one)
        #expect([there.from, there.to] == [back.to, back.from])
        #expect(mirrored(back.items) == Set(there.items), "\(one.id) and \(other.id)")
        #expect(mirrored(back.wording) == Set(there.wording), "\(one.id) and \(other.id)")
        #expect(there.items.count == back.items.count)
        #expect(there.isSame == (place == otherPlace))
      }
    }
  }

  @Test func `one changed field is one line with that field`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let all = try ProtocolDifferenceTests.all()
    for _ in 0..<300 {
      let one = try #require(all.randomElement(using: &random))
      guard let change = ProtocolChange.random(of: one, using: &random) else { continue }
      let difference = ProtocolDifference(from: one, to: change.changed)
      let items = difference.items + difference.wording
      #expect(items.count == 1, "seed \(seed): \(change.field) of \(one.id): \(items)")
      guard case .changed(let fields)? = items.first?.change else {
        Issue.record("seed \(seed): \(change.field) of \(one.id) is told as \(items)")
        continue
      }
      #expect(fields.map(\.name) == [change.field], "seed \(seed): \(change.field) of \(one.id)")
    }
  }

  @Test func `says a limit and a priority as a person would`() throws {
    let old = try SampleProtocol.made()
    let new = try old.changing("bp.sys.crit") { rule in
      rule.changed(
        condition: .absolute(AbsoluteLimit(.systolic, .atOrOver, limit: 170_000)),
        priority: .high
      )
    }
    let difference = ProtocolDifference(from: old, to: new)
    let text = ProtocolDifferenceText(difference, style: Style(width: 100)).text.spaced
    #expect(
      text.contains("\nbp.sys.crit: limit 180 mmHg → 170 mmHg; priority medium → high\n")
        || text.hasSuffix("\nbp.sys.crit: limit 180 mmHg → 170 mmHg; priority medium → high")
    )
    let ascii = ProtocolDifferenceText(difference, style: Style(width: 100, ascii: true)).text
    #expect(ascii.spaced.contains("limit 180 mmHg -> 170 mmHg; priority medium -> high"))
  }

  @Test func `says a level, a limit across sessions and a time as a person would`() throws {
    let old = try SampleCourse.made()
    let gate = try #require(old.gates.first { $0.id.text == "g2" })
    let soft = Gate(
      id: gate.id,
      title: gate.title,
      level: .hard,
      remoteLevel: nil,
      requirement: .answer(clear: .no, needsWords: false, validity: .day),
      basis: gate.basis
    )
    let new = old.with(
      gates: old.gates.map { $0.id == gate.id ? soft : $0 },
      course: Array(old.course.dropLast()),
      afterCare: Array(old.afterCare.reversed())
    )
    let difference = ProtocolDifference(from: old, to: new)
    let text = ProtocolDifferenceText(difference, style: Style(width: 200)).text.spaced
    for line in [
      "g2: level soft → hard; remote level hard → none; valid 90 days → the day",
      "course.12: removed: blood pressure, info priority",
      "order call, talk, week, report → report, week, talk, call",
    ] {
      #expect(text.split(separator: "\n").contains { $0 == line }, "\(line) in \(text)")
    }
  }

  @Test func `tells sources that are worded anew apart`() throws {
    let old = try SampleProtocol.made()
    let new = old.with(sources: ["S16": "US label, table 6", "S2": "US label, 5.6"])
    let difference = ProtocolDifference(from: old, to: new)
    #expect(difference.items.isEmpty)
    #expect(difference.wording.count == 1)
    let text = ProtocolDifferenceText(difference, style: Style(width: 100)).text
    #expect(text.contains("Only the wording differs"))
  }

  @Test func `prints and writes what differs`() throws {
    let difference = ProtocolDifference(from: try SampleCourse.made(), to: try EveryKind.made())
    for (style, name) in [
      (Style(width: 80), "80"), (Style(width: 120), "120"),
      (Style(width: 80, ascii: true), "80-ascii"),
      (Style(width: 80, colour: true), "80-colour"),
    ] {
      try Golden.check(
        ProtocolDifferenceText(difference, style: style).text,
        "difference-\(name).txt"
      )
    }
    try Golden.check(ProtocolDifferenceJSON(difference).text, "difference.json")
  }
}

extension String {
  /// With ordinary spaces.
  fileprivate var spaced: String { replacing("\u{A0}", with: " ") }
}
