import Monitoring

extension NEWS2 {
  /// The band of the total that counts: `medium`, `at least medium` where a parameter is missing.
  var riskWords: String { (isComplete ? "" : "at\u{A0}least ") + risk.word }
}

extension NEWS2.Risk {
  /// As a table and a document name it.
  var word: String {
    switch self {
    case .low: "low"
    case .lowMedium: "low-medium"
    case .medium: "medium"
    case .high: "high"
    }
  }
}
