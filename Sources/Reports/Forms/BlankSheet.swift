/// How many empty lines a paper chart has of each sort.
enum BlankSheet {
  static let doses = 4
  static let effects = 4
  static let events = 3
}
