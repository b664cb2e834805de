import Jinja
import Testing

extension Trait where Self == ConditionTrait {
  /// Runs a test only where the engine compiles templates.
  static var whereTheEngineRenders: Self {
    .enabled("the engine renders nothing yet") {
      try Environment(templates: [TemplateSource(name: "a", text: "a")]).template(named: "a") != nil
    }
  }
}
