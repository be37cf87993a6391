import Foundation
import Testing

/// Every JSON output of the program against its schema, which is closed.
@Suite(.enabled(if: Validator.python != nil, "VIGIL_PYTHON names no Python with jsonschema"))
struct SchemasTests {
  @Test func `every JSON output is as its schema says, and no other form of it is`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.tellEverything()
    try program.write(try program.doubtful(), to: "ours.json")
    try program.adopt("ours.json")
    for command in [
      "timeline 1", "timeline 1 --vitals", "timeline 2", "timeline 3", "report 1", "report 2",
      "report 3", "flags", "flags --priority high", "effects", "effects --kind nausea", "sessions",
      "sessions --patient P-015", "status", "patient list",
      "patient show P-014", "patient show P-015", "protocol list", "protocol show iv-0.5-40",
      "protocol show esketamine-in", "protocol show ours", "protocol check iv-0.5-40",
      "protocol check ours.json", "protocol diff iv-0.5-40 ours", "protocol diff im sl-remote",
      "protocol diff im im", "replay --protocol ours", "replay --protocol iv-0.5-40",
      "replay --protocol im --since 2100-01-01", "key list", "checkpoint", "checkpoint 1",
      "accesses",
      "verify", "verify 1", "verify 4 --chains", "verify 99 --expect 0123456789abcdef", "board",
      "clinic", "summary",
      "summary --since 2100-01-01", "due", "due --all", "due 1", "due 4 --all",
      "leaving 1",
      "leaving 2", "leaving 3", "leaving 4", "leaving 4 --met gait --escort 'sister, A. Meier'",
    ] {
      let outcome = try program.shell("vigil \(command) --format json > document")
      let found = ["due", "leaving", "protocol check ours", "verify 99"]
        .contains { command.hasPrefix($0) }
      #expect(outcome.status == 0 || found && outcome.status == 1, "\(command): \(outcome.errors)")
      #expect(try Validator.objections(to: "document", of: program) == "", "\(command)")
    }
    _ = try program.shell("vigil timeline 99 --format json 2> document")
    #expect(try Validator.objections(to: "document", of: program) == "", "an error")
  }

  @Test func `keys are sorted, numbers are as typed, and times have their zone`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must("add", "t 36.6 rr 14")
    let text = try program.must("timeline", "1", "--format", "json").output
    #expect(text.contains(#""value": 36.6"#))
    #expect(text.contains(#""value": 14"#))
    // Not any "14.0", which a time of day may hold.
    #expect(!text.contains(#""value": 14."#))
    let entry = try #require(try program.entries().last)
    for key in ["observed", "recorded"] {
      let time = entry[key] as? String ?? ""
      #expect(
        time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/) != nil,
        "\(time)"
      )
    }
    var places: [String.Index] = []
    for key in ["asOf", "entries", "flags", "gaps", "patient", "schema", "session", "timeZero"] {
      places.append(try #require(text.range(of: "\n  \"\(key)\":")).lowerBound)
    }
    #expect(places == places.sorted())
  }
}

