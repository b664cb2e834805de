import Jinja
import Testing

@Suite struct SiteFilterTests {
  @Test(arguments: [
    ("{{ '2026-01-07'|date }}", "7 January 2026"),
    ("{{ '2026-01-07'|date('%A, %-d %B %Y') }}", "Wednesday, 7 January 2026"),
    (
      "{{ '2026-01-07'|date('%a %b %d %e %j %y %m %u %w %V %G %F %%') }}",
      "Wed Jan 07  7 007 26 01 3 3 02 2026 2026-01-07 %"
    ),
    ("{{ '2026-01-07T15:04:05+02:00'|date('%H:%M:%S %I %p %z %-H') }}", "15:04:05 03 PM +0200 15"),
    ("{{ '2021-01-03'|date('%G-W%V') }}", "2020-W53"),
    ("{{ '2024-12-30'|date('%G-W%V') }}", "2025-W01"),
    ("{{ '1970-01-01T00:00:00Z'|date('%s') }}", "0"),
    ("{{ '2000-02-29'|date('%j %A') }}", "060 Tuesday"),
    ("{{ '2026-01-07'|rfc3339 }}", "2026-01-07T00:00:00Z"),
    ("{{ '2026-01-07T10:20:30.5-05:30'|rfc3339 }}", "2026-01-07T10:20:30-05:30"),
    ("{{ '2026-01-07'|rfc822 }}", "Wed, 07 Jan 2026 00:00:00 +0000"),
    ("{{ 'Héllo, Wörld! Straße Łódź Æon'|slugify }}", "hello-world-strasse-lodz-aeon"),
    ("{{ \"it's  C++ & Ünïcode 日本 ễ\"|slugify }}", "its-cplusplus-unicode-日本-e"),
    ("{{ '--'|slugify }}", ""),
    ("{{ 1234567|number }} {{ -1234|number }} {{ 999|number }} {{ 1234.5|number }}", "1,234,567 -1,234 999 1,234.5"),
    ("{{ 1|plural('paper', 'papers') }} {{ 0|plural('a', 'b') }} {{ [1]|plural('x', 'y') }}", "paper b x"),
    ("{{ [1, 2, 3]|limit(2) }}{{ []|limit(5) }}{{ [1]|limit(-1) }}", "[1, 2][][]"),
    ("{{ [{'a': 1}, {'a': 2}, {}]|where('a', 2) }}", "[{&#39;a&#39;: 2}]"),
    ("{{ [{'a': 1}, {'a': 0}, {}]|where('a')|length }}", "1"),
  ]) func gives(text: String, expected: String) throws {
    #expect(try render(text) == expected)
  }

  @Test(arguments: [
    "{{ 'x'|date }}", "{{ '2026-13-01'|date }}", "{{ '2026-02-29'|date }}", "{{ 5|date }}", "{{ 'x'|number }}",
    "{{ 'x'|plural('a', 'b') }}", "{{ 5|limit(1) }}", "{{ '2026-01-07T25:00:00Z'|rfc3339 }}",
  ]) func refuses(text: String) {
    #expect(failure([("main.html", text)]).count == 1)
  }
}
