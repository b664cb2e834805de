import ByteText
import Testing

@testable import DataFiles

/// TeX commands whose backslash is an escape.
@Suite struct LostCommandTests {
  private func words(_ issues: [DataIssue], in text: String) -> [String] {
    issues.filter { $0.id == "data/tex-escape" }.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    (#"$\frac{\nabla x}{\theta_i}$"#, [#"\frac"#, #"\nabla"#, #"\theta"#]),
    (#"\textbf{x} and \beta, \rho"#, [#"\textbf"#, #"\beta"#, #"\rho"#]), (#"\boo \foo"#, [#"\boo"#, #"\foo"#]),
    (#"$a \times b$ \\(\neq\\) \\[\nu\\]"#, [#"\times"#, #"\neq"#, #"\nu"#]), (#"$a\to b$"#, [#"\to"#]),
    (#"\tau_i \tan\theta"#, [#"\tau"#, #"\tan"#, #"\theta"#]),
    (#"$$\ne$$"#, [#"\ne"#]),
  ]) func areReported(text: String, lost: [String]) {
    let source = "[\"\(text)\"]"
    let issues = json(source).issues
    #expect(words(issues, in: source) == lost)
    #expect(issues.allSatisfy { $0.severity == .warning })
    #expect(issues.map(\.help) == lost.map { "write `\\\($0)`" })
  }

  @Test(arguments: [
    #"first line\nnabla is a word"#, #"a\tb\tto\tan"#, #"a\r\nb\rnext"#, #"for $5\nnot for \\$6"#, #"\\frac \\theta"#,
    #"costs $3\nnew"#, #"a\ttable\ttext"#, #"$a$\nnu"#, #"$x =\ne^{x}$ and\nmore"#, "plain", #"\n\t\r\b\f"#,
    #"\u0009heta"#, #"\\(x\\)\nneq"#, #"$$x =\ne^{-y}$$"#,
  ]) func honestEscapesAreNot(text: String) {
    #expect(json("[\"\(text)\"]").issues.isEmpty)
  }

  @Test func yamlHasMoreEscapes() {
    let text = #"- "$\alpha \varepsilon \eta \theta \Lambda \Psi$ a\nb \Next\_line""#
    let issues = yaml(text).issues
    #expect(words(issues, in: text) == [#"\alpha"#, #"\varepsilon"#, #"\eta"#, #"\theta"#, #"\Lambda"#, #"\Psi"#])
    #expect(issues.first?.help == #"write `\\alpha`, or put the text into single quotes"#)
    #expect(yaml(#"- '$\alpha$'"#).issues.isEmpty)
    #expect(yaml(#"- $\alpha$"#).issues.isEmpty)
  }

  @Test(arguments: [
    (#"\alpha"#, "alpha"), (#"\mu"#, "mu"), (#"\sum_i"#, "sum"), (#"\upsilon"#, "upsilon"),
    (#"\underline{x}"#, "underline"),
  ]) func otherCommandsAreErrors(text: String, name: String) {
    let issues = json("[\"\(text)\"]").issues
    #expect(issues.map(\.help) == ["write `\\\\\(name)`"])
    #expect(issues.map(\.severity) == [.error])
    #expect(issues.map(\.range) == [2..<3 + name.utf8.count])
  }

  @Test func otherSignsAreEscapedBackslashes() {
    #expect(json(#"["\{"]"#).issues.map(\.help) == ["a backslash itself is written `\\\\`"])
  }

  @Test func manyAreCounted() {
    let text = "[" + (0..<1000).map { _ in #""\frac""# }.joined(separator: ",") + "]"
    let issues = json(text).issues
    #expect(issues.count == JSONReader.issueLimit + 1)
    #expect(issues.last?.message == "900 more mistakes up to here are not shown")
    #expect(issues.last?.severity == .warning)
  }
}
