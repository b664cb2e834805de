import Testing

@testable import PaperText

/// Cases of our own for the sections of CommonMark 0.31; `DIFFERENCES.md` says where we differ on purpose.
@Suite struct CommonMarkTests {
  @Test(arguments: [
    // 2 Preliminaries
    ("\ta\tb", "<pre><code>a\tb</code></pre>"),
    ("-\ta\n\n\tb", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("\\# a\n\n\\* b\n\n1\\. c", "<p># a</p><p>* b</p><p>1. c</p>"),
    ("\\<b> \\[a](b) \\_c\\_ \\\\ \\z", "<p>&lt;b&gt; [a](b) _c_ \\ \\z</p>"),
    ("&copy; &#35; &#x25; &unknown; &amp;copy;", "<p>© # % &amp;unknown; &amp;copy;</p>"),
    ("&#42;a&#42; [b](/&ouml;)", "<p>*a* <a href=\"/%C3%B6\">b</a></p>"),
    // 4 Leaf blocks
    ("***\n---\n_ _ _", "<hr><hr><hr>"),
    ("# a #\n## b\\#\n####### c", "<h1 id=\"a\">a</h1><h2 id=\"b\">b#</h2><p>####### c</p>"),
    ("a\nb\n===\n\nc\n---", "<h1 id=\"a-b\">a b</h1><h2 id=\"c\">c</h2>"),
    ("    a\n      b\n\n    c\nd", "<pre><code>a\n  b\n\nc</code></pre><p>d</p>"),
    ("~~~ x y\na\n~~~~\nb", "<pre><code class=\"language-x\">a</code></pre><p>b</p>"),
    ("```\na", "<pre><code>a</code></pre>"),
    (
      "[a]: <b c> 'd'\n\n[A] [a][] [e][a]",
      "<p><a href=\"b%20c\" title=\"d\">A</a> <a href=\"b%20c\" title=\"d\">a</a> <a href=\"b%20c\" title=\"d\">e</a></p>"
    ),
    ("[a]: /u\n[a]: /v\n\n[a]\n\n[b]: x y", "<p><a href=\"/u\">a</a></p><p>[b]: x y</p>"),
    ("a\n\n\n\nb\n  c", "<p>a</p><p>b c</p>"),
    // 5 Container blocks
    (
      "> a\nb\n\n> > c\n> d",
      "<blockquote><p>a b</p></blockquote><blockquote><blockquote><p>c d</p></blockquote></blockquote>"
    ),
    (
      "- a\n+ b\n1) c\n2. d", "<ul><li>a</li></ul><ul><li>b</li></ul><ol><li>c</li></ol><ol start=\"2\"><li>d</li></ol>"
    ),
    ("-one\n\n- a\n\n      b", "<p>-one</p><ul><li><p>a</p><pre><code>b</code></pre></li></ul>"),
    ("a\n14. b\n1. c", "<p>a 14. b</p><ol><li>c</li></ol>"),
    ("- a\n - b\n  - c\n\n\n- d", "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li><li><p>d</p></li></ul>"),
    // 6 Inlines
    ("`` a ` b `` `c\nd` \\`e`", "<p><code>a ` b</code> <code>c d</code> `e‘</p>"),
    (
      "*a **b** c* ***d*** __e__f _g_h",
      "<p><em>a <strong>b</strong> c</em> <em><strong>d</strong></em> __e__f _g_h</p>"
    ),
    ("5*6*78 a*\"b\"*c", "<p>5<em>6</em>78 a*“b”*c</p>"),
    (
      "[a [b](c)](d) [e](f(g)h) [i](<j)k>) [l]( m )",
      "<p>[a <a href=\"c\">b</a>](d) <a href=\"f(g)h\">e</a> <a href=\"j)k\">i</a> <a href=\"m\">l</a></p>"
    ),
    (
      "[a](b \"c\\\"d\") [e](f 'g') [h](i (j))",
      "<p><a href=\"b\" title=\"c&#34;d\">a</a> <a href=\"f\" title=\"g\">e</a> <a href=\"i\" title=\"j\">h</a></p>"
    ),
    (
      "![a](b \"c\") [![d](e)](f)",
      "<p><img src=\"b\" title=\"c\" alt=\"a\"> <a href=\"f\"><img src=\"e\" alt=\"d\"></a></p>"
    ),
    (
      "<https://a.b/?c=d&e> <f@g.h> <https://i j>",
      "<p><a href=\"https://a.b/?c=d&amp;e\">https://a.b/?c=d&amp;e</a> <a href=\"mailto:f@g.h\">f@g.h</a> &lt;<a href=\"https://i\">https://i</a> j&gt;</p>"
    ),
    ("a <!-- b -- c --> d <!--> e <?f > ?> g", "<p>a d e g</p>"),
    ("a  \nb\\\nc `d  \ne`", "<p>a<br>b<br>c <code>d   e</code></p>"),
    ("<pre><code>\na *b*\n</code></pre>", "<pre><code>\na *b*\n</code></pre>"),
  ])
  func section(source: String, expected: String) {
    #expect(html(source, as: .markdown, role: .page) == expected)
  }
}
