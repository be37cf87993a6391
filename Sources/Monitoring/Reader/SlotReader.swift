import SessionRecord

/// Reads the slots of a group: blocks of single minutes, or of every so many.
struct SlotReader {
  /// The most slots that a group can have: two in each quarter of an hour of a day.
  private static let most = 200
  private static let sharedKeys = ["mark", "tolerance", "standing", "source"]
  private static let repeatedKeys = ["every", "from", "until"]

  let standings: StandingReader
  let times: SlotTimes

  /// A slot with what an error about it needs.
  private struct Placed {
    let slot: PlannedSlot
    let node: ProtocolNode
  }

  /// By offset; each begins after the one before it is due.
  func slots(_ node: ProtocolNode) throws(ProtocolRefusal) -> [PlannedSlot] {
    var placed: [Placed] = []
    for block in try node.list() {
      placed += try slots(ofBlock: block)
      guard placed.count <= SlotReader.most else {
        throw block.refusal("A group has at most \(SlotReader.most) slots.")
      }
    }
    guard !placed.isEmpty else { throw node.refusal("Expected at least one block of slots.") }
    guard placed.contains(where: { $0.slot.mark != .whileHigh }) else {
      throw node.refusal("Expected at least one slot that is there without a high flag.")
    }
    let inOrder = placed.enumerated().sorted { left, right in
      (left.element.slot.minutes, left.offset) < (right.element.slot.minutes, right.offset)
    }.map(\.element)
    for (earlier, later) in zip(inOrder, inOrder.dropFirst()) {
      try check(later, after: earlier.slot)
    }
    return inOrder.map(\.slot)
  }

  private func check(
    _ later: Placed,
    after earlier: PlannedSlot
  ) throws(ProtocolRefusal) {
    let slot = later.slot
    guard slot.minutes != earlier.minutes else {
      throw later.node.refusal("The group has a slot at \(slot.minutes) minutes already.")
    }
    guard slot.opens > .minutes(earlier.minutes) else {
      throw later.node.refusal(
        "With its tolerance the slot at \(slot.minutes) minutes begins at "
          + "\(slot.opens.wholeMinutes), not after the one at \(earlier.minutes) is due."
      )
    }
  }

  private func slots(ofBlock node: ProtocolNode) throws(ProtocolRefusal) -> [Placed] {
    let block = try checked(node.anyObject())
    let mark = try block.required("mark").word(SlotMark.allCases.map { ($0.rawValue, $0) })
    let ownTolerance = try block.optional("tolerance").map { (node) throws(ProtocolRefusal) in
      try times.tolerance(node)
    }
    let basis = try standings.basis(of: block)
    return try minutes(of: block).map { minutes, node in
      let slot = PlannedSlot(
        minutes: minutes,
        tolerance: .minutes(ownTolerance ?? times.tolerance),
        mark: mark,
        basis: basis
      )
      return Placed(slot: slot, node: node)
    }
  }

  /// A block has the keys of one of its two forms.
  private func checked(_ object: ProtocolObject) throws(ProtocolRefusal) -> ProtocolObject {
    let repeated = SlotReader.repeatedKeys.compactMap { object.optional($0) }
    if object.optional("at") != nil {
      if let other = repeated.first {
        throw other.refusal("Slots are “at” minutes, or “every” so many, not both.")
      }
      return try object.allowing(["at"] + SlotReader.sharedKeys)
    }
    if !repeated.isEmpty {
      return try object.allowing(SlotReader.repeatedKeys + SlotReader.sharedKeys)
    }
    _ = try object.allowing(["at"] + SlotReader.repeatedKeys + SlotReader.sharedKeys)
    throw object.node.refusal("The key “at” or “every” is missing.")
  }

  private func minutes(
    of block: ProtocolObject
  ) throws(ProtocolRefusal) -> [(Int, ProtocolNode)] {
    if let at = block.optional("at") {
      let minutes = try at.distinct { (element) throws(ProtocolRefusal) in
        try element.minutes()
      }
      guard !minutes.isEmpty else { throw at.refusal("Expected at least one minute.") }
      return Array(zip(minutes, try at.list()))
    }
    let every = try block.required("every")
    let step = try every.minutes(in: 1...1_440)
    let from = try block.required("from").minutes()
    let until = try block.required("until").minutes(in: from...1_440)
    return stride(from: from, through: until, by: step).map { ($0, every) }
  }
}
