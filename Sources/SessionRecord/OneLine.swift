/// A text that was read from a file, said back on one line: what breaks a line is written out, so that none of
/// it can stand as a line of the program's own.
package struct OneLine {
  package let text: String

  package init(_ read: String) {
    var said = String.UnicodeScalarView()
    for scalar in read.unicodeScalars {
      switch scalar {
      case "\n": said.append(contentsOf: "\\n".unicodeScalars)
      case "\r": said.append(contentsOf: "\\r".unicodeScalars)
      default: said.append(scalar)
      }
    }
    text = String(said)
  }
}
