import SessionRecord

extension MonitoringProtocol {
  /// Reads a protocol from its text; *name* is the file or built-in that it came from.
  ///
  /// Unknown keys, keys given twice, missing ones, wrong types and numbers without a source are refused,
  /// with the file, the path in the document, line and column, and what was expected. A clearing that
  /// names no standing and source of its own has those of its rule.
  package init(reading bytes: [UInt8], from name: String) throws(ProtocolRefusal) {
    let value = try JSONText.value(of: bytes, from: name)
    let node = ProtocolNode(
      value: value,
      path: DocumentPath(),
      document: ProtocolNode.Document(bytes: bytes, file: name)
    )
    self = try ProtocolReader(
      document: node.object(keys: ProtocolReader.keys)
    ).monitoringProtocol()
  }
}

/// Reads the document's head.
///
/// Scales, rules, schedule, criteria for leaving, and what is before and after a session have readers
/// of their own.
struct ProtocolReader {
  static let schema = "vigil/protocol/1"
  static let keys = [
    "schema", "id", "version", "title", "notice", "settings", "drug", "medicines", "effects",
    "baseline", "sources", "scales", "news2", "rules", "schedule", "leaving",
    "screening", "course", "afterCare",
  ]

  let document: ProtocolObject

  func monitoringProtocol() throws(ProtocolRefusal) -> MonitoringProtocol {
    _ = try document.required("schema").word([(ProtocolReader.schema, true)])
    let id = try document.required("id").key("an id")
    let version = try document.required("version").key("a version", most: 32)
    let title = try document.required("title").words("a title", most: 200)
    let notice = try document.required("notice").words("a notice", most: 1_000)
    let settings = try settings()
    let sources = try sources()
    let standings = StandingReader(sources: sources)
    let (formulary, mostBasis) = try formulary(standings)
    let effects = try addedEffects()
    let baseline = try document.required("baseline")
      .word(BaselineMethod.allCases.map { ($0.rawValue, $0) })
    let scales = try document.optional("scales").map { (node) throws(ProtocolRefusal) in
      try ScaleReader(standings: standings).scales(node)
    }
    let news2 = try document.optional("news2").map { (node) throws(ProtocolRefusal) in
      try self.news2(node, standings)
    }
    let vocabulary = Vocabulary(
      addedEffects: effects,
      scales: ListedScales((scales ?? []).map(\.scale))
    )
    let rulesNode = try document.required("rules")
    let rules = try RuleReader(
      standings: standings,
      vocabulary: vocabulary,
      takesNEWS2: news2 != nil
    ).rules(rulesNode)
    let schedule = try document.optional("schedule").map { (node) throws(ProtocolRefusal) in
      try ScheduleReader(standings: standings, vocabulary: vocabulary).schedule(node)
    }
    let leaving = try document.optional("leaving").map { (node) throws(ProtocolRefusal) in
      try LeavingReader(
        standings: standings,
        requirements: RequirementReader(effects: vocabulary.effects, medicines: formulary.medicines)
      ).criteria(node)
    }
    let gates = try document.optional("screening").map { (node) throws(ProtocolRefusal) in
      try GateReader(
        standings: standings,
        requirements: GateRequirementReader(
          scales: vocabulary.scales,
          rules: try NamedRules(in: rulesNode)
        )
      ).gates(node)
    }
    let course = try document.optional("course").map { (node) throws(ProtocolRefusal) in
      try CourseRuleReader(
        standings: standings,
        scales: vocabulary.scales,
        gates: gates ?? []
      ).rules(node)
    }
    let afterCare = try document.optional("afterCare").map { (node) throws(ProtocolRefusal) in
      try AfterCareReader(standings: standings, scales: vocabulary.scales).tasks(node)
    }
    return MonitoringProtocol(
      id: ProtocolID(id),
      version: version,
      title: title,
      settings: settings,
      formulary: formulary,
      mostBasis: mostBasis,
      addedEffects: effects,
      baseline: baseline,
      scales: scales ?? [],
      news2: news2,
      rules: rules,
      schedule: schedule ?? .none,
      leaving: leaving ?? [],
      gates: gates ?? [],
      course: course ?? [],
      afterCare: afterCare ?? [],
      sources: sources,
      notice: notice
    )
  }

  private func settings() throws(ProtocolRefusal) -> [Setting] {
    let node = try document.required("settings")
    let settings = try node.distinct { (element) throws(ProtocolRefusal) in
      try element.word(Setting.allCases.map { ($0.rawValue, $0) })
    }
    guard !settings.isEmpty else { throw node.refusal("Expected at least one setting.") }
    return settings
  }

  private func sources() throws(ProtocolRefusal) -> [String: String] {
    let object = try document.required("sources").anyObject()
    var texts: [String: String] = [:]
    for member in object.members {
      let node = object.value(of: member)
      guard !member.key.isEmpty, member.key.count <= 64 else {
        throw node.refusal("Expected a key of 1 to 64 characters.")
      }
      texts[member.key] = try node.words("the source in words", most: 1_000)
    }
    return texts
  }

  private func formulary(
    _ standings: StandingReader
  ) throws(ProtocolRefusal) -> (Formulary, mostBasis: Basis?) {
    let drug = try document.required("drug").object(keys: ["name", "route", "most", "sameClass"])
    let nameNode = try drug.required("name")
    let name = try nameNode.name("a drug")
    let route = try drug.required("route").word(Route.allCases.map { ($0.word, $0) })
    let medicines = try document.required("medicines").distinct {
      (element) throws(ProtocolRefusal) in try element.name("a medicine")
    }
    guard medicines.contains(name) else {
      throw nameNode.expected("one of the protocol's medicines")
    }
    let sameClass = try drug.required("sameClass").distinct {
      (element) throws(ProtocolRefusal) in try element.name("a drug")
    }
    let most = try most(of: drug, standings)
    let formulary = Formulary(
      medicines: medicines,
      ownDrug: name,
      ownRoute: route,
      mostMilligramsPerKilogram: most?.thousandths,
      sameClass: sameClass
    )
    return (formulary, most?.basis)
  }

  /// The most that is expected in one dose, in thousandths of mg/kg, and on what it stands.
  private func most(
    of drug: ProtocolObject,
    _ standings: StandingReader
  ) throws(ProtocolRefusal) -> (thousandths: Int, basis: Basis)? {
    guard let node = drug.optional("most") else { return nil }
    let most = try node.object(keys: ["value", "unit", "standing", "source"])
    let basis = try standings.basis(of: most)
    _ = try most.required("unit").word([(DoseUnit.milligramPerKilogram.text, true)])
    let thousandths = try most.required("value").number("an amount in mg/kg", in: 1...1_000_000)
    return (thousandths, basis)
  }

  private func news2(
    _ node: ProtocolNode,
    _ standings: StandingReader
  ) throws(ProtocolRefusal) -> NEWS2Terms {
    let object = try node.object(keys: ["within", "standing", "source"])
    let within = try object.required("within").minutes()
    return NEWS2Terms(within: .minutes(within), basis: try standings.basis(of: object))
  }

  private func addedEffects() throws(ProtocolRefusal) -> [EffectName] {
    let known = EffectName.common + EffectName.crises + EffectName.circumstances
    return try document.required("effects").distinct { (element) throws(ProtocolRefusal) in
      let effect = EffectName(try element.name("an effect"))
      guard !known.contains(effect) else {
        throw element.refusal("\(element.value.found) is known already; list only added effects.")
      }
      return effect
    }
  }
}
