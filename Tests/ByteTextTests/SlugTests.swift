import ByteText
import Testing

@Test(arguments: [
  ("cs.CL", "cs-cl"), ("Large Language Models", "large-language-models"), ("  Émile Zola! ", "emile-zola"),
  ("C++", "cplusplus"), ("C", "c"), ("C#", "csharp"), ("A+B", "a-b"), ("Bayes' rule", "bayes-rule"),
  ("Straße", "strasse"), ("Łukasz Æsir", "lukasz-aesir"), ("机器学习", "机器学习"), ("Машинное Обучение", "машинное-обучение"),
  ("Nguyễn Văn", "nguyen-van"), ("e\u{301}", "e"), ("...", ""), ("", ""), ("3D/4D", "3d-4d"), ("हिन्दी", "हिन्दी"),
  ("../..", ""), ("a\u{0}b", "a-b"), ("RLHF™", "rlhf"),
])
func slugs(_ name: String, _ slug: String) {
  #expect(Slug.text(for: name) == slug)
}

@Test func longSlugsStayApart() {
  let name = String(repeating: "長い", count: 50)
  let slugs = [name, name + "a", name + "b"].map(Slug.text(for:))
  #expect(Set(slugs).count == 3)
  #expect(slugs.allSatisfy { $0.utf8.count <= Slug.limit })
}
