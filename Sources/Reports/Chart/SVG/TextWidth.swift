/// How wide a text is drawn, so that labels can be kept apart.
///
/// By the widths of Helvetica, which Arial and Liberation Sans share; everything else is taken as
/// wider than it usually is.
enum TextWidth {
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var sum = 0
    for scalar in text.unicodeScalars { sum += thousandths(scalar, isBold) }
    return Double(sum) / 1_000 * size
  }

  private static func thousandths(_ scalar: Unicode.Scalar, _ isBold: Bool) -> Int {
    switch scalar.value {
    case 0x20...0x7E: (isBold ? bold : latin)[Int(scalar.value) - 0x20]
    case 0xA0: 278
    case 0xB7: 333
    case 0x2013, 0x2212: 584
    case 0x2032: 260
    case 0x2019: 222
    case 0xB0, 0x2080...0x2089: 400
    case 0x00C0...0x024F: 778
    default: DisplayWidth.of(Character(scalar)) * 900
    }
  }

  private static let latin = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1_015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]

  /// The text, or as much of its beginning as the width holds, with `…`.
  static func fitted(_ text: String, size: Double, isBold: Bool = false, in width: Double) -> String
  {
    guard of(text, size: size, isBold: isBold) > width else { return text }
    var kept = text
    while !kept.isEmpty, of(kept + "…", size: size, isBold: isBold) > width { kept.removeLast() }
    return kept + "…"
  }
}
