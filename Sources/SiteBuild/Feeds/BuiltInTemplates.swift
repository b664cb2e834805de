import Jinja

/// The templates that every site has, unless its theme has its own of the same name.
///
/// Identifiers, addresses, dates and contents come from the program as each format wants them: a theme that writes
/// its own only decides which of them it prints.
enum BuiltInTemplates {
  /// All of them.
  static let sources = [
    TemplateSource(name: "feeds/rss.xml", text: rss),
    TemplateSource(name: "feeds/atom.xml", text: atom),
  ]

  /// RSS 2.0. Readers show the first `dc:creator` only, so there is one with all names.
  private static let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:fh="http://purl.org/syndication/history/1.0">
    <channel>
    <title>{{ feed.title }}</title>
    <link>{{ feed.home }}</link>
    <description>{{ feed.subtitle }}</description>
    <language>{{ site.language }}</language>
    <generator>{{ site.version }}</generator>
    {% if feed.updated %}<lastBuildDate>{{ feed.updated_rfc822 }}</lastBuildDate>
    {% endif %}{% if not feed.is_archive %}<ttl>60</ttl>
    {% endif %}<atom:link rel="self" type="{{ feed.type }}" href="{{ feed.permalink }}"/>
    {% if feed.hub %}<atom:link rel="hub" href="{{ feed.hub }}"/>
    {% endif %}{% if feed.is_archive %}<fh:archive/>
    <atom:link rel="current" href="{{ feed.subscription }}"/>
    {% endif %}{% if feed.previous_archive %}<atom:link rel="prev-archive" href="{{ feed.previous_archive }}"/>
    {% endif %}{% for entry in feed.entries %}<item>
    <title>{{ entry.title }}</title>
    <link>{{ entry.url }}</link>
    <guid isPermaLink="false">{{ entry.id }}</guid>
    <pubDate>{{ entry.updated_rfc822 }}</pubDate>
    {% if entry.author_names %}<dc:creator>{{ entry.author_names }}</dc:creator>
    {% endif %}{% for tag in entry.tags %}<category>{{ tag.name }}</category>
    {% endfor %}<description>{{ entry.content }}</description>
    </item>
    {% endfor %}</channel>
    </rss>

    """

  /// Atom (RFC 4287). Each author has an element; an entry without authors takes the feed's.
  private static let atom = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" \
    xml:lang="{{ site.language }}">
    <title>{{ feed.title }}</title>
    <subtitle>{{ feed.subtitle }}</subtitle>
    <id>{{ feed.id }}</id>
    <updated>{{ feed.updated or '1970-01-01T00:00:00Z' }}</updated>
    <link rel="self" type="{{ feed.type }}" href="{{ feed.permalink }}"/>
    <link rel="alternate" type="text/html" href="{{ feed.home }}"/>
    {% if feed.hub %}<link rel="hub" href="{{ feed.hub }}"/>
    {% endif %}{% if feed.is_archive %}<fh:archive/>
    <link rel="current" type="{{ feed.type }}" href="{{ feed.subscription }}"/>
    {% endif %}{% if feed.previous_archive %}<link rel="prev-archive" type="{{ feed.type }}" \
    href="{{ feed.previous_archive }}"/>
    {% endif %}<author><name>{{ site.title }}</name></author>
    <generator>{{ site.version }}</generator>
    {% for entry in feed.entries %}<entry>
    <title>{{ entry.title }}</title>
    <id>{{ entry.id }}</id>
    <link rel="alternate" type="text/html" href="{{ entry.url }}"/>
    <published>{{ entry.published }}</published>
    <updated>{{ entry.updated }}</updated>
    {% for author in entry.authors %}<author><name>{{ author.name }}</name>\
    {% if author.orcid %}<uri>https://orcid.org/{{ author.orcid }}</uri>{% endif %}</author>
    {% endfor %}{% for tag in entry.tags %}<category term="{{ tag.name }}" label="{{ tag.title }}"/>
    {% endfor %}<content type="html">{{ entry.content }}</content>
    </entry>
    {% endfor %}</feed>

    """
}
