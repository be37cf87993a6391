import Foundation
import Monitoring
import RecordStore
import SessionRecord
import Supervision

/// A protocol's text: from a file, as the clinic adopted it, or one that comes with Vigil.
struct ProtocolSource {
  /// As it was named, for messages.
  let name: String
  let text: [UInt8]
  /// The clinic's newest word on this very text; nil where there is none.
  let adoption: Adoption?

  /// Which of two is meant by an id that the clinic adopted and Vigil has as well.
  enum Preference {
    /// What the clinic works with.
    case adopted
    /// The example: what is looked at before it is adopted.
    case example
  }

  init(named name: String, _ preference: Preference, in desk: Desk?) throws {
    self.name = name
    let text = try ProtocolSource.text(named: name, preference, in: desk)
    self.text = text
    adoption = try desk?.adoption(of: text)
  }

  /// Whether a name says by itself that it is a path.
  static func isFile(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".json") }

  func read() throws -> MonitoringProtocol {
    try MonitoringProtocol(reading: text, from: name)
  }

  /// `iv-0.5-40`, `iv-0.5-40@3` or `ours.json`; a file wins where the name says that it is a path.
  private static func text(
    named name: String,
    _ preference: Preference,
    in desk: Desk?
  ) throws -> [UInt8] {
    if isFile(name) { return try file(name) }
    let adopted = try desk?.supervision.adoptedProtocol(named: name)?.text
    let example = try example(named: name)
    let known =
      switch preference {
      case .adopted: adopted ?? example
      case .example: example ?? adopted
      }
    if let known { return known }
    if access(name, F_OK) == 0 { return try file(name) }
    let ids = try desk?.store.adoptions().map(\.id.text) ?? []
    throw CommandRefusal.unknownProtocol(
      name,
      near: nearest(to: name, among: BuiltInProtocol.names + ids)
    )
  }

  /// One that comes with Vigil: by its id, or by id and version.
  private static func example(named name: String) throws -> [UInt8]? {
    if let text = BuiltInProtocol.text(named: name) { return text }
    guard let mark = name.lastIndex(of: "@"),
      let text = BuiltInProtocol.text(named: String(name[..<mark]))
    else { return nil }
    let version = try MonitoringProtocol(reading: text, from: name).version
    return version == name[name.index(after: mark)...] ? text : nil
  }

  private static func file(_ path: String) throws -> [UInt8] {
    try InputFile.bytes(path, most: 1_000_000)
  }
}

extension Desk {
  /// The record, where there is one: a protocol can be looked at before anything is kept.
  static func existing(_ options: RecordOptions) throws -> Desk? {
    let path: String
    do {
      path = try options.path()
    } catch CommandRefusal.noHome {
      return nil
    }
    guard access(path, F_OK) == 0 else { return nil }
    do {
      return try open(options, .reading)
    } catch RecordRefusal.emptyFile {
      // A crash cut off the making of it; whatever makes a record makes it there.
      return nil
    }
  }

  /// The newest adoption of a text, whatever its name.
  fileprivate func adoption(of text: [UInt8]) throws -> Adoption? {
    let digest = text.protocolDigest
    return try store.adoptions().last { $0.digest == digest }
  }
}
