package import SessionRecord

/// What one typed line says.
///
/// The parser marks nothing as unverified; what is improbable is found where the session is known.
package enum TypedLine: Hashable {
  /// An entry, the time at which it was observed (nil for now), and what to say beside it: a near name,
  /// as `ondansetron?`, or the question how strong an effect is.
  case entry(Content, observed: Stamp?, hint: String?)
  case acknowledge(AcknowledgeTarget, text: String, observed: Stamp?)
  /// A correction: what it changes, or only the observed time.
  case fix(EntryTarget, change: Content?, observed: Stamp?, reason: String)
  case void(EntryTarget, reason: String)
  case undo

  package init(_ text: String, in context: LineContext) throws(LineRefusal) {
    let line = try Line(text)
    guard !line.words.isEmpty else { throw .line(.nothingEntered) }
    var parser = LineParser(line, in: context)
    self = try parser.typedLine()
  }

  /// A correction whose reason is given apart from the line, so that either may hold ` -- `.
  ///
  /// The line may begin with `@` and a time, and may be that time alone.
  package init(
    fixing target: EntryTarget,
    with text: String,
    because reason: String,
    in context: LineContext
  ) throws(LineRefusal) {
    let line = try Line(text)
    let because = try Line(reason)
    guard !because.words.isEmpty else { throw .correction(.reasonMissing(line: line.text)) }
    var parser = LineParser(line, in: context, correctingBecause: because.trimmed)
    self = try parser.fix(target)
  }
}
