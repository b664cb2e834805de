import Mustache

/// The same page for swift-mustache, written out in one template without partials.
struct MustachePage {
  private let template: MustacheTemplate
  private let context: [String: Any]

  init(_ day: Day) throws {
    template = try MustacheTemplate(string: DayTemplate.page(cards: Self.cards))
    context = dictionaries(day) { $0 }
  }

  func render() -> String { template.render(context) }

  private static let cards = """
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

    """
}
