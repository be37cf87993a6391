import Foundation
import Monitoring

/// The protocol that a story is bound to.
enum StoryProtocol {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Protocols")
  private static let schedule = ",\n  \"schedule\": {"
  private static let screening = ",\n  \"screening\": {"
  private static let afterCare = ",\n  \"afterCare\": ["
  private static let leaving = ",\n  \"leaving\": ["

  /// A built-in one, or one of the small ones in `Protocols`.
  ///
  /// Of a built-in one what is asked before a session is left out, since a story begins with the patient
  /// in the chair; one that is about it has `iv-0.5-40, with its gates`.
  ///
  /// A story that is about something else takes part of a built-in one: `iv-0.5-40, rules alone`, or
  /// `iv-0.5-40, without a schedule`, which keeps the criteria for leaving; a clinic's day has
  /// `iv-0.5-40, plain rules`, since it reckons no others.
  static func text(named name: String) throws -> [UInt8] {
    if let builtIn = name.before(", rules alone") {
      let whole = try text(builtIn)
      return Array((try part(of: whole, before: schedule) + "\n}\n").utf8)
    }
    if let builtIn = name.before(", without a schedule") {
      let whole = try text(builtIn)
      let rules = try part(of: whole, before: schedule)
      let both = try part(of: whole, before: leaving)
      return Array((rules + whole.dropFirst(both.count)).utf8)
    }
    if let builtIn = name.before(", plain rules") { return try plain(builtIn) }
    if let builtIn = name.before(", with its gates") { return Array(try whole(builtIn).utf8) }
    return Array(try text(name).utf8)
  }

  /// With the schedule, and of the rules those that judge an entry by itself, at any time.
  private static func plain(_ name: String) throws -> [UInt8] {
    let whole = try JSONSerialization.jsonObject(with: Data(text(name).utf8))
    guard var document = whole as? [String: Any], let rules = document["rules"] as? [[String: Any]]
    else { throw StoryDefect("no rules in \(name)") }
    let kinds = [
      "limit", "change", "consciousness", "crisis", "severity", "distressing", "unverified",
    ]
    document["rules"] = rules.filter { rule in
      (rule["kind"] as? String).map(kinds.contains) ?? false && rule["window"] == nil
        && rule["sustained"] == nil && rule["off"] == nil && rule["spo2Scale"] as? Int != 2
    }
    return Array(try JSONSerialization.data(withJSONObject: document, options: .sortedKeys))
  }

  private static func text(_ name: String) throws -> String {
    let whole = try whole(name)
    guard whole.contains(screening) else { return whole }
    let before = try part(of: whole, before: screening)
    return String(before + whole.dropFirst(try part(of: whole, before: afterCare).count))
  }

  private static func whole(_ name: String) throws -> String {
    if let text = BuiltInProtocol.text(named: name) { return String(decoding: text, as: UTF8.self) }
    let file = folder.appending(path: name + ".json")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw StoryDefect("no protocol \(name)")
    }
    return text
  }

  /// A built-in protocol has its schedule after its rules, and the criteria for leaving last.
  private static func part(of whole: String, before key: String) throws -> Substring {
    guard let place = whole.firstRange(of: key) else { throw StoryDefect("no \(key)") }
    return whole[..<place.lowerBound]
  }
}
