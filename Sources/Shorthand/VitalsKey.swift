import SessionRecord

/// What names a reading in a line.
enum VitalsKey: Hashable {
  case bloodPressure
  case sign(VitalSign)

  /// The key that a word is, in lower case; nil for any other word.
  init?(_ word: some StringProtocol) {
    guard let key = VitalsKey.table[String(word)] else { return nil }
    self = key
  }

  /// A key joined to its value: `hr92`, `spo2=93`, `rr:12`.
  static func joined(_ word: Line.Word) -> (key: VitalsKey, value: Substring)? {
    if let separator = word.typed.firstIndex(where: { $0 == ":" || $0 == "=" }) {
      guard let key = VitalsKey(word.typed[..<separator].lowercased()) else { return nil }
      return (key, word.typed[word.typed.index(after: separator)...])
    }
    for length in stride(from: min(longest, word.typed.count - 1), to: 0, by: -1) {
      let name = word.typed.prefix(length)
      guard let key = VitalsKey(name.lowercased()) else { continue }
      let value = word.typed.dropFirst(length)
      if key.mayBeJoined(to: value) { return (key, value) }
    }
    return nil
  }

  /// The key as it is typed: `bp`, `hr`.
  var typed: String {
    switch self {
    case .bloodPressure: "bp"
    case .sign(let sign): sign.typedKey
    }
  }

  /// As a person says it.
  var name: String {
    switch self {
    case .bloodPressure: "blood pressure"
    case .sign(let sign): sign.name
    }
  }

  /// A line with it that could be stored.
  var example: String {
    switch self {
    case .bloodPressure: "bp 120/80"
    case .sign(let sign): sign.typedExample
    }
  }

  private func mayBeJoined(to value: Substring) -> Bool {
    guard let first = value.first else { return false }
    if first.isNumber { return true }
    let second = value.dropFirst().first
    return self == .sign(.rass) && "+-−".contains(first) && second?.isNumber == true
  }

  private static let longest = 6
  private static let table: [String: VitalsKey] = [
    "bp": .bloodPressure,
    "hr": .sign(.heartRate), "p": .sign(.heartRate), "pulse": .sign(.heartRate),
    "spo2": .sign(.spo2), "sat": .sign(.spo2), "sats": .sign(.spo2),
    "rr": .sign(.respiratoryRate), "resp": .sign(.respiratoryRate),
    "temp": .sign(.temperature), "t": .sign(.temperature),
    "map": .sign(.meanArterial),
    "etco2": .sign(.endTidalCO2),
    "weight": .sign(.weight), "wt": .sign(.weight),
    "o2": .sign(.oxygenFlow),
    "acvpu": .sign(.consciousness), "avpu": .sign(.consciousness),
    "moaas": .sign(.moaas),
    "rass": .sign(.rass),
  ]

  /// Every key, and the long names that are not keys but come near to one.
  static let nearWords: [(word: String, key: String)] =
    table.map { ($0.key, $0.key) } + [
      ("bloodpressure", "bp"), ("heartrate", "hr"), ("oxygensaturation", "spo2"),
      ("saturation", "spo2"), ("respiratoryrate", "rr"), ("respirations", "rr"),
      ("temperature", "temp"), ("oxygen", "o2"), ("meanarterialpressure", "map"),
      ("capnography", "etco2"), ("unrecordable", "unrecordable"),
      ("expected", "C expected"), ("cexpected", "C expected"),
    ]
}

extension VitalSign {
  /// The key under which it is typed.
  package var typedKey: String {
    switch self {
    case .systolic, .diastolic: "bp"
    case .meanArterial: "map"
    case .heartRate: "hr"
    case .spo2: "spo2"
    case .respiratoryRate: "rr"
    case .temperature: "temp"
    case .endTidalCO2: "etco2"
    case .oxygenFlow: "o2"
    case .weight: "weight"
    case .consciousness: "acvpu"
    case .moaas: "moaas"
    case .rass: "rass"
    }
  }

  /// A reading of it that could be stored.
  var typedExample: String {
    switch self {
    case .systolic, .diastolic: "bp 120/80"
    case .meanArterial: "map 93"
    case .heartRate: "hr 84"
    case .spo2: "spo2 97"
    case .respiratoryRate: "rr 14"
    case .temperature: "temp 36.6"
    case .endTidalCO2: "etco2 38"
    case .oxygenFlow: "o2 2"
    case .weight: "weight 72"
    case .consciousness: "acvpu A"
    case .moaas: "moaas 5"
    case .rass: "rass -1"
    }
  }

  /// The units that may follow its value, in lower case.
  var typedUnits: [String] {
    switch self {
    case .systolic, .diastolic, .meanArterial, .endTidalCO2: ["mmhg"]
    case .heartRate: ["bpm", "/min"]
    case .spo2: ["%"]
    case .respiratoryRate: ["/min"]
    case .temperature: ["c", "f", "°c", "°f"]
    case .oxygenFlow: ["l", "l/min", "lpm"]
    case .weight: ["kg", "lb", "lbs"]
    case .consciousness, .moaas, .rass: []
    }
  }
}
