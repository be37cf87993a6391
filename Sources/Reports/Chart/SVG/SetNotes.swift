import SessionRecord

/// What has to be seen of a set as a whole, in rows below its values: corrected, late, looked for
/// in vain, not verified.
struct SetNotes {
  private struct Note {
    let text: String
    let x: Double
    let row: Int
  }

  private let notes: [Note]
  let rows: Int

  static let height = 12.0
  private static let type = Shape.Lettering(size: 10.5, isBold: true)

  /// Of the signs of one panel; *marksSets* where corrections and late entries are said there.
  init(_ chart: SessionChart, _ places: SetPlaces, signs: [VitalSign], marksSets: Bool) {
    var rows = Rows(margin: 1.5)
    notes = chart.sets.compactMap { set in
      let text = SetNotes.text(set, signs, marksSets)
      guard !text.isEmpty else { return nil }
      let half = TextWidth.of(text, size: SetNotes.type.size, isBold: true) / 2
      let x = min(max(places[set], PlotAxis.left + half + 2), PlotAxis.right - half - 2)
      return Note(text: text, x: x, row: rows.place(x - half, x + half))
    }
    self.rows = rows.count
  }

  /// `†`, `L`, `BP×`, `HR×`; one `×` where everything that the panel shows is missing is still said
  /// by sign.
  private static func text(_ set: ChartSet, _ signs: [VitalSign], _ marksSets: Bool) -> String {
    var text = ""
    if marksSets, set.isAmended { text += "†" }
    if marksSets, set.isLate { text += "L" }
    let missing = signs.filter(set.missing.contains)
    var names: [String] = []
    if missing.contains(.systolic) || missing.contains(.diastolic) { names.append("BP") }
    if missing.contains(.meanArterial), names.isEmpty { names.append("MAP") }
    if missing.contains(.heartRate) { names.append("HR") }
    if missing.contains(.spo2) { names.append("") }
    for name in names { text += (text.isEmpty || name.isEmpty ? "" : " ") + name + "×" }
    return text
  }

  /// The space that the rows take.
  var height: Double { rows == 0 ? 0 : Double(rows) * SetNotes.height + 3 }

  /// From *bottom* upwards.
  func add(above bottom: Double, to drawing: inout Drawing) {
    for note in notes {
      let y = bottom - 4 - Double(note.row) * SetNotes.height
      drawing.words(note.text, Spot(note.x, y), SetNotes.type)
    }
  }
}
