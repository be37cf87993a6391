@testable import Reports

/// Texts that would become something else in a page, a stylesheet, an attribute or a terminal that did not
/// take them as words.
enum HostilePayloads {
  static let all = (html + attributes + styles + characters + templates + long).map(padded)

  /// With letters before it, to a length that many share: only then can two pages be compared.
  private static func padded(_ payload: String) -> String {
    let length = ShownText(payload).text.count
    let step = length > 400 ? 400 : 24
    let missing = (step - length % step) % step
    return String(repeating: "k", count: missing) + payload
  }

  /// Words of the same length as a payload when shown, with nothing in them.
  static func harmless(_ payload: String) -> String {
    let count = ShownText(payload).text.count
    return String((0..<count).map { $0.isMultiple(of: 2) ? "Q" : "z" })
  }

  private static let elements = [
    "script", "img", "iframe", "object", "embed", "form", "input", "base", "link", "meta", "style",
    "svg", "math", "video", "audio", "details", "template", "noscript", "textarea", "title",
    "select", "table", "frameset", "body", "html", "head", "plaintext", "xmp", "marquee", "portal",
  ]

  private static let html =
    elements.map { "<\($0) onload=alert(1)>" } + elements.map { "</\($0)>" }
    + elements.map { "</td></tr></table></\($0)><\($0) src=x>" }
    + [
      "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<<script>alert(1);//<</script>",
      "<script src=//x.example>", "<script/src=x>", "<script\u{0C}src=x>",
      "<img src=x onerror=alert(1)>",
      "<img/src/onerror=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
      "<svg><animate onbegin=alert(1) attributeName=x>", "<svg><use href=#x>", "</text></svg><b>",
      "<svg><foreignObject><body onload=alert(1)>", "</desc></title><script>",
      "<math><mtext></mtext>",
      "<!--", "-->", "<!-- --><b>", "--!><b>", "<!DOCTYPE html>", "<![CDATA[x]]>", "]]>",
      "<?xml x?>",
      "<?php echo 1 ?>", "<%@ x %>", "<a href=javascript:alert(1)>x</a>",
      "<a href='data:text/html,x'>",
      "<meta http-equiv=refresh content=0>", "<base href=//x.example>",
      "<link rel=stylesheet href=x>",
      "<p", "<", ">", "<>", "< b>", "</", "</ b>", "<b/>", "<b\n>", "<\u{0}b>", "&", "&amp;",
      "&lt;b&gt;",
      "&#60;b&#62;", "&#x3c;b&#x3e;", "&LT;b&GT;", "&lt", "&ampamp;", "&NotEqualTilde;", "&#0;",
      "&#xD800;",
      "&#1114112;", "&nbsp", "&quot;&gt;<b>",
    ]

  private static let attributes = [
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>", "` onmouseover=`alert(1)", "\" style=\"background:red",
    "\" class=\"x", "\" id=\"main", "\" src=\"//x.example", "\" href=\"javascript:alert(1)",
    "x\" y=\"z", "\"", "'", "''", "\"\"", "=\"", "\"/>", "\\\"", "\\'",
    "\" autofocus onfocus=alert(1) \"",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x",
    "data:text/html;base64,PHNjcmlwdD4=",
    "feed:javascript:alert(1)", "java\tscript:alert(1)", "//x.example/x.js", "file:///etc/passwd",
  ]

  private static let styles = [
    "</style><script>alert(1)</script>", "</STYLE><b>", "</style >", "</style/x>",
    "<style>*{}</style>",
    "\"; } * { display: none } @page { @top-left { content: \"", "\"; color: red; content: \"x",
    "'; } * { display: none }", "} body { display: none", "{} @import url(//x.example);",
    "@import '//x.example';", "url(//x.example/x)", "url(javascript:alert(1))",
    "expression(alert(1))",
    "/* */ * { display: none }", "*/ * { display: none } /*", "\\", "\\\\", "\\A * { }",
    "\\22; } * { display: none }", "\\000022 ; }", "\n\"; } * { }", "\u{0C}\"; }",
    "-->*{display:none}",
    "<!-- * { display: none } -->", "attr(title)", "counter(pages)", "content: \"x", "; !important",
    "@charset \"x\";", "U+0022", "\u{201C}; } * { }", "\\\n\"; } * { }",
  ]

  private static let characters = [
    "\u{202E}evil\u{202C}", "\u{2066}evil\u{2069}", "\u{200B}hidden\u{200D}", "\u{FEFF}mark",
    "\u{0}null",
    "\u{1B}[2J\u{1B}[H", "\u{1B}]8;;http://x\u{7}", "\u{9B}31m", "\u{7F}\u{80}\u{85}",
    "\r\nSet-Cookie: x",
    "\n\n\nCLOSED", "\u{2028}line\u{2029}", "\u{E000}private", "\u{FFFE}\u{FFFF}",
    "\u{10FFFF}\u{1FFFE}",
    "\u{E0041}tag\u{E007F}", "\u{FFFD}\u{FFFD}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{301}first", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{FF1C}script\u{FF1E}",
    "\u{2039}b\u{203A}",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "+/v8-x", "%3Cscript%3E", "\\u003cscript\\u003e",
    "\\x3cscript\\x3e", "&#x202E;", "\\uD800\\uDFFF", "\u{C0}\u{BC}script", "\u{85}next",
    "\t\ttab\u{B}",
    "\u{3000}wide\u{3000}", "\u{AD}soft", "\u{34F}join", "\u{115F}\u{1160}fill", "中文字\u{FE0F}",
  ]

  private static let templates = [
    "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% raw %}", "${jndi:ldap://x}", "$(touch x)",
    "`touch x`",
    "; DROP TABLE entry; --", "' OR '1'='1", "=HYPERLINK(\"x\")", "@SUM(1)", "%s%s%n", "{0}",
    "\\(x)", "$1",
    "!include x", "[[x]]", "{{constructor.constructor('alert(1)')()}}", "*|MERGE|*",
  ]

  private static let long = [
    String(repeating: "<b>", count: 800), String(repeating: "\"", count: 1_000),
    String(repeating: "W", count: 4_000), String(repeating: "&", count: 1_200),
    String(repeating: "</style>", count: 150), String(repeating: "中", count: 600),
    String(repeating: "a b ", count: 500), String(repeating: "-", count: 2_000),
  ]
}
