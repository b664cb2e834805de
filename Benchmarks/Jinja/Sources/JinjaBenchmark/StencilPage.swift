import Stencil

/// The same page for Stencil, written out in one template without includes. Stencil doesn't escape, so the values come
/// escaped.
struct StencilPage {
  private let template: Template
  private let context: [String: Any]

  init(_ day: Day) {
    template = Template(templateString: DayTemplate.page(cards: Self.cards))
    context = dictionaries(day, escape: escaped)
  }

  func render() throws -> String { try template.render(context) }

  private static let cards = """
    {% for paper in papers %}<li class="card">
    <div>{{ paper.coins }}
    <h2><a href="{{ paper.url }}">{{ paper.title }}</a> <span class="new">New</span></h2>
    <p class="by">{% if paper.organization %}<a class="org" href="{{ paper.organization.url }}">{{ paper.organization.name }}</a>{% else %}<span>{{ paper.authors }} {{ paper.authors_word }}</span>{% endif %} <span>Published <time datetime="{{ paper.published }}">{{ paper.published_text }}</time></span></p>
    <div class="abstract">{{ paper.abstract }}</div>
    <ul class="counts">
    <li class="votes"><b>{{ paper.upvotes }}</b> <span>{{ paper.votes_word }}</span></li>
    <li class="comments">{{ paper.comments }} <span>{{ paper.comments_word }}</span></li>
    {% if paper.code %}<li class="code"><a href="{{ paper.code }}">Code</a></li>
    {% endif %}{% if paper.project %}<li><a href="{{ paper.project }}">Project</a></li>
    {% endif %}<li><a href="{{ paper.pdf }}">PDF</a></li>
    </ul>
    <details class="more"><summary>More</summary></details>
    </div>
    {% if paper.thumbnail %}<a class="thumb" href="{{ paper.url }}" tabindex="-1" aria-hidden="true"><img src="{{ paper.thumbnail }}" alt="" width="240" height="130" loading="lazy"></a>
    {% endif %}</li>
    {% endfor %}

    """
}
