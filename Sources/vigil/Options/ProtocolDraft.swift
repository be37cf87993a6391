import Foundation
import Monitoring
import SessionRecord

/// The text of a new protocol: an example with an id and a version of its own.
struct ProtocolDraft {
  static let firstVersion = "1"

  let text: [UInt8]

  /// From the commented starting point, or from an example by its name.
  init(id: String, from example: String?) throws {
    guard id.utf8.allSatisfy(ProtocolDraft.isOfID), !id.isEmpty, id.utf8.count <= 64 else {
      throw CommandRefusal.badProtocolID(id)
    }
    guard !BuiltInProtocol.names.contains(id) else { throw CommandRefusal.exampleID(id) }
    let template: [UInt8]
    if let example {
      guard let text = BuiltInProtocol.text(named: example) else {
        throw CommandRefusal.unknownProtocol(
          example,
          near: nearest(to: example, among: BuiltInProtocol.names)
        )
      }
      template = text
    } else {
      template = BuiltInProtocol.startingPoint
    }
    let read = try MonitoringProtocol(reading: template, from: example ?? "the starting point")
    var lines = String(decoding: template, as: UTF8.self)
    ProtocolDraft.set("id", from: read.id.text, to: id, in: &lines)
    ProtocolDraft.set("version", from: read.version, to: ProtocolDraft.firstVersion, in: &lines)
    if example != nil { ProtocolDraft.comment(&lines, read) }
    text = Array(lines.utf8)
    // What is written has to be what was asked for, whatever the template looks like.
    let written = try MonitoringProtocol(reading: text, from: id)
    guard written.id.text == id, written.version == ProtocolDraft.firstVersion else {
      throw CommandRefusal.badProtocolID(id)
    }
  }

  /// The first member of this name is the document's own: it stands before any list.
  private static func set(_ key: String, from old: String, to new: String, in text: inout String) {
    guard let place = text.range(of: "\"\(key)\": \"\(old)\"") else { return }
    text.replaceSubrange(place, with: "\"\(key)\": \"\(new)\"")
  }

  private static func comment(_ text: inout String, _ example: MonitoringProtocol) {
    guard let place = text.range(of: "{\n") else { return }
    text.insert(
      contentsOf: """
          "// 1": "From the example \(example.id), version \(example.version). Keys that begin with // are comments.",
          "// 2": "Give the title and the notice your clinic's own words, and a changed number the standing “clinic” with a source of yours.",
          "// 3": "A rule that you do not want gets “off”: true, so that everybody sees that it was meant.",
          "// 4": "Then: vigil protocol check FILE, vigil replay --protocol FILE, vigil protocol adopt FILE --by CODE.",

        """,
      at: place.upperBound
    )
  }

  private static func isOfID(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
