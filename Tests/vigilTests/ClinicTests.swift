import Foundation
import Testing

/// What `vigil clinic` sets, shows and refuses, and what follows from it.
@Suite struct ClinicTests {
  @Test func `says what to type where nothing is set, and leaves no record`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let expected = """
      No clinic is set: prints have no head, and are in °C, kg and on A4.
      As: vigil clinic --name 'Northgate Clinic' --by LH

      """
    #expect(try program.must("clinic").output == expected)
    #expect(try program.must("clinic", "--history").output == expected)
    #expect(program.recordBytes == nil)
    try program.addPatients()
    #expect(try program.must("clinic").output == expected)
  }

  @Test func `sets what is named and keeps the rest`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.picture("logo.png")
    try program.must(
      "clinic",
      "--name",
      "Northgate Clinic",
      "--address",
      "12 Harbour Street",
      "--address",
      "Springfield",
      "--telephone",
      "+1 555 0100",
      "--logo",
      "logo.png",
      "--by",
      "LH"
    )
    try program.must("clinic", "--zone", "America/Chicago", "--temperature", "fahrenheit")
    try program.must("clinic", "--paper", "letter", "--weight", "pounds", "--by", "MB")
    let text = try program.must("clinic").output
    for line in [
      "Northgate Clinic", "12 Harbour Street", "Springfield", "telephone +1 555 0100",
      "logo: PNG, 70 bytes", "paper: Letter", "zone: America/Chicago",
      "units: °F, with °C beside it; lb, with kg beside it",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
    #expect(text.contains("set by MB"))
    try program.must("clinic", "--logo", "none", "--telephone", "none", "--zone", "none")
    try program.must("clinic", "--address", "none")
    let json = try JSONOutput(program.must("clinic", "--format", "json").output)
    #expect(json["clinic", "logo"] is NSNull)
    #expect(json["clinic", "telephone"] is NSNull)
    #expect(json["clinic", "zone"] is NSNull)
    #expect(json["clinic", "address"] as? [String] == [])
    #expect(json["clinic", "paper"] as? String == "letter")
    #expect(json.objects("history").count == 5)
  }

  @Test func `shows who set what and when`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("clinic", "--name", "Northgate", "--by", "LH")
    try program.must("clinic", "--name", "Northgate Clinic", "--paper", "letter", "--by", "MB")
    let lines = try program.must("clinic", "--history").output
      .split(separator: "\n").map { String($0) }
    #expect(lines.filter { $0.hasPrefix("LH 20") || $0.hasPrefix("MB 20") }.count == 2)
    #expect(lines.contains("  name: Northgate"))
    #expect(
      Array(lines.suffix(2))
        == ["  name: Northgate Clinic (was Northgate)", "  paper: Letter (was A4)"]
    )
    let again = try program.must("clinic", "--paper", "letter").output
    #expect(again.hasSuffix("\nIt was so already. Nothing was added.\n"))
    #expect(try program.must("clinic", "--history").output.split(separator: "\n").count == 13)
  }

  @Test func `refuses what is no clinic, and stores nothing`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.write("not a picture", to: "logo.png")
    try program.write("\u{89}PNG", to: "short.png")
    try program.picture("whole.png")
    _ = try program.shell("head -c 60 whole.png > cut.png")
    let nothing = "Nothing was stored."
    let refusals = [
      WrongUse(
        "vigil clinic --paper letter",
        exits: 65,
        says: """
          The clinic has no name. \(nothing)
          As: vigil clinic --name 'Northgate Clinic' --by LH
          """
      ),
      WrongUse(
        "vigil clinic --name X --zone Mars/Olympus",
        exits: 64,
        says: """
          This machine knows no time zone “Mars/Olympus”.
          Give a name such as Europe/Berlin.
          """
      ),
      WrongUse(
        "vigil clinic --name X --logo logo.png",
        exits: 65,
        says: """
          The logo is neither a PNG nor a JPEG picture. \(nothing)
          Save it as a PNG.
          """
      ),
      WrongUse(
        "vigil clinic --name none",
        exits: 65,
        says: """
          The clinic has no name. \(nothing)
          As: vigil clinic --name 'Northgate Clinic' --by LH
          """
      ),
      WrongUse(
        "vigil clinic --name X --logo cut.png",
        exits: 65,
        says: """
          The logo ends in the middle of the picture. \(nothing)
          Copy the file again, or save it as a PNG.
          """
      ),
      WrongUse(
        "vigil clinic --name X --logo nowhere.png",
        exits: 66,
        says: "There is no file nowhere.png."
      ),
      WrongUse(
        "vigil clinic --name X --address a --address b --address c --address d --address e",
        exits: 65,
        says: """
          An address has at most 4 lines, and these are 5. \(nothing)
          Shorten it.
          """
      ),
      WrongUse(
        "vigil clinic --name \"$(printf '%081d' 0)\"",
        exits: 65,
        says: """
          “000000000000000000000000…” is over 80 letters. \(nothing)
          Shorten it.
          """
      ),
      WrongUse(
        #"vigil clinic --name "$(printf 'North\033[2Jgate')""#,
        exits: 64,
        says: """
          The name holds a control character. \(nothing)
          Write it on one line, in plain text.
          """
      ),
      WrongUse(
        "vigil clinic --name X --history",
        exits: 64,
        says: """
          --history only shows. Nothing was set.
          Leave it out, or give it alone.
          """
      ),
      WrongUse(
        "vigil clinic --name X --name Y",
        exits: 64,
        says: "--name is there twice. Nothing was stored."
      ),
      WrongUse(
        "vigil clinic --name X --paper a5",
        exits: 64,
        says: """
          The value 'a5' is invalid for '--paper <paper>'. Please provide one of 'a4' and 'letter'.
          vigil clinic --help shows how it is used.
          """
      ),
    ]
    try program.refuses(refusals)
    #expect(program.recordBytes == nil)
    try program.must("clinic", "--name", "Northgate", "--by", "LH")
    try program.refuses(Array(refusals.dropFirst()))
    program.environment["VIGIL_BY"] = nil
    try program.refuses([
      WrongUse(
        "vigil clinic --name X",
        exits: 64,
        says: """
          Who sets it for the clinic? Nothing was set.
          Add --by LH, or set VIGIL_BY.
          """
      )
    ])
    #expect(try program.must("clinic", "--history").output.split(separator: "\n").count == 10)
  }

  @Test func `sessions are opened in the clinic's zone, which is said`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.must("clinic", "--name", "Northgate", "--zone", "Asia/Kolkata")
    let said = try program.start().said
    #expect(said.contains("Asia/Kolkata (+05:30)"))
    #expect(said.hasSuffix("Times are the clinic's, Asia/Kolkata; this machine is set to GMT.\n"))
    #expect(try zone(of: "1", program) == "Asia/Kolkata")
    let own = try program.must(
      "start",
      "P-015",
      "--protocol",
      "iv-0.5-40",
      "--prescriber",
      "LH",
      "--zone",
      "Asia/Tokyo"
    ).said
    #expect(own.contains("Asia/Tokyo (+09:00)"))
    #expect(!own.contains("Times are"))
    #expect(try zone(of: "2", program) == "Asia/Tokyo")
  }

  @Test func `a clinic on this machine's clock is said nothing about`() throws {
    var program = try VigilProgram()
    defer { program.discard() }
    try program.addPatients()
    try program.must("clinic", "--name", "Northgate", "--zone", "Europe/Berlin")
    program.environment["TZ"] = "Europe/Paris"
    let said = try program.start().said
    #expect(said.contains("Europe/Berlin"))
    #expect(!said.contains("Times are"))
  }

  private func zone(of session: String, _ program: VigilProgram) throws -> String? {
    let json = try JSONOutput(program.must("report", session, "--format", "json").output)
    return json["session", "zone"] as? String
  }

  @Test(.enabled(if: Validator.python != nil, "VIGIL_PYTHON names no Python with jsonschema"))
  func `its JSON is as its schema says, and no other form of it is`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    #expect(try program.shell("vigil clinic --format json > document").status == 0)
    #expect(try Validator.objections(to: "document", of: program) == "")
    try program.picture("logo.png")
    try program.must("clinic", "--name", "Northgate", "--logo", "logo.png", "--address", "One")
    #expect(try program.shell("vigil clinic --format json > document").status == 0)
    #expect(try Validator.objections(to: "document", of: program) == "")
  }
}

extension VigilProgram {
  /// A PNG of one grey point, 70 bytes.
  func picture(_ name: String) throws {
    let text =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=="
    guard let bytes = Data(base64Encoded: text) else { throw VigilProgram.Missing() }
    try bytes.write(to: folder.appendingPathComponent(name))
  }
}
