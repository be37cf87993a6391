package import SessionRecord

/// A CSV file of observations, read whole or not at all.
package struct ObservationTable {
  /// In the file's order; a row without anything observed in it is none.
  package let rows: [ObservedRow]

  /// Reads every row; refuses the file with each bad line by number.
  package init(
    csv bytes: [UInt8],
    file: String,
    clock: FileClock,
    effects: Set<EffectName>,
    now: Instant
  ) throws(ImportRefusal) {
    let text: CSVText
    do {
      text = try CSVText(bytes)
    } catch {
      throw .lines(file: file, [.init(number: error.line, sentence: error.sentence)])
    }
    guard let header = text.records.first else { throw .noHeader(file: file) }
    let columns = try ObservationTable.columns(header, file: file)
    guard text.records.count > 1 else { throw .noRows(file: file) }
    var rows: [ObservedRow] = []
    var refusals: [ImportRefusal.Line] = []
    rows.reserveCapacity(text.records.count)
    for record in text.records.dropFirst() {
      do {
        let row = RowReader(
          record: record,
          columns: columns,
          clock: clock,
          effects: effects,
          now: now
        )
        if let read = try row.read() { rows.append(read) }
      } catch {
        refusals.append(.init(number: record.line, sentence: error.sentence))
      }
    }
    guard refusals.isEmpty else { throw .lines(file: file, refusals) }
    guard !rows.isEmpty else { throw .nothingObserved(file: file) }
    self.rows = rows
  }

  /// What each field of a row is; a name's case and the spaces around it do not matter.
  private static func columns(
    _ header: CSVText.Record,
    file: String
  ) throws(ImportRefusal) -> [ObservationColumn] {
    var columns: [ObservationColumn] = []
    for field in header.fields {
      let name = field.trimmingSpaces
      guard let column = ObservationColumn(rawValue: name.lowercased()) else {
        throw .unknownColumn(file: file, line: header.line, name)
      }
      guard !columns.contains(column) else {
        throw .columnTwice(file: file, line: header.line, column.rawValue)
      }
      columns.append(column)
    }
    guard columns.contains(.time) else { throw .noTime(file: file, line: header.line) }
    return columns
  }
}
