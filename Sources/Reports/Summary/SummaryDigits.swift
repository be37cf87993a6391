import Monitoring
import SessionRecord

/// On which digits readings end: what rounding leaves behind.
struct SummaryDigits {
  let review: SafetyReview

  var blocks: [SummaryBlock] {
    var blocks: [SummaryBlock] = [.heading("Last digits of readings")]
    let spreads = DigitCounts.signs.map { DigitSpread($0, in: review.typed) }
    if review.typed.isEmpty {
      blocks.append(.words("No blood pressure or heart rate was typed."))
    } else {
      blocks.append(
        .words(
          "Of readings that were typed. Where none is rounded, each digit ends a tenth of them."
        )
      )
      blocks += spreads.map { .words(Phrase($0.words)) }
      blocks.append(.words(Phrase(pairs(review.typed))))
      blocks.append(.table(table(spreads, "Last digits of typed readings")))
      blocks.append(
        .plots(
          spreads.filter { $0.readings > 0 }.map {
            .digits("Last digits, \($0.sign.name), typed", $0.counts)
          }
        )
      )
      blocks.append(
        .remark(
          "Rounding by hand does this, and so does a cuff that shows only even numbers. It says how far a single digit can be relied on, and nothing about any person."
        )
      )
    }
    if !review.imported.isEmpty {
      let imported = DigitCounts.signs.map { DigitSpread($0, in: review.imported) }
      blocks.append(.words(Phrase("Imported readings, apart. \(pairs(review.imported))")))
      blocks.append(.table(table(imported, "Last digits of imported readings")))
    }
    return blocks
  }

  private func pairs(_ digits: DigitCounts) -> String {
    guard digits.pairs > 0 else { return "No pair of pressures." }
    return
      "Both pressures end in 0 in \(ShareText.of(digits.pairsOfZeros, digits.pairs, "pairs")); "
      + "without rounding 1% do."
  }

  private func table(_ spreads: [DigitSpread], _ caption: String) -> SummaryTable {
    var table = SummaryTable(caption, "Ends in", ["Readings"] + (0...9).map(String.init))
    for spread in spreads where spread.readings > 0 {
      table.add(Phrase(spread.sign.name), ([spread.readings] + spread.counts).map(String.init))
    }
    return table
  }
}
