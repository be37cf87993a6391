import Testing

/// Wrong uses of the commands that seal, sign and verify, each with its one message.
@Suite struct WrongKeysTests {
  @Test func `says what is wrong with a key, a signature or a question, and leaves the record`()
    throws
  {
    let program = try VigilProgram()
    defer { program.discard() }
    try program.openSession()
    try program.passphraseFile()
    try program.passphraseFile("short", named: "short.txt")
    try program.passphraseFile("", named: "empty.txt")
    try program.refuses(WrongKeysTests.uses)
  }

  private static let uses = [
    WrongUse(
      "VIGIL_BY= vigil sign 1",
      exits: 64,
      says: "Who signs? Nothing was signed.\nAdd --by LH, or set VIGIL_BY."
    ),
    WrongUse(
      "vigil sign 1 --by LH",
      exits: 77,
      says: """
        {session} is open. Nothing was signed.
        A session is signed once it is closed: vigil end. Until then: vigil checkpoint {session}
        """
    ),
    WrongUse(
      "vigil sign 9 --by LH",
      exits: 66,
      says: "There is no session “9”.\nvigil sessions lists all."
    ),
    WrongUse(
      "vigil seal 1",
      exits: 77,
      says: """
        {session} is open. Nothing was signed.
        A session is signed once it is closed: vigil end. Until then: vigil checkpoint {session}
        """
    ),
    WrongUse(
      "vigil key make LH --by LH",
      exits: 64,
      says: """
        The passphrase for the key of LH cannot be asked for: there is no terminal. Nothing was stored.
        Type it on a terminal, or give a file of your own whose first line it is: --passphrase-file PATH
        """
    ),
    WrongUse(
      "vigil key make LH --by LH --passphrase-file nowhere.txt",
      exits: 66,
      says: """
        There is no file nowhere.txt. Nothing was stored.
        Name a file whose first line is the passphrase; - is standard input.
        """
    ),
    WrongUse(
      "vigil key make LH --by LH --passphrase-file /tmp",
      exits: 65,
      says: """
        /tmp cannot be read: Is a directory. Nothing was stored.
        Name a file whose first line is the passphrase; - is standard input.
        """
    ),
    WrongUse(
      "vigil key make LH --by LH --passphrase-file empty.txt",
      exits: 65,
      says: """
        empty.txt has no passphrase on its first line. Nothing was stored.
        Name a file whose first line is the passphrase; - is standard input.
        """
    ),
    WrongUse(
      "head -c 2000 /dev/zero | tr '\\0' a | vigil key make LH --by LH --passphrase-file -",
      exits: 65,
      says: """
        A passphrase has at most 1024 bytes. Nothing was stored.
        Take four words or more, in plain letters.
        """
    ),
    WrongUse(
      "printf 'four words \\377\\376 of mine\\n' | vigil key make LH --by LH --passphrase-file -",
      exits: 65,
      says: """
        The passphrase is not UTF-8 text. Nothing was stored.
        Take four words or more, in plain letters.
        """
    ),
    WrongUse(
      "vigil key rotate LH --by LH --passphrase-file mine.txt --new-passphrase-file mine.txt",
      exits: 77,
      says: "LH has no key in this record. Nothing was signed.\nMake one: vigil key make LH --by LH"
    ),
    WrongUse(
      "vigil key lost LH --because 'gone' --by LH",
      exits: 66,
      says: "No key in use in this record begins with “LH”.\nvigil key list shows all."
    ),
    WrongUse(
      "vigil checkpoint P-099",
      exits: 66,
      says: "There is no session “P-099”.\nvigil sessions lists all."
    ),
    WrongUse(
      "vigil verify 'two words'",
      exits: 64,
      says: """
        “two words” is neither a session nor a patient's code.
        Write a session's number, as 12, or a patient's code, as P-014, for the course.
        """
    ),
    WrongUse(
      "vigil verify 1 --expect 12ab",
      exits: 64,
      says: """
        4 digits are too few to know a digest by.
        Type the 64 digits (0 to 9, a to f) as they are printed, or at least the first 16; spaces may stay.
        """
    ),
    WrongUse(
      "vigil key lst",
      exits: 64,
      says: "There is no command “key lst”. Nothing was stored.\nDid you mean vigil key list?"
    ),
  ]
}
