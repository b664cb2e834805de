/// English words that are in almost every abstract. They are searched in titles and names only, and a query may do
/// without them.
enum StopWords {
  /// The words.
  static let all: [String] = [
    "a", "also", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "for", "from", "has", "have", "in",
    "into", "is", "it", "its", "of", "on", "or", "our", "such", "than", "that", "the", "their", "these", "they", "this",
    "to", "was", "we", "were", "which", "while", "with",
  ]
}
