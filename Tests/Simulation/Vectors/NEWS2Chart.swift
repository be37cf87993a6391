/// The published chart of NEWS2 once more, by hand: bands with their points, for the vectors alone.
///
/// Source: Royal College of Physicians 2017, as transcribed in kscarlett/news2 and vitalscore 0.1.1. Ends are included and in
/// thousandths; the steps between two bands are what is typed.
struct NEWS2Chart {
  struct Band {
    let values: ClosedRange<Int>
    let points: Int
  }

  /// The parameter's sign, by its key.
  let sign: String
  let step: Int
  let bands: [Band]

  init(_ sign: String, step: Int = 1_000, _ bands: [(ClosedRange<Int>, Int)]) {
    self.sign = sign
    self.step = step
    self.bands = bands.map { Band(values: $0.0, points: $0.1) }
  }

  func points(_ value: Int) -> Int? { bands.first { $0.values.contains(value) }?.points }

  /// The first and the last value of every band.
  var edges: [Int] { bands.flatMap { [$0.values.lowerBound, $0.values.upperBound] } }

  static let respiratoryRate = NEWS2Chart(
    "respiratoryRate",
    [
      (0...8_000, 3), (9_000...11_000, 1), (12_000...20_000, 0), (21_000...24_000, 2),
      (25_000...80_000, 3),
    ]
  )
  static let systolic = NEWS2Chart(
    "systolic",
    [
      (30_000...90_000, 3), (91_000...100_000, 2), (101_000...110_000, 1),
      (111_000...219_000, 0), (220_000...300_000, 3),
    ]
  )
  static let pulse = NEWS2Chart(
    "heartRate",
    [
      (0...40_000, 3), (41_000...50_000, 1), (51_000...90_000, 0), (91_000...110_000, 1),
      (111_000...130_000, 2), (131_000...280_000, 3),
    ]
  )
  static let temperature = NEWS2Chart(
    "temperature",
    step: 100,
    [
      (25_000...35_000, 3), (35_100...36_000, 1), (36_100...38_000, 0), (38_100...39_000, 1),
      (39_100...45_000, 2),
    ]
  )

  static func spo2(scale: Int, onOxygen: Bool) -> NEWS2Chart {
    NEWS2Chart(
      "spo2",
      scale == 1
        ? [(0...91_000, 3), (92_000...93_000, 2), (94_000...95_000, 1), (96_000...100_000, 0)]
        : [(0...83_000, 3), (84_000...85_000, 2), (86_000...87_000, 1), (88_000...92_000, 0)]
          + (onOxygen
            ? [(93_000...94_000, 1), (95_000...96_000, 2), (97_000...100_000, 3)]
            : [(93_000...100_000, 0)])
    )
  }

  static let levels = [("A", 0), ("C", 3), ("C expected", 3), ("V", 3), ("P", 3), ("U", 3)]
  static let parameters = [
    "respiratoryRate", "spo2", "oxygenFlow", "systolic", "heartRate", "acvpu", "temperature",
  ]
  /// A set that scores nothing, on either scale.
  static let nothing = [
    "respiratoryRate": "16", "spo2": "96", "oxygenFlow": "room air", "systolic": "120",
    "heartRate": "70", "acvpu": "A", "temperature": "37",
  ]
}
