import SessionRecord

extension LineParser {
  /// An amount with its unit, joined or in two words; *what* stands before it, and *example* is a
  /// line with one.
  mutating func amount(of what: String, as example: String) throws(LineRefusal) -> Amount {
    try amount(of: what, as: example, unit: DoseUnitWord.unit)
  }

  /// An amount whose unit the caller reads from its word.
  mutating func amount(
    of what: String,
    as example: String,
    unit read: (String) throws(LineRefusal) -> DoseUnit
  ) throws(LineRefusal) -> Amount {
    guard let word else { throw .dose(.amountMissing(what, write: example)) }
    let joined = JoinedNumber(word.typed)
    guard word.typed.contains(where: \.isNumber) else {
      throw .dose(.amountMissing(what, write: example))
    }
    let number = try doseNumber(joined.number.isEmpty ? word.typed[...] : joined.number)
    place += 1
    var unit = String(joined.unit)
    if unit.isEmpty, let next = self.word, next.lower != "over", RouteWord.routes[next.lower] == nil
    {
      unit = next.typed
      place += 1
    }
    guard !unit.isEmpty else {
      throw .dose(.unitMissing("\(what) \(joined.number)", write: example))
    }
    let doseUnit = try read(unit)
    return try checked { () throws(ValueRefusal) in
      try Amount(thousandths: number.thousandths, doseUnit)
    }
  }

  /// A number of a dose: `.5`, `1.0`, `5.` and `04` are refused with the right form.
  private func doseNumber(_ text: Substring) throws(LineRefusal) -> PlainNumber {
    if let right = rightForm(text) { throw .dose(.writeNumber(String(text), as: right)) }
    guard let number = PlainNumber(text) else {
      let plain = isGrouped(text) ? nil : inPlainDigits(text).flatMap { PlainNumber($0) }
      throw .dose(.notDigits(String(text), write: plain.map { decimal($0.thousandths) }))
    }
    return number
  }

  /// Whether a comma may stand for thousands: `1,000` must never be taken for 1.
  private func isGrouped(_ text: Substring) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    return parts.count > 2 || (parts.count == 2 && parts[1].count == 3)
  }

  private func rightForm(_ text: Substring) -> String? {
    var form = text
    if form.first == "." { form = "0" + form }
    if form.last == "." { form = form.dropLast() }
    if form.contains(".") {
      while form.last == "0" { form = form.dropLast() }
      if form.last == "." { form = form.dropLast() }
    }
    while form.count > 1, form.first == "0", form.dropFirst().first != "." {
      form = form.dropFirst()
    }
    guard form != text, PlainNumber(form) != nil, text.count(where: { $0 == "." }) < 2 else {
      return nil
    }
    // `1.000` is one to some and a thousand to others.
    return isGrouped(text) && form.first != "0"
      ? "\(form), or \(text.filter { $0 != "." })" : String(form)
  }
}

extension Amount {
  /// As it is typed: `36 mg`, `0.5 mg/kg`.
  var typed: String { "\(decimal(thousandths)) \(unit.text)" }
}
