/// What is the same in the templates of both other engines: the page around the cards.
enum DayTemplate {
  /// A template with its loop over the cards.
  static func page(cards: String) -> String { head + cards + foot }

  private static let head = """
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

    """

  private static let foot = """
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
