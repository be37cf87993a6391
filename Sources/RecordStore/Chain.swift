import Crypto
import Foundation
import GRDB
import SessionRecord

extension LogRow {
  /// SHA-256 over every column of the row but the hash itself, with the hash before it.
  var digest: [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.entry.v1")
    writer.octets(record)
    writer.stream(stream)
    writer.integer(number)
    writer.octets(id)
    writer.integer(commit)
    writer.integer(observed)
    writer.integer(observedOffset)
    writer.integer(recorded)
    writer.integer(recordedOffset)
    writer.integer(monotonic)
    writer.optional(boot) { $1.octets($0) }
    writer.text(author)
    writer.optional(observer)
    writer.integer(source)
    writer.optional(device)
    writer.optional(document)
    writer.optional(room)
    writer.integer(kind)
    writer.integer(encoding)
    writer.octets(body)
    writer.octets(prev)
    return Array(SHA256.hash(data: writer.bytes))
  }
}

extension EntryStream {
  /// What the first entry of the stream is chained to: the record and the stream themselves.
  func genesis(in record: UUID) -> [UInt8] {
    var writer = CanonicalWriter(domain: "vigil.stream.v1")
    writer.octets(record.bytes)
    writer.stream(self)
    return Array(SHA256.hash(data: writer.bytes))
  }
}

extension CanonicalWriter {
  /// The kind's number and the key.
  mutating func stream(_ value: EntryStream) {
    switch value {
    case .session(let number):
      code(1)
      integer(number.value)
    case .course(let patient):
      code(2)
      text(patient.text)
    }
  }
}
