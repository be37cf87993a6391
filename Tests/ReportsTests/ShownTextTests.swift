import Testing

@testable import Reports

struct ShownTextTests {
  @Test(arguments: [
    ("plain words", "plain words"), ("Müller, 中文", "Müller, 中文"),
    ("a\u{1B}[2Jb", "a<U+001B>[2Jb"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
    ("x\u{202E}y", "x<U+202E>y"), ("x\u{2066}y\u{2069}", "x<U+2066>y<U+2069>"),
    ("a\u{200B}b\u{FEFF}", "a<U+200B>b<U+FEFF>"), ("\u{9B}31m", "<U+009B>31m"),
    ("\u{7F}", "<U+007F>"), ("\u{2028}", "<U+2028>"), ("a\u{3164}b", "a<U+3164>b"),
    ("\u{336}x", "<U+0336>x"), ("\u{E0041}", "<U+E0041>"), ("a\u{3000}b", "a b"),
  ]) func `writes out what would act on a terminal or hide`(stored: String, shown: String) {
    #expect(ShownText(stored).text == shown)
  }

  @Test func `stops towers of marks`() {
    let tower = "e" + String(repeating: "\u{301}", count: 10)
    let marks = ShownText(tower).text.unicodeScalars.filter { $0 == "\u{301}" }
    #expect(marks.count == 3)
  }

  @Test(arguments: [
    ("36.8 °C", "36.8 C"), ("Head up 30°", "Head up 30 deg"), ("T−5 – –", "T-5 - -"),
    ("▲1 ▼2 ●3", "^1 v2 !3"), ("Müller-Lüdenscheid, Łódź", "Muller-Ludenscheid, Lodz"),
    ("中", "<U+4E2D>"), ("“0” †", "\"0\" +"),
  ]) func `has a plain form for everything`(shown: String, plain: String) {
    #expect(ASCIIForm(shown).text == plain)
  }

  @Test(arguments: [
    ("abc", 3), ("中文", 4), ("é", 1), ("e\u{301}", 1), ("▲", 1), ("😀", 2), ("ﾊ", 1), ("ｶﾞＡ", 4),
    ("한", 2), ("", 0),
  ]) func `measures columns, not letters`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
