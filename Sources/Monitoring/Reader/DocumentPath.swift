/// Where in a document a value stands: `rules[3].limit`.
struct DocumentPath {
  enum Part {
    case key(String)
    case index(Int)
  }

  private(set) var parts: [Part] = []

  func key(_ key: String) -> DocumentPath { with(.key(key)) }
  func index(_ index: Int) -> DocumentPath { with(.index(index)) }

  mutating func push(_ part: Part) { parts.append(part) }
  mutating func pop() { parts.removeLast() }

  /// Empty for the document itself.
  var text: String {
    var text = ""
    for part in parts {
      switch part {
      case .key(let key): text += text.isEmpty ? shortened(key) : "." + shortened(key)
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  private func with(_ part: Part) -> DocumentPath {
    var path = self
    path.push(part)
    return path
  }
}
