import SessionRecord

/// What is wrong with a command itself.
enum CommandRefusal: Refusal, Hashable {
  case emptyRecordPath
  case noHome
  case nothingToAdd
  case unknownAddOption(String)
  case optionWithoutValue(String)
  case optionTwice(String)
  case badID(String)
  case notAMoment(String, String)
  case unknownZone(String)
  case unknownProtocol(String, near: String?)
  case noSuchFile(String)
  case unreadableFile(String, String)
  case fileTooLarge(String, limit: String)
  case unreadableInput(String)
  case inputTooLarge(limit: String)
  case tooManyLines(Int, most: Int)
  case badEntryNumber(String)
  case emptyReason
  case emptyLine(String)
  case entryMissing
  case weight(String)
  case prescriberMissing
  case authorMissing
  case unknownChoice(option: String, String, choices: [String])
  case recordExists(String)
  case zoneNeedsDate
  case optionNeedsNewSession(String)
  case patientMissing
  case protocolMissing
  case patientLooksAlike(PatientCode, PatientCode)
  case dateNeedsZone
  case untilBeforeSince
  case sessionTwice
  case notUTF8Argument
  case noFolder(String)
  case patientExists(PatientCode)
  case optionAfterReason(String)
  case twoReasons
  case tooManyWords(String)
  case controlCharacter(String)
  case watchSeconds(String)
  case criterionMissing(option: String)
  /// Of one criterion or, without one, of all.
  case reasonTwice(CriterionID?)
  case witnessMissing
  case adviceMissing
  case adopterMissing
  case badProtocolID(String)
  case exampleID(String)
  case unknownSpO2Scale(String)

  var kind: RefusalKind {
    switch self {
    case .noSuchFile, .unknownProtocol: .notFound
    case .fileTooLarge, .weight, .unreadableFile, .unreadableInput, .inputTooLarge, .tooManyLines:
      .badInput
    case .recordExists, .noFolder: .cannotWrite
    case .patientExists, .patientLooksAlike: .notAllowed
    case .emptyRecordPath, .noHome, .nothingToAdd, .unknownAddOption, .optionWithoutValue,
      .optionTwice, .badID, .notAMoment, .unknownZone, .badEntryNumber,
      .emptyReason, .emptyLine, .entryMissing, .prescriberMissing, .authorMissing, .unknownChoice,
      .zoneNeedsDate, .dateNeedsZone, .untilBeforeSince, .sessionTwice, .notUTF8Argument,
      .optionNeedsNewSession,
      .patientMissing, .protocolMissing,
      .optionAfterReason, .twoReasons,
      .tooManyWords, .controlCharacter, .watchSeconds, .criterionMissing, .reasonTwice,
      .witnessMissing, .adviceMissing, .adopterMissing, .badProtocolID, .exampleID,
      .unknownSpO2Scale:
      .usage
    }
  }

  var problem: String {
    switch self {
    case .emptyRecordPath: "--record is empty."
    case .noHome: "There is no HOME to keep the record in."
    case .nothingToAdd: "There is nothing to add."
    case .unknownAddOption(let option): "Unknown option \(option). Nothing was stored."
    case .optionWithoutValue(let option): "\(option) needs a value. Nothing was stored."
    case .optionTwice(let option): "\(option) is there twice. Nothing was stored."
    case .badID(let text): "“\(text)” is not a UUID. Nothing was stored."
    case .notAMoment(let option, let text): "\(option) “\(text)” is not a date or a time."
    case .unknownZone(let name): "This machine knows no time zone “\(name)”."
    case .unknownProtocol(let name, _): "There is no protocol “\(name)”."
    case .noSuchFile(let path): "There is no file \(path)."
    case .unreadableFile(let path, let why): "\(path) cannot be read: \(why)."
    case .fileTooLarge(let path, let limit): "\(path) is larger than \(limit)."
    case .unreadableInput(let why):
      "Standard input cannot be read: \(why). Nothing was stored."
    case .inputTooLarge(let limit):
      "Standard input is larger than \(limit). Nothing was stored."
    case .tooManyLines(let count, let most):
      "Standard input has \(count) lines; \(most) at most go in at once. Nothing was stored."
    case .badEntryNumber(let text): "“\(text)” is not an entry: write its number, or last."
    case .emptyReason: "The reason is empty. Nothing was stored."
    case .entryMissing: "void needs the entry. Nothing was stored."
    case .emptyLine(let command): "\(command) needs what to change. Nothing was stored."
    case .weight(let text): "The weight “\(text)” is not understood. No session was opened."
    case .prescriberMissing: "Who prescribed? No session was opened."
    case .authorMissing: "Who opens the session? No session was opened."
    case .unknownChoice(let option, let text, _): "\(option) “\(text)” is unknown."
    case .recordExists(let path): "There is already a file \(path)."
    case .zoneNeedsDate: "--zone without --date has nothing to place."
    case .optionNeedsNewSession(let option):
      "\(option) is for a new session; -s names one that has it already."
    case .patientMissing: "Whose file is it? Nothing was imported."
    case .noFolder(let path): "No folder can be made in \(path)."
    case .patientLooksAlike(let code, let other):
      "\(code) differs from the patient \(other) only in its capitals. Nothing was stored."
    case .dateNeedsZone:
      "--date without --zone does not say whose clock the file's times are. Nothing was imported."
    case .untilBeforeSince: "--until is before --since, so nothing can lie between them."
    case .sessionTwice: "The session is named twice. Nothing was stored."
    case .notUTF8Argument: "What was typed is not UTF-8 text. Nothing was stored."
    case .protocolMissing: "Under which protocol? Nothing was imported."
    case .patientExists(let code): "There is already a patient \(code). Nothing was stored."
    case .optionAfterReason(let option): "\(option) stands after the reason. Nothing was stored."
    case .twoReasons: "There are two reasons: after -- and after --because. Nothing was stored."
    case .tooManyWords(let word): "“\(word)” is one word too many. Nothing was stored."
    case .controlCharacter(let what): "The \(what) holds a control character. Nothing was stored."
    case .watchSeconds(let text): "--watch “\(text)” is not a number of seconds from 1 to 3600."
    case .criterionMissing(let option): "\(option) names no criterion. Nothing was stored."
    case .reasonTwice(let criterion):
      "There are two reasons for \(criterion?.text ?? "all criteria"). Nothing was stored."
    case .witnessMissing: "Leaving against advice needs a witness. Nothing was stored."
    case .adviceMissing:
      "--witness is for leaving against advice, and no --against-advice is given. Nothing was stored."
    case .adopterMissing: "Who adopts it for the clinic? Nothing was adopted."
    case .badProtocolID(let text): "“\(text)” cannot be a protocol's id. Nothing was written."
    case .exampleID(let id):
      "\(id) is the id of an example that comes with Vigil. Nothing was written."
    case .unknownSpO2Scale(let text):
      "“\(text)” is no SpO2 scale of NEWS2. No session was opened."
    }
  }

