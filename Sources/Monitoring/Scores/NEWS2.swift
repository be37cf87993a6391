package import SessionRecord

/// The National Early Warning Score 2: points by parameter, and totals.
///
/// Source: Royal College of Physicians 2017, as transcribed in kscarlett/news2 and vitalscore 0.1.1.
package struct NEWS2: Hashable {
  /// In the order of the published chart.
  package enum Parameter: Int, Hashable, CaseIterable, Comparable {
    case respiratoryRate, spo2, oxygen, systolic, pulse, consciousness, temperature

    package static func < (left: Parameter, right: Parameter) -> Bool {
      left.rawValue < right.rawValue
    }

    package var sign: VitalSign {
      switch self {
      case .respiratoryRate: .respiratoryRate
      case .spo2: .spo2
      case .oxygen: .oxygenFlow
      case .systolic: .systolic
      case .pulse: .heartRate
      case .consciousness: .consciousness
      case .temperature: .temperature
      }
    }

    /// The most points that it can have.
    package var most: Int { self == .oxygen ? 2 : 3 }

    package init?(_ sign: VitalSign) {
      guard let parameter = Parameter.allCases.first(where: { $0.sign == sign }) else {
        return nil
      }
      self = parameter
    }
  }

  /// The published bands of the total.
  package enum Risk: Hashable {
    case low
    /// A single parameter at 3.
    case lowMedium
    case medium
    case high
  }

  /// Points by parameter, four bits each; all of them set where one is missing.
  private var scored: UInt32 = .max
  /// Of what is known: where a parameter is missing, at least so much.
  package private(set) var total = 0
  /// The most that the missing parameters could add.
  private var missingAtMost = Parameter.allCases.reduce(0) { $0 + $1.most }
  /// The confusion is a change in mentation that the drug is expected to bring.
  package let isConfusionExpected: Bool

  /// With nothing known.
  package init(isConfusionExpected: Bool) { self.isConfusionExpected = isConfusionExpected }

  package init(points: [Parameter: Int], isConfusionExpected: Bool) {
    self.init(isConfusionExpected: isConfusionExpected)
    for (parameter, points) in points { score(points, of: parameter) }
  }

  /// Takes in the points of a parameter that was missing.
  package mutating func score(_ points: Int, of parameter: Parameter) {
    let place = UInt32(parameter.rawValue * 4)
    scored = scored & ~(0xF << place) | UInt32(points) << place
    total += points
    missingAtMost -= parameter.most
  }

  /// Nil where the parameter is missing.
  package func points(of parameter: Parameter) -> Int? {
    let points = (scored >> UInt32(parameter.rawValue * 4)) & 0xF
    return points == 0xF ? nil : Int(points)
  }

  package var missing: [Parameter] { Parameter.allCases.filter { points(of: $0) == nil } }
  package var isComplete: Bool { missingAtMost == 0 }
  package var totalWithoutConsciousness: Int { total - (points(of: .consciousness) ?? 0) }
  /// The total that rules judge: without consciousness where its confusion is expected.
  package var counted: Int { isConfusionExpected ? totalWithoutConsciousness : total }
  /// The most that it can be, whatever the missing parameters are.
  package var countedAtMost: Int { counted + missingAtMost }

  /// Whether a parameter alone calls: expected confusion does not, and oxygen never does.
  package func isSingle(_ parameter: Parameter) -> Bool {
    points(of: parameter) == 3 && !(parameter == .consciousness && isConfusionExpected)
  }

  /// Parameters at 3, but for expected confusion.
  package var singles: [Parameter] { Parameter.allCases.filter(isSingle) }

  /// The band of the total that counts; of an incomplete one the least that it can be.
  package var risk: Risk {
    if counted >= 7 { return .high }
    if counted >= 5 { return .medium }
    return singles.isEmpty ? .low : .lowMedium
  }
}
