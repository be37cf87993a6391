import Monitoring
import SessionRecord
import Supervision
import TestSupport
import Testing

/// The same lines, typed live one by one and transcribed from paper a week later.
///
/// What is compared is what stands. What was raised and taken back in between hangs on when the record
/// learned of what, and so do the numbers of flags, and what a deferral before the dose puts off.
@Suite("Transcribed paper and live typing")
struct PaperEqualsLiveTests {
  private static let seeds: ClosedRange<UInt64> = 1...16

  @Test(arguments: [Ward.whole, "iv-0.5-40"])
  func `give the same standing flags`(_ name: String) throws {
    var flags = 0
    var overdue = 0
    var corrections = 0
    for seed in Self.seeds {
      let live = try LivePaper(seed: seed, under: name)
      let typed = try live.ward.standing(1)
      let paper = try live.onPaper()
      try paper.endOnPaper(at: live.end, dated: nil, live.leaving)
      let transcribed = try paper.standing(1)
      let differences = Set(typed).symmetricDifference(transcribed).sorted()
      #expect(
        transcribed == typed,
        "seed \(seed) under \(name)\n\(differences.joined(separator: "\n"))\n\(live.account)"
      )
      #expect(try paper.file().assessment.timeZero == live.ward.file().assessment.timeZero)
      #expect(
        try paper.file().assessment.keptCounts == live.ward.file().assessment.keptCounts,
        "seed \(seed) under \(name)\n\(live.account)"
      )
      flags += typed.count
      overdue += typed.count { $0.contains("overdue.") }
      corrections += live.lines.count { $0.text.hasPrefix("fix") || $0.text.hasPrefix("void") }
    }
    // Without these there would have been nothing to compare.
    #expect(flags > 50 && overdue > 8 && corrections > 8)
  }

  @Test func `are told apart where the closing is that of the transcription`() throws {
    var different = 0
    for seed in Self.seeds {
      let live = try LivePaper(seed: seed, under: Ward.whole)
      let paper = try live.onPaper()
      try paper.end { try live.leaving(&$0) }
      if try paper.standing(1) != live.ward.standing(1) { different += 1 }
    }
    #expect(different > 3, "the clock that the closing stops has to show")
  }

  @Test func `are told apart where one line is left out`() throws {
    var different = 0
    for seed in Self.seeds {
      let live = try LivePaper(seed: seed, under: Ward.whole)
      let readings = live.lines.filter { $0.text.contains("/") && !$0.text.hasPrefix("fix") }
      let left = try #require(readings.last)
      let paper = try live.onPaper(without: left)
      try paper.endOnPaper(at: live.end, dated: nil, live.leaving)
      if try paper.standing(1) != live.ward.standing(1) { different += 1 }
    }
    #expect(different > 5)
  }
}

/// A session that a seed decides, as it was typed live.
private struct LivePaper {
  struct Line: Equatable {
    let at: Int
    let text: String
    /// Corrections and withdrawals say no time of their own.
    var isCorrection: Bool { text.hasPrefix("fix") || text.hasPrefix("void") }
  }

  private static let opened = "13:20:00"
  let ward: Ward
  let end: String
  private let name: String
  private(set) var lines: [Line] = []

  init(seed: UInt64, under name: String) throws {
    self.name = name
    var random = SeededGenerator(seed: seed)
    ward = try Ward()
    try ward.at(LivePaper.opened)
    try ward.open(under: name)
    // A deferral is judged by what is known: one session has deferrals, another corrections; and one
    // from before the dose names the first slots where the dose is not known yet.
    let corrects = random.chance(50)
    var minute = 0
    for place in 0..<random.number(8...28) {
      minute += random.number(place == 0 ? 0...3 : 1...12)
      let text =
        switch place {
        case ..<2: "\(random.number(105...150))/74 \(random.number(60...100)) 97%"
        case 2: "ketamine 36 mg iv over 40 min"
        default: LivePaper.line(corrects, &random)
        }
      let before = try ward.file().log.count
      try ward.at(LivePaper.clock(minute) + ":00")
      // What is refused live (a deferral that is not allowed, a correction of nothing) is no line.
      let ward = ward
      guard told({ try ward.type(text) }) == nil else { continue }
      lines.append(Line(at: minute, text: text))
      // A doubted value is typed again at once, or not.
      if try ward.file().log.count > before, random.chance(40),
        try ward.file().log.last?.content.isDoubted == true
      {
        try ward.type(text)
        lines.append(Line(at: minute, text: text))
      }
    }
    minute += random.number(1...40)
    end = LivePaper.clock(minute)
    try ward.at(end + ":00")
    try ward.end { try leaving(&$0) }
  }

  /// The same chart, transcribed a week later in one batch.
  func onPaper(without left: Line? = nil) throws -> Ward {
    let paper = try Ward()
    try paper.at("09:00:00", day: 7)
    try paper.openFromPaper(under: name, at: LivePaper.opened)
    let written = lines.enumerated().filter { left == nil || $0.element != left }.map {
      $0.element.isCorrection
        ? $0.element.text : "@\(LivePaper.clock($0.element.at)) \($0.element.text)"
    }
    try paper.transcribe(written)
    return paper
  }

  func leaving(_ request: inout LeavingRequest) throws {
    request.againstAdvice = ("wants to go home", "witness A")
    request.decidedBy = try ClinicianCode("LH")
  }

  var account: String {
    (lines.map { "\(LivePaper.clock($0.at)) \($0.text)" } + ["end \(end)"]).joined(separator: "\n")
  }

  /// Minutes after the opening.
  private static func clock(_ minutes: Int) -> String {
    let all = 13 * 60 + 20 + minutes
    return "\(String(all / 60 + 100).suffix(2)):\(String(all % 60 + 100).suffix(2))"
  }

  private static func line(_ corrects: Bool, _ random: inout SeededGenerator) -> String {
    let pressure = "\(random.number(85...205))/\(random.number(45...84))"
    return switch random.number(1...14) {
    case 1...4: "\(pressure) \(random.number(38...140)) \(random.number(88...99))%"
    case 5: "\(pressure) \(random.number(50...100)) 97% rr 14 moaas 5 A ra"
    case 6: "rr \(random.number(6...28)) moaas \(random.number(1...5))"
    case 7:
      "\(random.pick(["nausea", "headache", "dizziness"])) \(random.pick(["mild", "severe", "gone"]))"
    case 8: "dissociation \(random.pick(["moderate distressing", "severe", "gone"]))"
    case 9: "hr 232"
    case 10: "spo2 \(random.number(84...99))"
    case 11: "do head up"
    case 12: corrects ? "fix last \(pressure) -- read again" : "defer bp -- patient talks"
    case 13: corrects ? "void last -- not this patient" : "defer set -- patient rests"
    default: "bp - -- cuff error"
    }
  }
}
