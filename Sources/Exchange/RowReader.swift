import SessionRecord

/// Why one row cannot be read.
struct RowDefect: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

/// Reads one record of a file of observations.
struct RowReader {
  let record: CSVText.Record
  let columns: [ObservationColumn]
  let clock: FileClock
  let effects: Set<EffectName>
  let now: Instant

  /// Nil for a row with nothing observed in it.
  func read() throws(RowDefect) -> ObservedRow? {
    guard record.fields.count == columns.count else {
      let count = record.fields.count
      throw RowDefect(
        "\(count) \(count == 1 ? "field" : "fields") where the header names \(columns.count)"
      )
    }
    guard let written = text(.time) else {
      guard columns.allSatisfy({ text($0) == nil }) else { throw RowDefect("the time is empty") }
      return nil
    }
    let observed = try clock.stamp(written)
    guard observed.instant <= now else { throw RowDefect("\(written) is in the future") }
    let contents = try contents()
    guard !contents.isEmpty else { return nil }
    return ObservedRow(line: record.line, observed: observed, contents: contents)
  }

  /// The note is a remark on the vitals, else on the effect, else an entry of its own.
  private func contents() throws(RowDefect) -> [Content] {
    let note = text(.note)
    var contents: [Content] = []
    let readings = try WrittenReadings(numbers()).readings
    if !readings.isEmpty {
      do {
        contents.append(.vitals(try Vitals(readings, remark: note)))
      } catch {
        throw RowDefect(error.description)
      }
    }
    if let name = text(.effect) {
      let written = WrittenEffect(name: name, severity: text(.severity))
      let remark = contents.isEmpty ? note : nil
      contents.append(.effect(try written.effect(among: effects, remark: remark)))
    } else if text(.severity) != nil {
      throw RowDefect("a severity without an effect")
    }
    if contents.isEmpty, let note { contents.append(.note(note)) }
    return contents
  }

  private func numbers() throws(RowDefect) -> [VitalSign: WrittenNumber] {
    var numbers: [VitalSign: WrittenNumber] = [:]
    for column in columns {
      guard let sign = column.sign, let written = text(column) else { continue }
      numbers[sign] = try WrittenNumber(written, of: column)
    }
    return numbers
  }

  private func text(_ column: ObservationColumn) -> String? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    let trimmed = record.fields[place].trimmingSpaces
    return trimmed.isEmpty ? nil : trimmed
  }
}

extension String {
  /// Without the spaces, tabs and line ends around it.
  var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { " \t\n\r\r\n".contains($0) }
    guard first.map(isSpace) == true || last.map(isSpace) == true else { return self }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