  var remedy: String? {
    switch self {
    case .emptyRecordPath: "Leave it out, or name a file."
    case .noHome: "Name the record with --record or VIGIL_RECORD."
    case .nothingToAdd: "As: vigil add 156/95 92 96%"
    case .unknownAddOption:
      "Options stand before the line: -s, --by, --id, --record. As: vigil add -s 12 --by KO 156/95"
    case .optionWithoutValue: "As: vigil add -s 12 --by KO 156/95 92 96%"
    case .optionTwice: nil
    case .badID: "Leave --id out, or give a UUID as 3F2504E0-4F89-11D3-9A0C-0305E82C3301."
    case .notAMoment: "Write 2026-11-19 or 2026-11-19T14:05:00+01:00."
    case .unknownZone: "Give a name such as Europe/Berlin."
    case .unknownProtocol(_, let near):
      near.map { "Did you mean \($0)? vigil protocol list shows all." }
        ?? "vigil protocol list shows all; a file is named by its path."
    case .noSuchFile, .unreadableFile, .fileTooLarge, .unreadableInput, .inputTooLarge: nil
    case .tooManyLines(_, let most): "Add it in parts: head -n \(most) first, then the rest."
    case .badEntryNumber: "vigil timeline shows the numbers."
    case .emptyReason: "Say why in a few words."
    case .emptyLine: "As: vigil fix 17 hr 84 --because 'digits transposed'"
    case .weight: "As: --weight 72, --weight 71.5 or --weight 158lb"
    case .prescriberMissing: "Add --prescriber LH."
    case .authorMissing: "Add --by KO, or set VIGIL_BY."
    case .unknownChoice(_, _, let choices): "Choose: \(choices.joined(separator: ", "))."
    case .recordExists: "Name another with --record."
    case .zoneNeedsDate: "Add --date 2026-11-19, or leave --zone out."
    case .optionNeedsNewSession: "Leave it out."
    case .patientMissing: "Add --patient P-014, or -s with an open session."
    case .noFolder: "Name the new record with --record."
    case .patientLooksAlike(_, let other):
      "If it is the same patient: vigil patient show \(other). If not, choose another code."
    case .dateNeedsZone: "Add the zone, as --zone Europe/Berlin."
    case .untilBeforeSince: "Exchange the two."
    case .sessionTwice: "As: vigil end P-014"
    case .notUTF8Argument: "Type it again, or set the terminal to UTF-8."
    case .protocolMissing: "Add --protocol iv-0.5-40, or -s with an open session."
    case .patientExists(let code): "Look with vigil patient show \(code)."
    case .optionAfterReason:
      "Options stand before the entry: vigil fix --by KO 17 hr 84 --because …"
    case .twoReasons: "Give one: vigil fix 17 hr 84 --because 'digits transposed'"
    case .entryMissing, .tooManyWords: "As: vigil void 18 --because 'wrong patient'"
    case .controlCharacter: "Write it on one line, in plain text."
    case .watchSeconds: "As: --watch 20. A session stands before it: vigil due P-014 --watch 20"
    case .criterionMissing: "As: --met gait,oriented"
    case .reasonTwice: "Give one for each: --because 'gait=uses a frame' --because 'seen by LH'"
    case .witnessMissing: "Add --witness MB."
    case .adviceMissing: "Add --against-advice 'wants to go home', or leave --witness out."
    case .adopterMissing: "Add --by LH, or set VIGIL_BY."
    case .badProtocolID:
      "Use 1 to 64 letters, digits, -, _ or ., as: vigil protocol new our-iv --from iv-0.5-40"
    case .exampleID(let id): "Choose another, as: vigil protocol new our-\(id) --from \(id)"
    case .unknownSpO2Scale:
      "It is 1, or 2 for a target of 88 to 92% by the prescriber's decision: --spo2-scale 2"
    }
  }
}
