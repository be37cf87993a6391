import Foundation

/// A time zone by its IANA name; a session keeps one, and its people read the clock in it.
package struct Zone: Hashable, CustomStringConvertible {
  package let name: String
  private let zone: TimeZone

  /// Nil where this machine knows no zone of that name.
  package init?(named name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    self.zone = zone
  }

  package static let utc = Zone(name: "UTC", zone: .gmt)

  private init(name: String, zone: TimeZone) {
    self.name = name
    self.zone = zone
  }

  package var description: String { name }

  package func offsetMinutes(at instant: Instant) -> Int {
    let seconds = Double(instant.milliseconds) / 1_000
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) / 60
  }

  /// Every instant at which the zone's clock shows this time: none in the hour that spring skips,
  /// two in the hour that autumn repeats, the earlier first.
  package func instants(showing time: CivilTime) -> [Instant] {
    let guess = time.instant(offsetMinutes: 0)
    let offsets = Set(
      [-24, 0, 24].map { offsetMinutes(at: guess + .hours($0)) }
    )
    return offsets.map { time.instant(offsetMinutes: $0) }
      .filter { CivilTime($0, offsetMinutes: offsetMinutes(at: $0)) == time }
      .sorted()
  }
}