extension VigilProgram {
  /// Three sessions that hold every kind of entry and every state of a flag.
  fileprivate func tellEverything() throws {
    try openSession()
    let lines = [
      "@-60m 124/78 72 98% rr 14 moaas 5 A ra", "@-59m ketamine 36 mg iv over 40 min", "check LH",
      "@-58m start infusion", "@-50m defer spo2 -- probe off, asleep", "@-50m 182/112 84 95%",
      "@-45m 186/108 28 95%", "@-44m nausea 6/10",
      "@-43m dissociation severe distressing -- eyes wide", "@-40m pause infusion",
      "@-39m resume infusion", "@-38m rate infusion 30 mg/h", "@-35m 150/90 80 97%",
      "@-30m 148/90 80 97%", "@-29m chest pain", "@-28m bp unrecordable",
      "@-27m bp - t 98.2F -- cuff error", "@-26m weight 158lb o2 2 l etco2 38",
      "give labetalol 10 mg iv", "give ondansatron 4 mg iv", "ketamine 0.5 mg/kg im",
      "stop infusion given 30 mg", "waste 6 mg", "scale cadss 21/92", "do head up 30", "note calm",
      "mark", "mark vomiting", "nausea gone", "no headache", "vomited",
      "hr 252", "stop infusion", "120/80 70 98%",
    ]
    for line in lines { try must("add", line) }
    try must("add", "hr 252")
    try must("fix", "last", "hr", "152", "--because", "one digit was typed wrong")
    try must("fix", "2", "@-61m", "126/78", "--because", "clock read wrong")
    try must("void", "16", "--because", "wrong patient")
    try must("add", "mark")
    try must("undo")
    try must("ack", "1", "head up; LH told")
    // Some are met and one is not; of the rest nobody has said anything.
    _ = try run(["leaving", "1", "--met", "gait,oriented", "--not-met", "cannula-out"])
    try must(
      "end",
      "1",
      "--decided-by",
      "LH",
      "--because",
      "cannula-out=kept in for the ward",
      "--because",
      "goes to the ward",
      "--escort",
      "sister, A. Meier",
      "--instructions",
      "no driving",
      "--ready-minute",
      "95"
    )
    try must("fix", "-s", "1", "7", "188/108", "--because", "misread")
    try start("P-015", room: "9")
    try must("add", "120/80 72 98%")
    try must("start", "P-014", "--protocol", "esketamine-in", "--prescriber", "LH")
    try must("add", "-s", "3", "187/97")
    try must("void-session", "3", "--because", "opened twice")
    try must("start", "P-014", "--protocol", "iv-0.5-40", "--prescriber", "LH")
    try must("add", "-s", "4", "@-30m ketamine 36 mg iv")
    try must("end", "2", "--against-advice", "wants to go home", "--witness", "MB")
  }
}

/// The JSON Schema validator that scripts/test makes ready, which is not ours.
enum Validator {
  static var python: String? {
    ProcessInfo.processInfo.environment["VIGIL_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What is wrong with a document by its own schema, or with that schema; empty where nothing is.
  static func objections(to document: String, of program: VigilProgram) throws -> String {
    let outcome = try program.execute(
      URL(fileURLWithPath: python ?? "python3"),
      ["-c", script, Checkout.file("schemas").path, document]
    )
    return outcome.output + outcome.errors
  }

  /// Checks a document, then every way of renaming, dropping, adding or mistyping one member of it,
  /// each kind of place once.
  private static let script = #"""
    import copy, json, sys
    from jsonschema import Draft202012Validator as Validator

    folder, path = sys.argv[1:]
    document = json.load(open(path, encoding="utf-8"))
    product, name, version = document["schema"].split("/")
    schema = json.load(open(f"{folder}/{name}-v{version}.json", encoding="utf-8"))
    Validator.check_schema(schema)
    validator = Validator(schema)
    for error in validator.iter_errors(document):
        print("/".join(map(str, error.absolute_path)), error.message[:300])

    def objects(value, place=()):
        if isinstance(value, dict):
            yield place
            for key, inner in value.items():
                yield from objects(inner, place + (key,))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                yield from objects(inner, place + (number,))

    def objects(value, place=()):
        if isinstance(value, dict):
            yield place
            for key, inner in value.items():
                yield from objects(inner, place + (key,))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                yield from objects(inner, place + (number,))

    def at(root, place):
        for part in place:
            root = root[part]
        return root

    def alone(value, place):
        """The document with one thing in each list, that which leads to a place: small, so quick."""
        if isinstance(value, dict):
            on, rest = (place[0], place[1:]) if place else (None, None)
            return {key: alone(inner, rest if key == on else None) for key, inner in value.items()}
        if isinstance(value, list):
            if place:
                return [alone(value[place[0]], place[1:])]
            return [alone(inner, None) for inner in value[:1]]
        return value

    seen = set()
    for place in list(objects(document)):
        part = at(document, place)
        form = tuple("*" if isinstance(step, int) else step for step in place)
        form += (str(part.get("kind")), tuple(sorted(part)))
        if form in seen:
            continue
        seen.add(form)
        small, short = alone(document, place), tuple(0 if isinstance(step, int) else step for step in place)
        if not validator.is_valid(small):
            small, short = document, place

        def refused(change, what):
            changed = copy.deepcopy(small)
            change(at(changed, short))
            if validator.is_valid(changed):
                print("/".join(map(str, place)) or "the document", "is accepted with", what)

        refused(lambda part: part.update(unheard=1), "another member")
        for key in part:
            refused(lambda part: part.pop(key), f"no {key}")
            refused(lambda part: part.update({key + "s": part.pop(key)}), f"{key} renamed")
            refused(lambda part: part.update({key: [{"unheard": 1}]}), f"another type of {key}")
    """#
}
