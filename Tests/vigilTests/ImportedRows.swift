import Foundation
import Testing

/// Files of readings, written and imported as a person would.
extension VigilProgram {
  /// Imports a text as `rows.csv` for P-014 under iv-0.5-40, on the clock of Berlin.
  @discardableResult
  func importRows(_ text: String, _ options: String...) throws -> Outcome {
    try write(text, to: "rows.csv")
    return try run(
      ["import", "csv", "rows.csv", "--patient", "P-014", "--protocol", "iv-0.5-40"]
        + ["--zone", "Europe/Berlin"] + options
    )
  }

  /// The same, where it has to work.
  func mustImportRows(_ text: String, _ options: String...) throws {
    try write(text, to: "rows.csv")
    let arguments =
      ["import", "csv", "rows.csv", "--patient", "P-014", "--protocol", "iv-0.5-40"]
      + ["--zone", "Europe/Berlin"] + options
    let outcome = try run(arguments)
    guard outcome.status == 0 else {
      throw Unprepared(command: arguments.joined(separator: " "), outcome: outcome)
    }
  }

  /// What was imported into a session, in the timeline's order, without the session's own entries.
  func imported(into session: String = "1") throws -> [ImportedEntry] {
    try listed(in: session).filter { $0.isImported && $0.kind != "opened" }
  }

  /// Every entry of a session, in the timeline's order.
  func listed(in session: String = "1") throws -> [ImportedEntry] {
    try JSONOutput(must("timeline", session, "--format", "json").output).objects("entries")
      .map(ImportedEntry.init)
  }

  /// How many sessions the record holds.
  func sessionCount() throws -> Int {
    try JSONOutput(must("sessions", "--format", "json").output).objects("sessions").count
  }

  /// How many flags there are about values; what time alone raises is not counted.
  func flagCount() throws -> Int {
    try flags().filter { !($0["rule"] as? String ?? "").hasPrefix("overdue.") }.count
  }
}

/// An entry as `vigil timeline --format json` gives it.
struct ImportedEntry {
  let object: [String: Any]

  var kind: String { object["kind"] as? String ?? "" }
  var observed: String { object["observed"] as? String ?? "" }
  var isLate: Bool { object["late"] as? Bool ?? true }
  var flags: [Int] { object["flags"] as? [Int] ?? [] }
  var content: [String: Any] { object["content"] as? [String: Any] ?? [:] }

  private var source: [String: Any] { object["source"] as? [String: Any] ?? [:] }
  var isImported: Bool { source["kind"] as? String == "import" }
  /// The file that it came from.
  var document: String? { source["name"] as? String }

  /// Every sign, as `systolic 148`, `heartRate 170?` where unverified, `spo2 [0]` where not usable.
  var readings: [String] {
    (content["readings"] as? [[String: Any]] ?? []).map { reading in
      let sign = reading["sign"] as? String ?? ""
      if reading["status"] as? String == "not-usable" {
        return "\(sign) [\(reading["written"] as? String ?? "")]"
      }
      guard let value = reading["value"] as? NSNumber else {
        return "\(sign) \(reading["status"] as? String ?? "")"
      }
      return "\(sign) \(value)" + (reading["verified"] as? Bool == true ? "" : "?")
    }
  }

  /// `nausea moderate`, `nausea severe 7`, `nausea gone`.
  var effect: String {
    let rating = (content["rating"] as? NSNumber).map { "\($0)" }
    return [
      content["name"] as? String, content["severity"] as? String, rating,
      content["course"] as? String,
    ].compactMap(\.self).joined(separator: " ")
  }

  /// A note, or the remark on something else.
  var words: String? { (content["text"] ?? content["remark"]) as? String }
}
