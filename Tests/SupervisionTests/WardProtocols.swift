import Foundation
import Monitoring
import Testing

/// The texts of protocols that sessions of a test are opened with.
extension Ward {
  /// The built-in protocol with its simplest rules alone: what is not about a rule kind is told of a
  /// flag or two, and not of all that one reading breaks; and without what is asked before a session.
  static let whole = "iv-0.5-40, simplest rules"

  /// The same without its schedule and its criteria for leaving: what is about neither is not told of
  /// overdue readings.
  static let limitsOnly = "iv-0.5-40, limits only"

  /// Two limits, one group and one criterion: what they come to can be worked out by hand.
  static let reviewed = "reviewed"

  static func text(of name: String) throws -> [UInt8] {
    switch name {
    case whole: return Array(try withoutGates(simplestRules("simplest")).utf8)
    case limitsOnly:
      let text = try simplestRules("limits")
      let cut = try #require(text.firstRange(of: ",\n  \"schedule\": {"))
      return Array((text[..<cut.lowerBound] + "\n}\n").utf8)
    case reviewed: return Array(WardReview.text.utf8)
    default: return try #require(BuiltInProtocol.text(named: name))
    }
  }

  /// A built-in protocol's text with the first of some words changed.
  static func changed(
    _ words: String,
    to others: String,
    in name: String = "iv-0.5-40"
  ) throws -> String {
    let whole = String(decoding: try #require(BuiltInProtocol.text(named: name)), as: UTF8.self)
    let place = try #require(whole.firstRange(of: words), "the file has no \(words)")
    return whole.replacingCharacters(in: place, with: others)
  }

  /// What is asked before a session, and of those before it, taken out.
  private static func withoutGates(_ text: String) throws -> String {
    let from = try #require(text.firstRange(of: ",\n  \"screening\": {"))
    let to = try #require(text.firstRange(of: ",\n  \"afterCare\": ["))
    return String(text[..<from.lowerBound] + text[to.lowerBound...])
  }

  private static func simplestRules(_ version: String) throws -> String {
    var text = try changed("\n  \"version\": \"", to: "\n  \"version\": \"\(version)-")
    for rule in otherRules {
      let words = "\"id\": \"\(rule)\","
      let place = try #require(text.firstRange(of: words), "the file has no \(rule)")
      text.replaceSubrange(place, with: "\(words) \"off\": true,")
    }
    return text
  }

  private static let otherRules = [
    "bp.rate", "bp.notfall", "bp.hold.sys", "bp.hold.dia", "map.high", "map.low", "pp.narrow",
    "hr.high.sustained", "si", "spo2.s2.low.mild", "spo2.s2.low.severe", "sed.late", "diss.unsafe",
    "diss.late", "sx.bp", "vomit.sed",
    "news2.5", "news2.7", "news2.single", "c-ssrs.high", "phq-9.item9", "dose.high",
  ]
}
