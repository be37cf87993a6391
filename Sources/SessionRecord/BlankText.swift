/// Nothing but spaces says nothing.
func refuseBlank(_ text: String?, _ what: String) throws(ValueRefusal) {
  guard let text, text.allSatisfy(\.isWhitespace) else { return }
  throw .emptyText(what: what)
}
