import Mustache

/// The same page for swift-mustache, written out in one template without partials.
struct MustachePage {
  private let template: MustacheTemplate
  private let context: [String: Any]

  init(_ day: Day) throws {
    template = try MustacheTemplate(string: Self.source)
    context = dictionaries(day) { $0 }
  }

  func render() -> String { template.render(context) }

  private static let source = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Wednesday, 7 January 2026 · Daily Papers</title>
    <meta name="description" content="Papers of the day">
    <meta name="color-scheme" content="light dark">
    <link rel="stylesheet" href="style.css">
    <link rel="icon" href="icon.svg" type="image/svg+xml">
    <link rel="prev" href="/date/2026-01-06/">
    </head>
    <body class="kind-day">
    <a class="skip" href="#main">Skip to content</a>
    <header class="masthead"><div class="wrap">
    <p class="brand"><a href="/"><img src="icon.svg" alt="" width="26" height="26">Daily Papers</a> <span>{{ tagline }}</span></p>
    <nav aria-label="Main"><ul>
    <li><a href="/">Daily</a></li>
    <li><a href="/trending/">Trending</a></li>
    <li><a href="/tags/">Tags</a></li>
    <li><a href="/orgs/">Organizations</a></li>
    <li><a href="/authors/">Authors</a></li>
    <li><a href="/archive/">Archive</a></li>
    </ul></nav>
    </div></header>
    <main id="main" class="wrap">
    <header class="dateline">
    <nav class="periods" aria-label="Period"><ul>
    <li><a href="/date/2026-01-07/" aria-current="true">Day</a></li>
    <li><a href="/week/2026-W02/">Week</a></li>
    <li><a href="/month/2026-01/">Month</a></li>
    <li><a href="/year/2026/">Year</a></li>
    </ul></nav>
    <h1><time datetime="2026-01-07">Wednesday, 7 January 2026</time></h1>
    <p class="count">{{ count }} {{ papers_word }}</p>
    <nav class="steps" aria-label="Days"><a class="back" rel="prev" href="/date/2026-01-06/">Tue 6 Jan</a>
    </nav>
    </header>
    <ol class="cards">
    {{#papers}}
    <li class="card">
    <div>{{{coins}}}
    <h2><a href="{{url}}">{{title}}</a> <span class="new">New</span></h2>
    <p class="by">{{#organization}}<a class="org" href="{{organization.url}}">{{organization.name}}</a>{{/organization}}{{^organization}}<span>{{authors}} {{authors_word}}</span>{{/organization}} <span>Published <time datetime="{{published}}">{{published_text}}</time></span></p>
    <div class="abstract">{{{abstract}}}</div>
    <ul class="counts">
    <li class="votes"><b>{{upvotes}}</b> <span>{{votes_word}}</span></li>
    <li class="comments">{{comments}} <span>{{comments_word}}</span></li>
    {{#code}}<li class="code"><a href="{{code}}">Code</a></li>
    {{/code}}{{#project}}<li><a href="{{project}}">Project</a></li>
    {{/project}}<li><a href="{{pdf}}">PDF</a></li>
    </ul>
    <details class="more"><summary>More</summary></details>
    </div>
    {{#thumbnail}}<a class="thumb" href="{{url}}" tabindex="-1" aria-hidden="true"><img src="{{thumbnail}}" alt="" width="240" height="130" loading="lazy"></a>
    {{/thumbnail}}</li>
    {{/papers}}
    </ol>
    <nav class="pages" aria-label="Neighbouring days"><a class="back" href="/date/2026-01-06/" rel="prev">Tuesday, 6 January</a>
    <span></span></nav>
    </main>
    <footer class="colophon"><div class="wrap">
    <p>Daily Papers, made with sitegen</p>
    </div></footer>
    </body>
    </html>
    """
}
