import Papers

/// Changes of the site's own theme: templates that print whatever a template can reach, so that a page which forgets
/// to note something that it has read is found.
enum ThemeEdits {
  static let all: KeyValuePairs<String, SiteEdit> = [
    "shadow a page's template": { site, random in
      let kind = random.pick(kinds)
      site.theme["templates/\(kind.name).html"] = template(kind, &random)
    },
    "shadow the base template": { site, random in
      site.theme["templates/base.html"] =
        "{% extends 'default:base.html' %}{% block footer %}{{ super() }}\(random.pick(anywhere))\n{% endblock %}"
    },
    "shadow a partial": { site, random in
      site.theme["templates/partials/row.html"] = "<li>\(random.some(of: ofPaper, 1..<4).joined())</li>\n"
    },
    "shadow a feed": { site, random in
      let entries = random.some(of: ofEntry, 1..<5).joined()
      site.theme["templates/feeds/atom.xml"] =
        "<feed>\(random.some(of: ofFeed, 1..<4).joined()){% for entry in feed.entries %}\(entries){% endfor %}</feed>\n"
    },
    "unshadow a template": { site, random in
      let names = site.theme.keys.filter { $0.hasPrefix("templates/") }.sorted()
      if let name = names.randomElement(using: &random) { site.theme[name] = nil }
    },
    "write a static file": { site, random in
      site.theme["static/\(random.pick(["extra.css", "img/logo.svg", "robots.css"]))"] = random.pick(Vocabulary.words)
    },
    "shadow the style sheet": { site, random in site.theme["static/style.css"] = random.pick(Vocabulary.words) },
    "delete a static file": { site, random in
      let names = site.theme.keys.filter { $0.hasPrefix("static/") }.sorted()
      if let name = names.randomElement(using: &random) { site.theme[name] = nil }
    },
  ]

  private static let kinds: [(name: String, prints: [String])] = [
    ("home", anywhere + ofDay), ("day", ofDay), ("week", ofPeriod("week") + ofListing), ("month", ofMonth),
    ("year", ofPeriod("year") + ["{% for m in year.months %}{{ m.name }}:{{ m.count }} {% endfor %}"]),
    ("archive", anywhere), ("trending", ofListing), ("paper", ofPaper + ["{{ page.description }}{{ day.count }}"]),
    ("tags", ofTerms("tags")), ("tag", ofTerm("tag") + ofListing), ("authors", ofTerms("authors")),
    ("author", ofTerm("author") + ofListing), ("organizations", ofTerms("organizations")),
    ("organization", ofTerm("organization") + ofListing), ("page", anywhere + ["{{ content }}"]), ("404", anywhere),
    ("code", ofListing),
  ]

  private static func template(_ kind: (name: String, prints: [String]), _ random: inout SeededRandom) -> String {
    let prints = random.some(of: kind.prints + [random.pick(anywhere)], 1..<4).joined(separator: "\n")
    return "{% extends 'default:\(kind.name).html' %}{% block main %}{{ super() }}\n\(prints)\n{% endblock %}"
  }

