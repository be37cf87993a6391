import SessionRecord

extension LineParser {
  /// Whether the next words can only be a dose: a listed medicine, or a word with an amount.
  var beginsDose: Bool {
    var parser = self
    if parser.takeListedMedicine() != nil { return true }
    guard let word, isDrugWord(word.lower), let amount = wordAfter else { return false }
    let joined = JoinedNumber(amount.typed)
    guard joined.number.contains(where: \.isNumber) else { return false }
    let next = place + 2 < end ? line.words[place + 2].lower : ""
    return DoseUnitWord(joined.unit.isEmpty ? next : joined.unit.lowercased()) != nil
  }

  /// A dose, from the drug's name to the end of the line, and a listed name near to an unlisted one.
  ///
  /// Only after `give` may an unlisted name have several words.
  mutating func dose(
    mayBeUnlistedWords: Bool
  ) throws(LineRefusal) -> (content: Content, hint: String?) {
    let drug = try drug(mayBeWords: mayBeUnlistedWords)
    let own = ownRouteWord(of: drug)
    let amount = try amount(of: drug, as: "\(drug) 36 mg \(own ?? "iv")")
    let route = try route(after: "\(drug) \(amount.typed)", own: own)
    let minutes = try duration()
    try finish("\(drug) \(amount.typed) \(route.word)", takesRemark: true)
    let remark = remark
    let dose = try checked { () throws(ValueRefusal) in
      try Dose(
        drug: drug,
        amount: amount,
        route: route,
        overMinutes: minutes,
        remark: remark
      )
    }
    return (.dose(dose), hint(for: drug))
  }

  /// `ondansetron?` for `ondansatron`; nil for a listed name, or where none is near.
  private func hint(for drug: String) -> String? {
    let medicines = context.vocabulary.formulary.medicines
    // Another drug of the class is a name of its own, however near.
    guard !medicines.contains(drug), !context.vocabulary.formulary.sameClass.contains(drug) else {
      return nil
    }
    return nearest(to: drug, among: medicines).map { "\($0)?" }
  }

  // MARK: - Drug

  private mutating func drug(mayBeWords: Bool) throws(LineRefusal) -> String {
    if let listed = takeListedMedicine() { return listed }
    var name: [String] = []
    while let word, isDrugWord(word.lower), name.count < (mayBeWords ? 3 : 1) {
      name.append(word.lower)
      place += 1
    }
    guard !name.isEmpty else { throw .dose(.drugMissing(word?.typed)) }
    let drug = name.joined(separator: " ")
    let fuller = context.vocabulary.formulary.medicines.filter { $0.hasPrefix(drug) }.sorted()
    guard fuller.isEmpty else {
      throw .dose(.abbreviation(drug, names: fuller, rest: line.text(place..<end)))
    }
    return drug
  }

  /// The longest listed name that the next words are.
  mutating func takeListedMedicine() -> String? {
    let most = min(context.vocabulary.mostMedicineWords, end - place)
    for count in stride(from: most, to: 0, by: -1) {
      let name = line.words[place..<place + count].map(\.lower).joined(separator: " ")
      if let medicine = context.vocabulary.medicine(name) {
        place += count
        return medicine
      }
    }
    return nil
  }

  private func isDrugWord(_ word: String) -> Bool {
    word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }

  // MARK: - Route and time

  /// The protocol's route for its own drug, as it is typed; nil for any other drug.
  private func ownRouteWord(of drug: String) -> String? {
    let formulary = context.vocabulary.formulary
    return drug == formulary.ownDrug ? RouteWord.word(for: formulary.ownRoute) : nil
  }

  /// A route is named only where it is the protocol's: any other would read as advice.
  private mutating func route(after dose: String, own: String?) throws(LineRefusal) -> Route {
    guard let word, word.lower != "over" else {
      throw .dose(.routeMissing(dose, write: own.map { "\(dose) \($0)" }))
    }
    guard let route = RouteWord.routes[word.lower] else {
      throw .dose(.notARoute(word.typed, write: RouteWord.write[word.lower]))
    }
    place += 1
    return route
  }

  /// Minutes of `over 40 min` or `over 1 h`.
  private mutating func duration() throws(LineRefusal) -> Int? {
    guard word?.lower == "over" else { return nil }
    place += 1
    guard let word else { throw .dose(.notADuration("over")) }
    let joined = JoinedNumber(word.typed)
    guard let count = PlainNumber(joined.number)?.whole else {
      throw .dose(.notADuration(word.typed))
    }
    place += 1
    var unit = joined.unit.lowercased()
    if unit.isEmpty, let next = self.word {
      unit = next.lower
      place += 1
    }
    switch unit {
    case "min", "mins", "minute", "minutes": return count
    case "h", "hour", "hours":
      // An hour count of this size is refused by the dose, in minutes.
      return count <= 1_000 ? count * 60 : count
    default:
      throw .dose(.notADuration(unit.isEmpty ? "\(joined.number)" : "\(joined.number) \(unit)"))
    }
  }
}
