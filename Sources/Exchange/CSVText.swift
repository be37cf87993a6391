/// A CSV text as records of fields (RFC 4180), each with the line on which it begins.
struct CSVText {
  struct Record {
    let line: Int
    let fields: [String]
  }

  /// Without the lines that have nothing on them.
  private(set) var records: [Record] = []

  /// A record may not hold more fields than any header could name.
  static let mostFields = 64
  /// In bytes: a field is no novel.
  static let longestField = 4_000
  /// More than two days of a reading every second.
  static let mostRecords = 200_000

  init(_ bytes: [UInt8]) throws(CSVDefect) {
    var reader = CSVReader(bytes)
    while let record = try reader.record() {
      guard !record.fields.allSatisfy(\.trimmingSpaces.isEmpty) else { continue }
      guard records.count < CSVText.mostRecords else {
        throw CSVDefect(line: record.line, cause: .tooManyRecords)
      }
      records.append(record)
    }
  }
}

/// Takes a CSV text apart, byte by byte.
private struct CSVReader {
  private let bytes: [UInt8]
  private var place: Int
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    place = bytes.starts(with: mark) ? mark.count : 0
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Nil at the end of the text.
  mutating func record() throws(CSVDefect) -> CSVText.Record? {
    guard next != nil else { return nil }
    let begins = line
    var fields: [String] = []
    repeat {
      if !fields.isEmpty { place += 1 }
      fields.append(try text(of: field(), begun: begins))
      guard fields.count <= CSVText.mostFields else {
        throw CSVDefect(line: begins, cause: .tooManyFields)
      }
    } while next == UInt8(ascii: ",")
    try endLine()
    return CSVText.Record(line: begins, fields: fields)
  }

  private mutating func endLine() throws(CSVDefect) {
    let returned = next == UInt8(ascii: "\r")
    if returned { place += 1 }
    guard let next else { return }
    guard next == UInt8(ascii: "\n") else {
      throw CSVDefect(line: line, cause: returned ? .loneReturn : .afterQuote)
    }
    place += 1
    line += 1
  }

  private func text(of field: [UInt8], begun begins: Int) throws(CSVDefect) -> String {
    guard let text = String(validating: field, as: UTF8.self) else {
      throw CSVDefect(line: begins, cause: .notUTF8)
    }
    if let control = field.first(where: { isControl($0) }) {
      throw CSVDefect(line: begins, cause: .controlCharacter(control))
    }
    return text
  }

  /// A tab, and a line break within quotes, are text.
  private func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte)) || byte == 0x7F
  }

  private mutating func field() throws(CSVDefect) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard next == quote else { return try bareField() }
    let begins = line
    var field: [UInt8] = []
    place += 1
    while let byte = next {
      place += 1
      if byte == quote {
        guard next == quote else { return field }
        place += 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      field.append(byte)
      guard field.count <= CSVText.longestField else {
        throw CSVDefect(line: begins, cause: .fieldTooLong)
      }
    }
    throw CSVDefect(line: begins, cause: .openQuote)
  }

  private mutating func bareField() throws(CSVDefect) -> [UInt8] {
    let begins = place
    while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n"),
      byte != UInt8(ascii: "\r")
    {
      guard byte != UInt8(ascii: "\"") else { throw CSVDefect(line: line, cause: .strayQuote) }
      place += 1
      guard place - begins <= CSVText.longestField else {
        throw CSVDefect(line: line, cause: .fieldTooLong)
      }
    }
    return Array(bytes[begins..<place])
  }
}
