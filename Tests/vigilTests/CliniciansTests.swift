import Foundation
import Testing

/// Who is listed, for what, and what follows from it.
@Suite struct CliniciansTests {
  @Test func `lists, changes, shows and takes off, in every format`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    #expect(
      try program.must(
        "clinician",
        "add",
        "LH",
        "--name",
        "Lena Hart",
        "--role",
        "administrator,prescriber",
        "--by",
        "LH"
      ).output == """
        LH (Lena Hart) is listed as: prescriber, administrator.
        LH has no key to sign with. To make one: vigil key make LH --by LH

        """
    )
    try program.must("clinician", "add", "MB", "--name", "=Mia", "--by", "LH")
    #expect(
      try program.must("clinician", "add", "MB", "--role", "reviewer", "--by", "LH").output
        == "MB (=Mia) is listed as: reviewer (was MB (=Mia): observer).\n"
    )
    let table = try program.must("clinician", "list").output
    #expect(table.contains("Lena Hart"))
    #expect(table.contains("prescriber, administrator"))
    let csv = try program.must("clinician", "list", "--format", "csv").output
    #expect(csv.hasPrefix("code,name,roles,listed,set_by,set_at\r\nLH,Lena Hart,"))
    #expect(csv.contains("\r\nMB,'=Mia,reviewer,yes,LH,"))
    try program.must("clinician", "remove", "MB", "--by", "LH")
    #expect(try !program.must("clinician", "list").output.contains("MB"))
    #expect(try program.must("clinician", "list", "--all").output.contains("taken off the list"))
    let json = try JSONOutput(
      program.must("clinician", "list", "--all", "--format", "json").output
    )
    let listed = json.objects("clinicians")
    #expect(listed.map { $0["code"] as? String } == ["LH", "MB"])
    #expect(listed.map { $0["listed"] as? Bool } == [true, false])
  }

  @Test func `refuses what would leave the list without an administrator`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    let first = try program("clinician", "add", "LH", "--role", "prescriber", "--by", "LH")
    #expect(first.status == 77)
    #expect(first.errors.contains("has to be an administrator"))
    #expect(first.errors.contains("vigil clinician add LH --role prescriber,administrator --by LH"))
    #expect(program.recordBytes == nil)
    try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    for arguments in [
      ["clinician", "remove", "LH", "--by", "LH"],
      ["clinician", "add", "LH", "--role", "observer", "--by", "LH"],
    ] {
      let last = try program.run(arguments)
      #expect(last.status == 77)
      #expect(last.errors.contains("is the only administrator"))
    }
    let other = try program("clinician", "add", "MB", "--by", "MB")
    #expect(other.status == 77)
    #expect(other.errors.contains("MB is not listed among the clinicians"))
    let unknown = try program("clinician", "add", "MB", "--role", "nurse", "--by", "LH")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("“nurse” is no role"))
    let missing = try program("clinician", "remove", "XY", "--by", "LH")
    #expect(missing.status == 66)
  }

  @Test func `who is not listed is stored all the same, and said`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    #expect(try !program.must("add", "118/74").output.contains("not listed"))
    try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    let answer = try program.must("add", "--by", "XY", "120/76").output
    #expect(answer.hasSuffix("\nXY is not listed among the clinicians.\n"))
    #expect(try program.entries().last?["author"] as? String == "XY")
    try program.must("clinician", "add", "XY", "--by", "LH")
    #expect(try !program.must("add", "--by", "XY", "121/76").output.contains("not listed"))
  }

  @Test func `a report says the full name and the roles beside the code`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.must(
      "clinician",
      "add",
      "KO",
      "--name",
      "Kim Okafor",
      "--role",
      "administrator,observer",
      "--by",
      "KO"
    )
    let beside = "Kim Okafor, observer, administrator"
    let notice = "The command line does not authenticate who is named."
    let text = try program.must("report", "1").output
    #expect(text.contains("Kim Okafor"))
    #expect(text.contains(notice))
    let page = try program.must("report", "1", "--format", "html").output
    #expect(page.contains("Kim Okafor, observer, administrator") || page.contains(beside))
    #expect(page.contains(notice))
    let json = try JSONOutput(program.must("report", "1", "--format", "json").output)
    let people = json.objects("present")
    #expect(people.contains { $0["fullName"] as? String == "Kim Okafor" })
  }

  @Test func `adopting, the clinic and forgetting take an administrator`() throws {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.must("clinician", "add", "LH", "--role", "administrator", "--by", "LH")
    for arguments in [
      ["protocol", "adopt", "im", "--by", "KO"],
      ["clinic", "--name", "Northgate", "--by", "KO"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 77, "\(arguments)")
      #expect(outcome.errors.contains("this takes an administrator"), "\(arguments)")
      #expect(outcome.errors.contains("vigil clinician add KO"), "\(arguments)")
    }
  }
}
