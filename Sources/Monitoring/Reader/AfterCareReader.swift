import SessionRecord

/// Reads what is done after a session, by when, and what closes it.
struct AfterCareReader {
  private static let keys = [
    "id", "title", "occasion", "opensHours", "dueHours", "grows", "closing", "standing", "source",
  ]

  let standings: StandingReader
  let scales: ListedScales

  func tasks(_ node: ProtocolNode) throws(ProtocolRefusal) -> [AfterCareTask] {
    var tasks: [AfterCareTask] = []
    for element in try node.list() {
      let object = try element.object(keys: AfterCareReader.keys)
      let task = try task(object)
      guard !tasks.contains(where: { $0.id == task.id }) else {
        throw try object.required("id").refusal("Another task has the id “\(task.id)” already.")
      }
      tasks.append(task)
    }
    guard !tasks.isEmpty else {
      throw node.refusal("Expected at least one task; leave the key out for none.")
    }
    return tasks
  }

  private func task(_ object: ProtocolObject) throws(ProtocolRefusal) -> AfterCareTask {
    let id = TaskID(try object.required("id").key("a task's id"))
    let title = try object.required("title").words("a title", most: 200)
    let occasion = try object.required("occasion")
      .word([AfterCareTask.Occasion.dose, .serious].map { ($0.rawValue, $0) })
    let opens = try object.required("opensHours").hours()
    let dueNode = try object.required("dueHours")
    let due = try dueNode.hours()
    guard due >= opens else {
      throw dueNode.refusal("The task is due before it opens, which is at \(opens) hours.")
    }
    let grows = try object.optional("grows").map { (node) throws(ProtocolRefusal) in
      try growth(node, since: opens)
    }
    return AfterCareTask(
      id: id,
      title: title,
      occasion: occasion,
      opens: .hours(opens),
      due: .hours(due),
      grows: grows ?? [],
      closing: try closing(object.required("closing")),
      basis: try standings.basis(of: object)
    )
  }

  /// In the order of time, each of them later and higher than the one before it.
  private func growth(
    _ node: ProtocolNode,
    since opens: Int
  ) throws(ProtocolRefusal) -> [AfterCareTask.Growth] {
    let priorities: [Priority] = [.high, .medium, .low]
    var grows: [AfterCareTask.Growth] = []
    for element in try node.list() {
      let object = try element.object(keys: ["afterHours", "priority"])
      let afterNode = try object.required("afterHours")
      let hours = try afterNode.hours()
      let priorityNode = try object.required("priority")
      let priority = try priorityNode.word(priorities.map { ($0.word, $0) })
      guard hours >= opens else {
        throw afterNode.refusal("The task grows before it opens, which is at \(opens) hours.")
      }
      if let last = grows.last {
        guard .hours(hours) > last.after else {
          throw afterNode.refusal("A task grows later than the step before.")
        }
        guard priority > last.priority else {
          throw priorityNode.refusal("A task grows to a higher priority than the step before.")
        }
      }
      grows.append(AfterCareTask.Growth(after: .hours(hours), priority: priority))
    }
    guard !grows.isEmpty else {
      throw node.refusal("Expected at least one step; leave the key out for none.")
    }
    return grows
  }

  private func closing(_ node: ProtocolNode) throws(ProtocolRefusal) -> AfterCareTask.Closing {
    switch node.value.kind {
    case .string:
      try node.word([
        ("follow-up", AfterCareTask.Closing.followUp), ("integration", .integration),
      ])
    case .object:
      .scores(try scales.names(node.object(keys: ["scores"]).required("scores")))
    default:
      throw node.expected("“follow-up”, “integration”, or an object with “scores”")
    }
  }
}
