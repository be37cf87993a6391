package import SessionRecord

extension NEWS2.Parameter {
  /// Points of a value in thousandths, between two bands those of the worse one; of SpO2 by its scale and whether oxygen is given.
  ///
  /// Nil where SpO2 on scale 2 is over 92 % and nobody said whether oxygen is given.
  package func points(
    _ thousandths: Int,
    scale: SpO2Scale = .one,
    onOxygen: Bool? = nil
  ) -> Int? {
    switch self {
    case .respiratoryRate:
      switch thousandths {
      case ..<9_000: 3
      case ..<12_000: 1
      case ...20_000: 0
      case ...24_000: 2
      default: 3
      }
    case .spo2:
      switch scale {
      case .one: NEWS2.Parameter.spo2OnScaleOne(thousandths)
      case .two: NEWS2.Parameter.spo2OnScaleTwo(thousandths, onOxygen: onOxygen)
      }
    case .oxygen: thousandths > 0 ? 2 : 0
    case .systolic:
      switch thousandths {
      case ..<91_000: 3
      case ..<101_000: 2
      case ..<111_000: 1
      case ...219_000: 0
      default: 3
      }
    case .pulse:
      switch thousandths {
      case ..<41_000: 3
      case ..<51_000: 1
      case ...90_000: 0
      case ...110_000: 1
      case ...130_000: 2
      default: 3
      }
    case .consciousness: thousandths > 0 ? 3 : 0
    case .temperature:
      switch thousandths {
      case ..<35_100: 3
      case ..<36_100: 1
      case ...38_000: 0
      case ...39_000: 1
      default: 2
      }
    }
  }

  private static func spo2OnScaleOne(_ thousandths: Int) -> Int {
    switch thousandths {
    case ..<92_000: 3
    case ..<94_000: 2
    case ..<96_000: 1
    default: 0
    }
  }

  private static func spo2OnScaleTwo(_ thousandths: Int, onOxygen: Bool?) -> Int? {
    switch thousandths {
    case ..<84_000: return 3
    case ..<86_000: return 2
    case ..<88_000: return 1
    case ...92_000: return 0
    default:
      guard let onOxygen else { return nil }
      guard onOxygen else { return 0 }
      return thousandths <= 94_000 ? 1 : thousandths <= 96_000 ? 2 : 3
    }
  }
}
