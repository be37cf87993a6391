import SessionRecord

@testable import Exchange

/// A table as text, every field in quotation marks.
struct TableText {
  let bytes: [UInt8]

  init(_ records: [[String]]) {
    let text = records.map { fields in
      fields.map { field in
        "\""
          + field.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }.joined(separator: ",")
    }.joined(separator: "\r\n")
    bytes = Array(text.utf8)
  }

  /// Under every column that a table may have.
  init(_ rows: [ObservedRow]) {
    self.init(
      [ObservationColumn.allCases.map(\.rawValue)]
        + rows.map { row in
          ObservationColumn.allCases.map { TableText.field($0, of: row) }
        }
    )
  }

  private static func field(_ column: ObservationColumn, of row: ObservedRow) -> String {
    var readings: [VitalSign: Reading] = [:]
    var effect: SideEffect?
    var note: String?
    for content in row.contents {
      switch content {
      case .vitals(let vitals):
        readings = vitals.readings
        note = note ?? vitals.remark
      case .effect(let found):
        effect = found
        note = note ?? found.remark
      case .note(let text): note = note ?? text
      default: note = "\(content)"
      }
    }
    switch column {
    case .time: return row.observed.rfc3339
    case .effect: return effect?.name.text ?? ""
    case .severity: return effect.map(severity) ?? ""
    case .note: return note ?? ""
    case .systolic, .diastolic, .map, .heartRate, .spo2, .respiratoryRate, .temperature:
      switch column.sign.flatMap({ readings[$0] }) {
      case .measured(let quantity, _): return decimal(quantity.thousandths)
      case .notUsable(let written): return written
      case nil: return ""
      case .notObtained, .unrecordable, .roomAir: return "no number"
      }
    }
  }

  private static func severity(_ effect: SideEffect) -> String {
    switch effect.grade {
    case .words(let severity): severity.word
    case .rating(let rating): "\(rating)/10"
    case nil: effect.course?.word ?? ""
    }
  }
}
