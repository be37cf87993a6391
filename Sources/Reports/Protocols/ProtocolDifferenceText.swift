package import Monitoring
import SessionRecord

/// What differs between two protocols in words, a thing a line.
package struct ProtocolDifferenceText {
  private let difference: ProtocolDifference
  private let style: Style

  package init(_ difference: ProtocolDifference, style: Style) {
    self.difference = difference
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    page.add(Phrase("\(name(difference.from)) → \(name(difference.to))", .strong))
    guard !difference.isSame else {
      page.add("They are the same.")
      return page.text
    }
    for part in ProtocolDifference.Part.allCases {
      let items = (difference.items + difference.wording).filter { $0.part == part }
      guard !items.isEmpty else { continue }
      page.heading(Phrase(part.heading))
      for item in items {
        page.add(Phrase(DifferenceWords.text(item)), after: label(item))
      }
    }
    if difference.items.isEmpty {
      page.blank()
      page.add("Only the wording differs: the same is flagged, asked for and asked about.")
    }
    return page.text
  }

  private func name(_ name: ProtocolDifference.Name) -> String {
    "\(name.id.text) version \(name.version)"
  }

  private func label(_ item: ProtocolDifference.Item) -> Phrase {
    item.id.isEmpty ? "" : Phrase("\(item.id): ", .strong)
  }
}

extension ProtocolDifference.Part {
  fileprivate var heading: String {
    switch self {
    case .document: "Protocol"
    case .drug: "Drug"
    case .scale: "Scales"
    case .news2: "NEWS2"
    case .rule: "Rules"
    case .schedule: "Schedule"
    case .group: "Groups of the schedule"
    case .criterion: "Criteria for leaving"
    case .gate: "Gates before the dose"
    case .courseRule: "Course rules"
    case .task: "After-care"
    case .source: "Wording of sources"
    case .notice: "Notice"
    }
  }
}

/// A difference in words: `limit 180 mmHg → 170 mmHg; priority medium → high`.
enum DifferenceWords {
  static func text(_ item: ProtocolDifference.Item) -> String {
    switch item.change {
    case .added(let words): "added: \(words)"
    case .removed(let words): "removed: \(words)"
    case .changed(let changes): changes.map(text).joined(separator: "; ")
    }
  }

  static func text(_ change: ProtocolDifference.FieldChange) -> String {
    if let members = members(change) {
      let parts = [("removed", members.removed), ("added", members.added)].compactMap {
        $0.1.isEmpty ? nil : "\($0.0) \($0.1.joined(separator: ", "))"
      }
      return "\(change.name): \(parts.joined(separator: ", "))"
    }
    return "\(change.name) \(value(change.was)) → \(value(change.now))"
  }

  /// Of lists what the other does not have; nil for what is no list.
  static func members(
    _ change: ProtocolDifference.FieldChange
  ) -> (removed: [String], added: [String])? {
    func list(_ value: ProtocolValue?) -> [String]? {
      switch value {
      case nil: []
      case .members(let names)?: names
      case .text?, .count?, .amount?, .span?, .flag?, .order?: nil
      }
    }
    guard let was = list(change.was), let now = list(change.now) else { return nil }
    return (was.filter { !now.contains($0) }, now.filter { !was.contains($0) })
  }

  static func value(_ value: ProtocolValue?) -> String {
    switch value {
    case nil: "none"
    case .text(let text)?: text.isEmpty ? "empty" : text
    case .count(let count)?: String(count)
    case .amount(let thousandths, let unit, let signed)?:
      (signed && thousandths > 0 ? "+" : "") + decimal(thousandths)
        + (unit.hasPrefix(" ") ? "\u{A0}" + unit.dropFirst() : unit)
    case .span(let span)?: SpanText.duration(span)
    case .flag(let flag)?: flag ? "yes" : "no"
    case .members(let names)?, .order(let names)?: names.joined(separator: ", ")
    }
  }
}
