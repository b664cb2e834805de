import Jinja

/// The templates that every site has, unless its theme has its own of the same name.
enum BuiltInTemplates {
  /// All of them.
  static let sources = [
    TemplateSource(name: "feeds/rss.xml", text: rss),
    TemplateSource(name: "feeds/atom.xml", text: atom),
  ]

  private static let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel>
    <title>{{ feed.title }}</title>
    <link>{{ page.permalink }}</link>
    <description>{{ page.description or site.description or feed.title }}</description>
    <language>{{ site.language }}</language>
    <generator>{{ site.version }}</generator>
    {% if feed.updated %}<lastBuildDate>{{ feed.updated|rfc822 }}</lastBuildDate>
    {% endif %}<atom:link rel="self" type="{{ feed.type }}" href="{{ feed.permalink }}"/>
    {% for paper in feed.entries %}<item>
    <title>{{ paper.title_text }}</title>
    <link>{{ paper.permalink }}</link>
    <guid isPermaLink="false">{{ paper.urn }}</guid>
    <pubDate>{{ paper.day.date|rfc822 }}</pubDate>
    {% if paper.authors %}<dc:creator>{{ paper.authors|map(attribute='name')|join(', ') }}</dc:creator>
    {% endif %}{% for tag in paper.tags %}<category>{{ tag.name }}</category>
    {% endfor %}<description>{{ paper.abstract|forceescape }}</description>
    </item>
    {% endfor %}</channel>
    </rss>

    """

  private static let atom = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{{ site.language }}">
    <title>{{ feed.title }}</title>
    <id>{{ feed.id }}</id>
    <updated>{{ feed.updated|default('1970-01-01')|rfc3339 }}</updated>
    <link rel="self" type="{{ feed.type }}" href="{{ feed.permalink }}"/>
    <link rel="alternate" type="text/html" href="{{ page.permalink }}"/>
    <author><name>{{ site.title }}</name></author>
    <generator>{{ site.version }}</generator>
    {% for paper in feed.entries %}<entry>
    <title>{{ paper.title_text }}</title>
    <id>{{ paper.urn }}</id>
    <link rel="alternate" type="text/html" href="{{ paper.permalink }}"/>
    <published>{{ paper.day.date|rfc3339 }}</published>
    <updated>{{ paper.day.date|rfc3339 }}</updated>
    {% for author in paper.authors %}<author><name>{{ author.name }}</name></author>
    {% endfor %}{% for tag in paper.tags %}<category term="{{ tag.slug }}" label="{{ tag.title }}"/>
    {% endfor %}<content type="html">{{ paper.abstract|forceescape }}</content>
    </entry>
    {% endfor %}</feed>

    """
}
