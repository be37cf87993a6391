import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

/// The clinic's own versions of a protocol.
extension Ward {
  /// The built-in protocol under a version and with an effect of the clinic's own.
  static func own(
    version: String,
    effect: String? = nil,
    route: String? = nil,
    id: String? = nil,
    and end: String = ""
  ) throws -> [UInt8] {
    var text = try changed("  \"version\": \"", to: "  \"version\": \"\(version)\", \"//\": \"")
    for (words, other) in [
      ("\"route\": \"intravenous\"", route.map { "\"route\": \"\($0)\"" }),
      ("\"id\": \"iv-0.5-40\"", id.map { "\"id\": \"\($0)\"" }),
    ] {
      guard let other else { continue }
      let place = try #require(text.firstRange(of: words), "the file has no \(words)")
      text.replaceSubrange(place, with: other)
    }
    if let effect {
      let list = "\n  \"effects\": ["
      let place = try #require(text.firstRange(of: list))
      text.replaceSubrange(place, with: "\(list)\"\(effect)\", ")
    }
    return Array((text + end).utf8)
  }

  @discardableResult
  func adopt(
    version: String,
    effect: String? = nil,
    route: String? = nil,
    id: String? = nil,
    because reason: String? = nil
  ) throws -> AdoptionOutcome {
    try supervision.adopt(
      protocolText: Ward.own(version: version, effect: effect, route: route, id: id),
      named: "mine.json",
      by: ClinicianCode("LH"),
      because: reason,
      in: Ward.berlin
    )
  }

  /// A session under that version, adopted or not.
  func request(
    _ patient: String = "P-014",
    version: String,
    and end: String = ""
  ) throws -> SessionRequest {
    SessionRequest(
      patient: try PatientCode(patient),
      protocolText: try Ward.own(version: version, and: end),
      protocolName: "mine.json",
      setting: .clinic,
      zone: Ward.berlin,
      author: try ClinicianCode("KO"),
      prescriber: nil
    )
  }
}
