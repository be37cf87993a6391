import SessionRecord

/// What has to be seen of a set as a whole, in rows below its values: corrected, late, looked for
/// in vain, not verified.
struct SetNotes {
  private struct Note {
    let text: String
    let x: Double
    let row: Int
    let isNews: Bool
  }

  private let notes: [Note]
  let rows: Int

  static let height = 12.0
  private static let type = Shape.Lettering(size: 10.5, isBold: true)

  /// Of the signs of one panel; *marksSets* where corrections and late entries are said there.
  init(_ chart: SessionChart, _ places: SetPlaces, signs: [VitalSign], marksSets: Bool) {
    var rows = Rows(margin: 4)
    notes = chart.sets.compactMap { set in
      let text = SetNotes.text(set, signs, marksSets)
      guard !text.isEmpty else { return nil }
      let half = TextWidth.of(text, size: SetNotes.type.size, isBold: true) / 2
      let x = min(max(places[set], PlotAxis.left + half + 2), PlotAxis.right - half - 2)
      return Note(
        text: text,
        x: x,
        row: rows.place(x - half, x + half),
        isNews: signs.contains(where: set.unrecordable.contains)
      )
    }
    self.rows = rows.count
  }

  /// `†`, `L`, `p`, `BP×`, `HR×`; one `×` where everything that the panel shows is missing is still said
  /// by sign, and `BP●` of a pressure that was too low to read.
  private static func text(_ set: ChartSet, _ signs: [VitalSign], _ marksSets: Bool) -> String {
    var text = ""
    if marksSets, set.isAmended { text += "†" }
    if marksSets { text += set.sourceMark }
    let missing = signs.filter(set.missing.contains)
    var names: [(name: String, signs: Set<VitalSign>)] = []
    if missing.contains(.systolic) || missing.contains(.diastolic) {
      names.append(("BP", [.systolic, .diastolic]))
    }
    if missing.contains(.meanArterial), names.isEmpty { names.append(("MAP", [.meanArterial])) }
    if missing.contains(.heartRate) { names.append(("HR", [.heartRate])) }
    if missing.contains(.spo2) { names.append(("", [.spo2])) }
    for (name, signs) in names {
      text += (text.isEmpty || name.isEmpty ? "" : " ") + name
      text += signs.isDisjoint(with: set.unrecordable) ? "×" : lowMark
    }
    return text
  }

  /// Behind what was too low to read.
  static let lowMark = LimitMarks.Mark.flagged.sign

  /// The space that the rows take.
  var height: Double { rows == 0 ? 0 : Double(rows) * SetNotes.height + 3 }

  /// From *bottom* upwards.
  func add(above bottom: Double, to drawing: inout Drawing) {
    for note in notes {
      let y = bottom - 4 - Double(note.row) * SetNotes.height
      drawing.words(
        note.text,
        Spot(note.x, y),
        SetNotes.type,
        note.isNews ? .redWords : .words
      )
    }
  }
}
