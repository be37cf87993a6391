import SessionRecord

/// The scale that SpO2 is read on, where somebody decided that it is the second.
enum SpO2ScaleText {
  /// `SpO2 on scale 2, decided by LH`; nil on scale 1, which needs no decision.
  static func phrase(_ opening: Opening) -> String? {
    switch opening.spo2Scale {
    case .one: nil
    case .two:
      "SpO2 on scale\u{A0}2" + (opening.prescriber.map { ", decided by\u{A0}\($0.text)" } ?? "")
    }
  }
}
