import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision

/// The record that a command works on, with the machine's clock.
struct Desk {
  let supervision: Supervision

  var store: RecordStore { supervision.store }

  /// *purpose* is what a record that is made is for; one that is there keeps its own.
  static func open(
    _ options: RecordOptions,
    _ mode: RecordStore.Mode,
    purpose: RecordPurpose = .clinic
  ) throws -> Desk {
    let path = try options.path()
    let store = try RecordStore.open(
      at: path,
      mode,
      purpose: purpose,
      station: Here.station,
      now: now()
    )
    Run.opened(store)
    // What opening did is said whatever becomes of the command.
    for notice in Run.notices { Output.message(notice) }
    return Desk(supervision: Supervision(store: store, clock: clock))
  }

  /// The protocols that say what a score means, by digest: those of sessions with a flag on a scale.
  func protocols(
    namingScalesOf flags: [(Session, Flag)]
  ) throws -> [RecordDigest: MonitoringProtocol] {
    var bound: [RecordDigest: Session] = [:]
    for (session, flag) in flags {
      guard case .scale = flag.measure else { continue }
      bound[session.opening.monitoringProtocol.digest] = session
    }
    return try bound.mapValues(supervision.monitoringProtocol(of:))
  }

  /// The zone that was named, else the clinic's, else this machine's: a tablet is often left on UTC.
  func zone(_ name: String?) throws -> Zone {
    guard name == nil, let zone = try supervision.clinicZone() else {
      return try LocalZone.resolve(name)
    }
    return zone
  }

  /// The span of two options, whose days are the clinic's where it has a zone.
  func span(
    since: String?,
    until: String?
  ) throws -> (since: Instant?, until: Instant?) {
    guard since != nil || until != nil else { return (nil, nil) }
    return try Moment.span(since: since, until: until, in: zone(nil))
  }

  static func now() -> Instant {
    Instant(milliseconds: Int((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
  }

  static var clock: SupervisionClock {
    SupervisionClock(now: now, monotonic: monotonic)
  }

  /// A clock that goes on while the machine sleeps, so that having slept is no step of the other one.
  private static func monotonic() -> MonotonicTime {
    var time = timespec()
    #if os(Linux)
    clock_gettime(CLOCK_BOOTTIME, &time)
    #else
    // On macOS this one goes on as well.
    clock_gettime(CLOCK_MONOTONIC, &time)
    #endif
    return MonotonicTime(
      nanoseconds: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec),
      boot: bootID()
    )
  }

  /// The machine's boot id, where it has one; monotonic times of two boots are never compared.
  private static func bootID() -> UUID? {
    guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [CChar](repeating: 0, count: 64)
    guard fgets(&bytes, Int32(bytes.count), file) != nil else { return nil }
    let text = bytes.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    return UUID(uuidString: String(decoding: text, as: UTF8.self))
  }
}
