import Foundation

/// A session-shaped case: limits, readings by minute, and what an independent count found in them.
struct ReplayCase: Decodable {
  struct Rules: Decodable {
    let sbp_high, dbp_high, sbp_rise, dbp_rise, hr_high, hr_low, spo2_low: Int
  }

  struct Reading: Decodable {
    let t: Int
    let sbp, dbp, hr, spo2: Double?

    /// As a row of the file to be imported.
    var row: String {
      let fields = [sbp, dbp, hr, spo2].map { $0.map { "\(Decimal($0))" } ?? "" }
      return ([ReplayClock.text(minute: t)] + fields).joined(separator: ",")
    }
  }

  struct Pair: Decodable, Equatable {
    let t: Int
    let sbp, dbp: Double
  }

  /// One reading that broke one rule.
  struct Event: Decodable, Equatable {
    let t: Int
    let rule: String
    let value: Double
  }

  struct Implausible: Decodable {
    let t: Int
    let fields: [String]
  }

  struct Expected: Decodable {
    let baseline: Pair
    let readings, usable_bp_pairs: Int
    let implausible_readings: [Implausible]
    let flag_events: Int
    let flags_by_rule: [String: Int]
    let first_flag_t, last_flag_t: Int?
    let peak_sbp, peak_dbp, map_first, map_max, map_last: Double
    let last_pair: Pair
    let returned_within_10_of_baseline_sbp: Bool
    let longest_gap_between_bp_min: Int
    let events: [Event]
  }

  let id: String
  let rules: Rules
  let readings: [Reading]
  let expected: Expected

  init(file: String) throws {
    self = try JSONDecoder().decode(
      ReplayCase.self,
      from: ReplayRecordings.data("cases/\(file)")
    )
  }

  /// Newest first, as some monitors write them: the order of rows must not matter.
  var csv: String {
    "time,systolic,diastolic,heart_rate,spo2\n"
      + readings.reversed().map { $0.row + "\n" }.joined()
  }

  /// Rule ids are the case's own names, in the order in which its events name them.
  var limits: [ReplayLimit] {
    [
      .limit("sbp_high", "systolic", "at-or-over", rules.sbp_high, "mmHg"),
      .limit("dbp_high", "diastolic", "at-or-over", rules.dbp_high, "mmHg"),
      .rise("sbp_rise", "systolic", rules.sbp_rise),
      .rise("dbp_rise", "diastolic", rules.dbp_rise),
      .limit("hr_high", "heartRate", "at-or-over", rules.hr_high, "/min"),
      .limit("hr_low", "heartRate", "at-or-under", rules.hr_low, "/min"),
      .limit("spo2_low", "spo2", "at-or-under", rules.spo2_low, "%"),
    ]
  }
}

/// The minutes of a recording on a day of its own.
enum ReplayClock {
  /// 2024-03-05T08:00:00Z.
  private static let start = Date(timeIntervalSince1970: 1_709_625_600)

  static func text(minute: Int) -> String {
    ISO8601DateFormatter().string(from: start.addingTimeInterval(Double(minute) * 60))
  }

  /// Nil for a text that is not a whole minute of RFC 3339.
  static func minute(_ text: String) -> Int? {
    guard let date = ISO8601DateFormatter().date(from: text) else { return nil }
    let minutes = date.timeIntervalSince(start) / 60
    return minutes == minutes.rounded() ? Int(minutes) : nil
  }
}
