import Monitoring
import SessionRecord

/// A gate of a protocol in words: how much it holds in each setting, and what lets a session through.
struct GateText {
  private let gate: Gate
  /// The scales that it may name, by what they are called.
  private let scales: [ProtocolScale]

  init(_ gate: Gate, scales: [ProtocolScale]) {
    self.gate = gate
    self.scales = scales
  }

  /// `hard in both settings`, or `soft in the clinic, hard in a remote session`.
  var levels: String {
    guard gate.level != gate.remoteLevel else { return "\(words(gate.level)) in both settings" }
    return "\(words(gate.level)) in the clinic, \(words(gate.remoteLevel)) in a remote session"
  }

  var requirement: String {
    switch gate.requirement {
    case .answer(let clear, let needsWords, let validity):
      "clear with “\(clear.word)”\(needsWords ? " and words" : ""), \(words(validity))"
    case .age(let years): "at least\u{A0}\(years) years old, by the birth date"
    case .consent(let days, let offLabel):
      "consent on file\(offLabel ? " with the off-label statement" : ""), not withdrawn" + age(days)
    case .tests(let tests, let days):
      "on file and unremarkable: \(tests.map(\.title).joined(separator: ", "))" + age(days)
    case .scores(let names, let days):
      "a score on file of any of \(names.map { scales.title(of: $0) }.joined(separator: ", "))"
        + age(days)
    case .contact: "the address and an emergency number are on file"
    case .rules(let rules, let repeatAfter):
      "no open flag of \(rules.map(\.text).joined(separator: ", ")) before the dose; the set is "
        + "repeated after \(SpanText.duration(repeatAfter))"
    }
  }

  private func words(_ level: GateLevel?) -> String { level?.word ?? "not asked" }

  private func words(_ validity: GateValidity) -> String {
    switch validity {
    case .day: "asked anew for each session"
    case .days(let days): "relied on for\u{A0}\(counted(days, "day"))"
    }
  }

  private func age(_ days: Int?) -> String {
    days.map { ", no older than\u{A0}\(counted($0, "day"))" } ?? ""
  }
}

extension [ProtocolScale] {
  /// What the scale of this name is called; the name itself where none has it.
  func title(of name: String) -> String {
    map(\.scale).scale(named: name)?.title ?? name
  }
}
