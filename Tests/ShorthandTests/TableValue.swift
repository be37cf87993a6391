/// A value in the conformance table; numbers are exact to the thousandth.
enum TableValue: Decodable, Equatable, CustomStringConvertible {
  case flag(Bool)
  case number(thousandths: Int)
  case text(String)
  case list([TableValue])
  case object([String: TableValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(thousandths: Int((number * 1_000).rounded()))
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([TableValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: TableValue].self))
    }
  }

  static func whole(_ whole: Int) -> TableValue { .number(thousandths: whole * 1_000) }

  var description: String {
    switch self {
    case .flag(let flag): "\(flag)"
    case .number(let thousandths): "\(Double(thousandths) / 1_000)"
    case .text(let text): "“\(text)”"
    case .list(let list): "\(list)"
    case .object(let object):
      object.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
  }
}
