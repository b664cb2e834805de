public import ByteText
public import Files

/// Why a build, or the trial of a template, ended without a result.
public enum BuildFailure: Error, Sendable {
  /// The content, a template or the configuration is wrong; the published site is as it was.
  case diagnostics(Diagnostics)
  /// The system refused something.
  case system(SystemFailure)
}
