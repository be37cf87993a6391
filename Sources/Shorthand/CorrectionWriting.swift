import SessionRecord

extension Acknowledgement {
  var line: String? {
    guard flags.count == 1, let flag = flags.first else { return nil }
    return "ack \(flag.number) \(text)"
  }
}

extension Amendment {
  func line(at time: String?) -> String? {
    guard let change = content.line(), Line.isOneEntry(change) else { return nil }
    let moment = time.map { "\($0) " } ?? ""
    return "fix #\(entry) \(moment)\(change) -- \(reason)"
  }
}

extension Line {
  /// Whether a line has no `--` of its own.
  fileprivate static func isOneEntry(_ text: String) -> Bool {
    do {
      return try Line(text).dash(from: 0) == nil
    } catch {
      return false
    }
  }
}

extension Voiding {
  var line: String? {
    switch reason {
    case .undone: nil
    case .because(let reason): "void #\(entry) -- \(reason)"
    }
  }
}