  private static let anywhere = [
    "{{ site.title }}{{ site.tagline }}{{ site.description }}{{ (site.params or {}).word }}",
    "{{ (site.latest or {}).date }} {{ (site.first or {}).date }}{{ (site.first or {}).count }}",
    "{{ (site.latest or {}).papers|length }}",
    "{% for d in site.days[:3] %}{{ d.date }}={{ d.count }} {% endfor %}", "{{ site.days|length }}",
    "{% for w in site.weeks %}{{ w.name }}={{ w.count }} {{ (w.newer or {}).name }}{% endfor %}",
    "{% for m in site.months %}{{ m.name }}={{ m.days|length }} {{ (m.older or {}).name }}{% endfor %}",
    "{% for y in site.years %}{{ y.name }}={{ y.count }}{% endfor %}",
    "{% for p in site.papers[:4] %}{{ p.title }} {{ p.upvotes }}{% endfor %}",
    "{% for p in site.papers[1:3] %}{{ p.id }}{% endfor %}", "{{ (site.papers|last or {}).id }}",
    "{{ site.papers|length }}",
    "{% for p in site.trending[:3] %}{{ p.id }} {{ p.score|round(2) }}{% endfor %}",
    "{% for t in site.tags %}{{ t.name }}={{ t.count }} {{ t.latest }}{% endfor %}",
    "{% for t in site.top_tags[:2] %}{{ t.title }} {{ t.url }}{% endfor %}",
    "{% for p in site.pages %}{{ p.title }} {{ p.weight }} {{ p.description }} {{ p.in_menu }}{% endfor %}",
    "{{ site.paper_count }}", "{{ site.day_count }}", "{{ site.tag_count }}", "{{ site.author_count }}",
    "{{ site.organization_count }}", "{% for f in site.feeds %}{{ f.title }}{{ f.url }}{% endfor %}",
    "{% for f in page.feeds %}{{ f.title }}{{ f.permalink }}{% endfor %}",
    "{% for e in page.exports %}{{ e.label }}{{ e.url }}{% endfor %}",
    "{{ page.kind }}{{ page.title }}{{ page.description }}{{ page.canonical }}",
    "{{ page.number }} of {{ page.count }} {{ page.newer }} {{ page.older }}", "{{ page.metadata }}",
    "{{ asset('extra.css') if (site.params or {}).word else '' }}",
    "{% for m in site.months[:1] %}{% for r in m.weeks %}{% for c in r %}{{ (c.day or {}).count }}{% endfor %}{% endfor %}{% endfor %}",
    "{% for p in site.papers if p.withdrawn %}{{ p.id }}{% endfor %}",
    "{{ site.papers|map(attribute='stars')|join(',') }}", "{{ site.tags|map(attribute='title')|sort|join(',') }}",
    "{% for g in site.papers|groupby('author_count') %}{{ g.grouper }}:{{ g.list|length }}{% endfor %}",
  ]

  private static let ofDay = [
    "{{ day.date }}{{ day.weekday }}{{ day.number }}{{ day.is_latest }}",
    "{{ (day.newer or {}).date }}{{ (day.older or {}).count }}",
    "{{ (day.week or {}).name }}{{ (day.week or {}).count }}{{ (day.week or {}).days|length }}",
    "{{ (day.month or {}).count }}{{ (day.year or {}).count }}",
    "{{ ((day.newer or {}).newer or {}).date }}{{ ((day.older or {}).older or {}).papers|length }}",
    "{{ (day.papers|first or {}).title }}",
    "{% for p in day.papers %}{{ p.title_text }}{{ p.comments }}{{ p.keywords|join(',') }}{% endfor %}",
    "{% for p in ((day.newer or {}).papers or []) %}{{ p.id }}{% endfor %}",
  ]

  private static let ofMonth =
    ofPeriod("month") + [
      "{{ month.end }}{{ (month.year or {}).count }}", "{% for r in month.weeks %}{{ r|length }}{% endfor %}",
    ]

  private static func ofPeriod(_ name: String) -> [String] {
    [
      "{{ \(name).name }}{{ \(name).start }}{{ \(name).number }}", "{{ \(name).count }}",
      "{{ (\(name).newer or {}).name }}{{ (\(name).older or {}).count }}",
      "{% for d in \(name).days %}{{ d.date }}{{ d.count }}{% endfor %}",
      "{% for p in \(name).papers %}{{ p.id }}{{ p.upvotes }}{% endfor %}", "{{ \(name).papers|length }}",
      "{{ (\(name).papers|last or {}).title }}", "{{ ((\(name).newer or {}).newer or {}).name }}",
    ]
  }

  private static let ofListing = [
    "{% for p in page.papers %}{{ p.title }}{{ p.score|round(3) }}{% endfor %}", "{{ page.papers|length }}",
    "{% for p in page.papers %}{{ p.abstract_text|length }}{% endfor %}", "{{ page.number }}/{{ page.count }}",
    "{% for p in page.papers %}{{ (p.newer or {}).id }}{{ (p.older or {}).title }}{{ (p.day or {}).count }}{% endfor %}",
  ]

