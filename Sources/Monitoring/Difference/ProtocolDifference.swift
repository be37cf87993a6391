package import SessionRecord

/// What differs between two protocols: what one has and the other has not, and field by field what
/// both have by the same id.
package struct ProtocolDifference: Hashable {
  /// Which text it is.
  package struct Name: Hashable {
    package let id: ProtocolID
    package let version: String
    package let title: String

    package init(id: ProtocolID, version: String, title: String) {
      self.id = id
      self.version = version
      self.title = title
    }
  }

  /// A part of a protocol, in the order in which differences are told.
  package enum Part: String, Hashable, CaseIterable {
    case document = "protocol"
    case drug
    case scale
    case news2
    case rule
    case schedule
    case group
    case criterion
    case gate
    case courseRule = "course rule"
    case task
    case source
    case notice
  }

  package enum Change: Hashable {
    /// With what it is, in words.
    case added(String)
    case removed(String)
    /// Never empty.
    case changed([FieldChange])
  }

  /// A field that differs; nil where it is not given.
  package struct FieldChange: Hashable {
    package let name: String
    package let was: ProtocolValue?
    package let now: ProtocolValue?

    package init(_ name: String, was: ProtocolValue?, now: ProtocolValue?) {
      self.name = name
      self.was = was
      self.now = now
    }
  }

  /// One thing that differs: a line where it is told.
  package struct Item: Hashable {
    package let part: Part
    /// Of the rule, group, criterion, gate, task, scale or source; empty for what there is one of.
    package let id: String
    package let change: Change

    package init(_ part: Part, of id: String = "", _ change: Change) {
      self.part = part
      self.id = id
      self.change = change
    }
  }

  package let from: Name
  package let to: Name
  /// What can change what is flagged, asked for or asked about, and on what it stands.
  package let items: [Item]
  /// How sources and the notice are worded, which changes nothing else.
  package let wording: [Item]

  package var isSame: Bool { items.isEmpty && wording.isEmpty }
}

extension ProtocolDifference {
  package init(from old: MonitoringProtocol, to new: MonitoringProtocol) {
    from = Name(id: old.id, version: old.version, title: old.title)
    to = Name(id: new.id, version: new.version, title: new.title)
    func one(_ part: Part, _ fields: (MonitoringProtocol) -> [ProtocolField]) -> [Item] {
      let changes = fields(old).changes(to: fields(new))
      return changes.isEmpty ? [] : [Item(part, .changed(changes))]
    }
    func many<Element>(
      _ part: Part,
      _ elements: (MonitoringProtocol) -> [Element],
      id: (Element) -> String,
      words: (Element) -> String,
      changes: (Element, Element) -> [FieldChange]
    ) -> [Item] {
      Item.items(
        part,
        elements(old).map { (id($0), $0) },
        elements(new).map { (id($0), $0) },
        words: words,
        changes: changes
      )
    }
    items =
      one(.document, \.ownFields) + one(.drug, \.drugFields)
      + many(
        .scale,
        \.scales,
        id: { $0.scale.name },
        words: { $0.scale.title },
        changes: { $0.fields.changes(to: $1.fields) }
      )
      + one(.news2, \.news2Fields)
      + many(
        .rule,
        \.rules,
        id: { $0.id.text },
        words: { "\($0.title), \($0.priority.word) priority" },
        changes: { $0.fields.changes(to: $1.fields) }
      )
      + one(.schedule, \.schedule.ownFields)
      + many(
        .group,
        \.schedule.groups,
        id: { $0.id.text },
        words: { $0.title },
        changes: { $0.changes(to: $1) }
      )
      + many(
        .criterion,
        \.leaving,
        id: { $0.id.text },
        words: { $0.title },
        changes: { $0.fields.changes(to: $1.fields) }
      )
      + many(
        .gate,
        \.gates,
        id: { $0.id.text },
        words: { $0.title },
        changes: { $0.fields.changes(to: $1.fields) }
      )
      + many(
        .courseRule,
        \.course,
        id: { $0.id.text },
        words: { "\($0.title), \($0.priority.word) priority" },
        changes: { $0.fields.changes(to: $1.fields) }
      )
      + many(
        .task,
        \.afterCare,
        id: { $0.id.text },
        words: { $0.title },
        changes: { $0.fields.changes(to: $1.fields) }
      )
    wording =
      many(
        .source,
        { $0.sources.sorted { $0.key < $1.key } },
        id: { $0.key },
        words: { $0.value },
        changes: {
          [ProtocolField("wording", .text($0.value))]
            .changes(to: [ProtocolField("wording", .text($1.value))])
        }
      ) + one(.notice) { [ProtocolField("wording", .text($0.notice))] }
  }
}

extension ProtocolDifference.Item {
  /// Changed and removed ones in the old order, then added ones in the new, then their order.
  fileprivate static func items<Element>(
    _ part: ProtocolDifference.Part,
    _ old: [(id: String, element: Element)],
    _ new: [(id: String, element: Element)],
    words: (Element) -> String,
    changes: (Element, Element) -> [ProtocolDifference.FieldChange]
  ) -> [ProtocolDifference.Item] {
    var items: [ProtocolDifference.Item] = []
    let before = Dictionary(
      old.map { ($0.id, $0.element) },
      uniquingKeysWith: { first, _ in first }
    )
    let after = Dictionary(new.map { ($0.id, $0.element) }, uniquingKeysWith: { first, _ in first })
    for (id, element) in old {
      guard let other = after[id] else {
        items.append(.init(part, of: id, .removed(words(element))))
        continue
      }
      let changes = changes(element, other)
      if !changes.isEmpty { items.append(.init(part, of: id, .changed(changes))) }
    }
    for (id, element) in new where before[id] == nil {
      items.append(.init(part, of: id, .added(words(element))))
    }
    let kept = old.map(\.id).filter { after[$0] != nil }
    let now = new.map(\.id).filter { before[$0] != nil }
    guard kept != now else { return items }
    let moved = ProtocolDifference.FieldChange(
      "order",
      was: .order(between(kept, now)),
      now: .order(between(now, kept))
    )
    return items + [.init(part, .changed([moved]))]
  }

  /// From the first place that differs to the last.
  private static func between(_ ids: [String], _ others: [String]) -> [String] {
    let same = zip(ids, others).prefix { $0 == $1 }.count
    let rest = zip(ids.reversed(), others.reversed()).prefix { $0 == $1 }.count
    return Array(ids.dropFirst(same).dropLast(rest))
  }
}
