import Foundation

/// One rule of a replay's protocol: confirmed at once, cleared by the first value inside.
enum ReplayLimit {
  case limit(String, String, String, Int, String)
  /// Against the first reading, at or over.
  case rise(String, String, Int)

  var id: String {
    switch self {
    case .limit(let id, _, _, _, _), .rise(let id, _, _): id
    }
  }

  private var rule: [String: Any] {
    var rule: [String: Any] = [
      "id": id, "priority": "medium", "repeat": false, "standing": "clinic", "source": ["replay"],
      "clear": ["count": 1, "margin": 0],
    ]
    switch self {
    case .limit(_, let sign, let comparison, let limit, let unit):
      rule["kind"] = "limit"
      rule["sign"] = sign
      rule["comparison"] = comparison
      rule["limit"] = limit
      rule["unit"] = unit
    case .rise(_, let sign, let by):
      rule["kind"] = "change"
      rule["sign"] = sign
      rule["comparison"] = "at-or-over"
      rule["by"] = by
      rule["unit"] = "mmHg"
    }
    return rule
  }

  /// A protocol of these rules as a file's text.
  static func protocolText(_ limits: [ReplayLimit]) throws -> String {
    let document: [String: Any] = [
      "schema": "vigil/protocol/1", "id": "replay", "version": "1",
      "title": "Limits of a replayed recording", "notice": "For replaying recordings only.",
      "settings": ["clinic"],
      "drug": ["name": "ketamine", "route": "intravenous", "sameClass": []],
      "medicines": ["ketamine"], "effects": [], "baseline": "first-reading",
      "sources": ["replay": "The limits under which the recording was counted."],
      "rules": limits.map(\.rule),
    ]
    let data = try JSONSerialization.data(withJSONObject: document, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }
}