  private static func ofTerm(_ name: String) -> [String] {
    [
      "{{ \(name).name }}{{ \(name).title }}{{ \(name).slug }}", "{{ \(name).count }}{{ \(name).latest }}",
      "{{ \(name).description }}{{ \(name).avatar }}{{ \(name).homepage }}{{ \(name).orcid }}",
      "{% for p in \(name).papers %}{{ p.id }}{{ p.venue }}{% endfor %}", "{{ (\(name).papers|first or {}).title }}",
    ]
  }

  private static func ofTerms(_ name: String) -> [String] {
    [
      "{% for t in \(name) %}{{ t.title }}{{ t.count }}{{ t.latest }}{{ t.description }}{% endfor %}",
      "{% for t in \(name) %}{{ t.papers|length }}{{ (t.papers|first or {}).title }}{% endfor %}",
      "{{ \(name)|length }}",
    ]
  }

  private static let ofPaper =
    [
      "{{ paper.id }}{{ paper.title }}{{ paper.urn }}", "{{ paper.abstract }}",
      "{{ paper.abstract_text|truncate(30) }}",
      "{{ paper.summary }}{{ paper.summary_text }}", "{{ paper.bibtex }}", "{{ paper.coins }}",
      "{% for a in paper.authors %}{{ a.name }}{{ a.url }}{{ a.slug }}{{ a.orcid }}{{ a.affiliation }}{{ a.homepage }}{% endfor %}",
      "{{ paper.author_count }}",
      "{{ (paper.organization or {}).title }}{{ (paper.organization or {}).url }}{{ (paper.organization or {}).avatar }}",
      "{{ (paper.organization or {}).fullname }}{{ (paper.organization or {}).homepage }}{{ (paper.organization or {}).name }}",
      "{{ (paper.submitted_by or {}).name }}{{ (paper.submitted_by or {}).fullname }}",
      "{% for t in paper.tags %}{{ t.title }}{{ t.count }}{{ t.latest }}{% endfor %}", "{{ paper.keywords|join(',') }}",
      "{{ paper.media|join(',') }}", "{{ paper.aliases|join(',') }}",
      "{{ (paper.links or {}).code }}{{ (paper.links or {}).doi }}",
      "{% for l in paper.all_links %}{{ l.kind }}{{ l.label }}{{ l.url }}{% endfor %}",
      "{% for v in paper.versions %}{{ v.name }}{{ v.date }}{% endfor %}", "{{ paper.published }}{{ paper.updated }}",
      "{% for d in paper.featured %}{{ d.date }}{{ d.count }}{% endfor %}",
      "{{ (paper.day or {}).date }}{{ ((paper.day or {}).newer or {}).date }}",
      "{{ paper.is_new }}", "{{ (paper.newer or {}).title }}{{ (paper.older or {}).id }}",
      "{{ paper.upvotes }}{{ paper.comments }}",
      "{{ paper.stars }}{{ paper.discussion }}{{ paper.thumbnail }}", "{{ paper.score|round(4) }}",
      "{{ paper.withdrawn }}{{ paper.arxiv_id }}{{ paper.doi }}",
    ] + RecordFields.plainDetails.map { "{{ paper.\($0.name) }}" }

  private static let ofFeed = [
    "{{ feed.title }}{{ feed.subtitle }}", "{{ feed.updated }}", "{{ feed.updated_rfc822 }}", "{{ feed.id }}",
    "{{ feed.previous_archive }}{{ feed.is_archive }}", "{{ feed.permalink }}{{ feed.home }}{{ feed.subscription }}",
    "{{ feed.entries|length }}", "{{ feed.hub }}",
  ]

  private static let ofEntry = [
    "{{ entry.id }}{{ entry.url }}", "{{ entry.title }}", "{{ entry.published }}{{ entry.updated }}",
    "{% for a in entry.authors %}{{ a.name }}{{ a.url }}{% endfor %}", "{{ entry.author_names }}",
    "{% for t in entry.tags %}{{ t.title }}{{ t.count }}{% endfor %}", "{{ entry.content }}",
    "{{ (entry.paper or {}).upvotes }}{{ (entry.paper or {}).venue }}{{ (entry.paper or {}).license }}",
    "{{ (entry.day or {}).count }}",
    "{{ ((entry.day or {}).newer or {}).date }}",
    "{{ ((entry.paper or {}).day or {}).count }}{{ ((entry.paper or {}).older or {}).id }}",
  ]
}
