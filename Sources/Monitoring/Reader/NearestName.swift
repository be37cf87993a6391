import SessionRecord

/// The name that was likely meant, whatever its case, hyphens and spaces; nil where none is near.
///
/// The beginning of a single name will do as well: `sys` is `systolic`.
func nearestName(to typed: String, among names: [String]) -> String? {
  let wanted = folded(typed)
  let known = names.map { (name: $0, folded: folded($0)) }
  if let near = nearest(to: wanted, among: known.map(\.folded)) {
    return known.first { $0.folded == near }?.name
  }
  guard wanted.utf8.count > 2 else { return nil }
  let longer = known.filter { $0.folded.hasPrefix(wanted) }
  return longer.count == 1 ? longer.first?.name : nil
}

private func folded(_ name: String) -> String {
  name.lowercased().filter { $0 != "-" && $0 != " " }
}
