// The search page: loads the parts of the index that a query needs, ranks the papers and shows them. Without imports,
// and nothing from the index becomes markup.

// MARK: Words. Everything here follows what the program does with the texts of the index.

const LETTER = /[\p{L}\p{Nd}\p{Nl}\p{Mn}\p{Mc}²³¹⁰⁴-⁹₀-₉]/u;
const UNSPACED =
  /[\u0e01-\u0edd\u1000-\u109d\u1780-\u17d3\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufad9\u{20000}-\u{323af}]/u;
const VANISHING = /['\u00ad\u02bc\u0300-\u036f\u200b-\u200d\u2019\ufe00-\ufe0f\ufeff]/;
const JOINER = /[-._\u2010\u2011\u2013]/;
const FOLDED =
  /[\u00aa-\u024f\u0386-\u0390\u03aa-\u03b0\u03c2\u03ca-\u03d6\u03f0-\u03f5ёЁ\u1e00-\u1eff\u2070-\u2089\u2100-\u214f\ufb00-\ufb06\uff10-\uff5a\u{1d400}-\u{1d7ff}]/u;
// Letters that lose nothing by decomposition, and what they are spelt with.
const PLAIN = new Map(
  ('æae œoe ßss þth ŋng ðd đd ɖd ɗd ƌd ȡd øo ɔo ɵo ħh ıi ɨi ĸk ƙk łl ƚl ȴl ɲn ƞn ȵn ŧt ƫt ƭt ʈt ȶt ⱦt ƀb ɓb ƃb ƈc ȼc ' +
    'ǝe əe ɛe ɇe ƒf ɠg ǥg ƥp ʋv ƴy ɏy ƶz ȥz ɀz ȷj ɉj ⱥa ȿs ʉu ɍr ςσ').split(' ').map((pair) => [pair[0], pair.slice(1)]),
);
const LONGEST_WORD = 64;
const MOST_PARTS = 6;
const MOST_GROUPS = 16;
const encoder = new TextEncoder();

const size = (word) => (/^[\0-\x7f]*$/.test(word) ? word.length : encoder.encode(word).length);

/** A letter without case and accent. */
function fold(sign) {
  if (!FOLDED.test(sign)) return sign.toLowerCase();
  const plain = sign.normalize('NFKD').replace(/[\u0300-\u036f·ʼʾ]/g, '').toLowerCase();
  return Array.from(plain, (letter) => PLAIN.get(letter) ?? letter).join('');
}

/** A word without its plural. */
function stem(word) {
  const count = size(word);
  if (count < 4 || !word.endsWith('s')) return word;
  if (count > 4 && word.endsWith('ies')) return word.slice(0, -3) + 'y';
  if (!/[a-hj-rtv-z]s$/.test(word)) return word;
  return word.slice(0, /(sse|she|xe|tche|nche|oache|arche)s$/.test(word) ? -2 : -1);
}

/**
 * Takes a text apart: each item has the parts that hyphens join, or is a pair of signs of a script without spaces.
 * A part has its folded text, where it begins and ends, and its letters and digits if it has both.
 */
function scan(text) {
  const items = [];
  let parts = [];
  let open = false;
  let neighbour = null;
  const endWord = () => {
    if (parts.length > 0) items.push({ parts, start: parts[0].start, end: parts.at(-1).end });
    parts = [];
    open = false;
  };
  const pair = (first, last) =>
    items.push({ pair: first === last ? first.sign : first.sign + last.sign, start: first.start, end: last.end });
  const endPairs = () => {
    if (neighbour && !neighbour.paired) pair(neighbour, neighbour);
    neighbour = null;
  };
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    if (VANISHING.test(sign)) {
      // As if it were not there.
    } else if (JOINER.test(sign)) {
      if (open) open = false;
      else {
        endWord();
        endPairs();
      }
    } else if (!LETTER.test(sign)) {
      endWord();
      endPairs();
    } else if (UNSPACED.test(sign)) {
      endWord();
      const here = { sign, start, end, paired: neighbour !== null };
      if (neighbour) pair(neighbour, here);
      neighbour = here;
    } else {
      if (!open) {
        endPairs();
        if (parts.length === MOST_PARTS) endWord();
        parts.push({ folded: '', start, end });
        open = true;
      }
      parts.at(-1).folded += fold(sign);
      parts.at(-1).end = end;
    }
    start = end;
  }
  endWord();
  endPairs();
  return items;
}

const isTerm = (word) => word !== '' && size(word) <= LONGEST_WORD;
const pieces = (part) => (/\d/.test(part.folded) && /\D/.test(part.folded) ? part.folded.match(/[0-9]+|[^0-9]+/g) : []);
const whole = (item) => item.parts.map((part) => part.folded).join('');
const stems = (words) => words.filter(isTerm).map(stem);
const partStems = (items) =>
  items.flatMap((item) => (item.pair ? [item.pair] : stems(item.parts.map((part) => part.folded))));

/** The terms under which the index has a text, each as often as it stands there. */
function terms(text) {
  return scan(text).flatMap((item) => {
    if (item.pair) return [item.pair];
    const own = item.parts.flatMap((part) => stems([part.folded, ...pieces(part)]));
    return item.parts.length > 1 ? [...own, ...stems([whole(item)])] : own;
  });
}

// MARK: Queries

/**
 * What a reader typed: groups of which each paper needs every one that isn't optional. A group has alternatives, lists
 * of terms that are needed together. The last word may not be finished, so it is a prefix too, as is a single sign of
 * a script that the index has in pairs.
 */
function parse(text, stopWords) {
  text = text.normalize('NFC');
  const groups = scan(text).slice(0, MOST_GROUPS).map((item) => {
    if (item.pair) {
      const isSingle = [...item.pair].length === 1;
      return { alternatives: [[item.pair]], optional: false, prefix: isSingle ? item.pair : undefined, end: item.end };
    }
    const parts = item.parts.map((part) => part.folded);
    const alternatives = [stems([whole(item)]), parts.length > 1 ? stems(parts) : stems(pieces(item.parts[0]))];
    return {
      alternatives: alternatives.filter((words) => words.length > 0),
      optional: parts.length === 1 && stopWords.has(parts[0]),
      word: whole(item),
      end: item.end,
    };
  });
  const last = groups.at(-1);
  if (last?.word && last.end === text.length) last.prefix = last.word;
  if (groups.every((group) => group.optional)) for (const group of groups) group.optional = false;
  const phrases = Array.from(text.matchAll(/["“”„«]([^"“”„«»]+)["“”»]/g), (match) => partStems(scan(match[1])));
  return { groups, phrases: phrases.filter((words) => words.length > 1), key: key(text) };
}

/** The key of an id, an address of arXiv or a DOI; null for anything else. */
function key(text) {
  let id = text.trim().toLowerCase();
  id = id.replace(/^(https?:\/\/)?(www\.|dx\.)?(doi\.org\/|arxiv\.org\/[a-z]+\/)/, '').replace(/^(doi|arxiv):\s*/, '');
  id = id.replace(/^10\.48550\/arxiv\./, '').replace(/\.pdf$/, '').replace(/^(\S*\d{4})v\d+$/, '$1');
  if (/\s/.test(id) || !/\d/.test(id)) return null;
  return '#' + id.replace(/[\0-\x2f\x3a-\x60\x7b-\x7f]/g, '');
}

// MARK: The index

/** The files of the index below an address, each loaded once. */
class Index {
  #address;
  #files = new Map();

  constructor(address) {
    this.#address = address;
  }

  /** What there is: segments, newest first. */
  async open() {
    const entry = await this.#load('index.json', 'json', { cache: 'no-cache' });
    this.segments = entry.segments;
    this.borders = ['', ...entry.borders];
    this.stopWords = new Set(entry.stopWords);
    this.count = entry.segments.reduce((sum, segment) => sum + segment.papers, 0);
    return this;
  }

  #load(path, type, options) {
    let file = this.#files.get(path);
    if (!file) {
      file = fetch(this.#address + path, options).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${path}`);
        return answer[type]();
      });
      // What failed may be tried again.
      file.catch(() => this.#files.delete(path));
      this.#files.set(path, file);
    }
    return file;
  }

  /** The number of the last range that begins before or with a word. */
  #range(word) {
    let low = 0;
    let high = this.borders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.borders[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The numbers of the files of a segment that may have a term, or with `isPrefix` terms that begin like it. */
  files(segment, term, isPrefix = false) {
    if (term[0] === '#') return [hash(term.slice(1)) & (segment.files - 1)];
    if (term > '\x7f') return [hash(String.fromCodePoint(term.codePointAt(0))) & (segment.files - 1)];
    const file = (range) => Math.floor((range * segment.files) / this.borders.length);
    const first = file(this.#range(term));
    const last = isPrefix ? file(this.#range(term + '\x7f')) : first;
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  }

  /** The terms of one file of a segment, by name. */
  terms(segment, number) {
    const path = `${segment.name}/terms/${number}.bin?v=${segment.state}`;
    const isRead = this.#files.has(path);
    const bytes = this.#load(path, 'arrayBuffer');
    if (!isRead) this.#files.set(path, bytes.then(readTerms));
    return this.#files.get(path);
  }

  /** The texts of a paper by its number in a segment. */
  async paper(segment, number) {
    const file = Math.floor(number / 8);
    return (await this.#load(`${segment.name}/papers/${file}.json?v=${segment.state}`, 'json'))[number % 8];
  }
}

/** FNV-1a. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of encoder.encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}

/** The names of the terms of a file, each with the bytes of its papers. */
function readTerms(buffer) {
  const bytes = new Uint8Array(buffer);
  const decoder = new TextDecoder();
  const names = new Map();
  const name = new Uint8Array(256);
  let position = 0;
  while (position < bytes.length) {
    const shared = bytes[position];
    const start = position + 2;
    const end = start + bytes[position + 1];
    name.set(bytes.subarray(start, end), shared);
    const [length, first] = readNumber(bytes, end);
    position = first + length;
    names.set(decoder.decode(name.subarray(0, shared + end - start)), bytes.subarray(first, position));
  }
  return names;
}

/** A number in groups of seven bits, lowest first, and the position behind it. */
function readNumber(bytes, position) {
  let number = 0;
  let shift = 0;
  for (;;) {
    const byte = bytes[position++];
    number |= (byte & 0x7f) << shift;
    if (!(byte & 0x80)) return [number >>> 0, position];
    shift += 7;
  }
}

/** Calls `visit` with the number of each paper of a term and what the term says about it, from 1 to 15. */
function eachPaper(bytes, visit) {
  let paper = -1;
  let position = 0;
  while (position < bytes.length) {
    let number;
    [number, position] = readNumber(bytes, position);
    paper += (number >>> 4) + 1;
    visit(paper, number & 15);
  }
}

// MARK: Ranking

// An impact is counted in eighths, so that weaker ways to match fit between.
const EXACT = 8;
const APART = 6;
const BEGUN = 4;
// A prefix that more files than this may have is too short to be looked up.
const MOST_FILES = 8;

/** How well a group matches each paper of a segment, from 0 to 120. */
async function match(index, segment, group) {
  const best = new Uint8Array(segment.papers);
  const find = async (term) => (await index.terms(segment, index.files(segment, term)[0])).get(term);
  const raise = (weight) => (paper, impact) => (best[paper] = Math.max(best[paper], impact * weight));
  for (const [position, words] of group.alternatives.entries()) {
    const found = await Promise.all(words.map(find));
    if (found.includes(undefined)) continue;
    if (words.length === 1) eachPaper(found[0], raise(position === 0 ? EXACT : APART));
    else inAll(found, segment.papers, raise(APART));
  }
  const files = group.prefix ? index.files(segment, group.prefix, true) : [];
  if (files.length > MOST_FILES) return best;
  for (const names of await Promise.all(files.map((file) => index.terms(segment, file)))) {
    for (const [name, papers] of names) if (name.startsWith(group.prefix)) eachPaper(papers, raise(BEGUN));
  }
  return best;
}

/** Calls `visit` with the papers that all terms have, and the least that one of them says. */
function inAll(found, count, visit) {
  const times = new Uint8Array(count);
  const least = new Uint8Array(count).fill(15);
  for (const papers of found) {
    eachPaper(papers, (paper, impact) => {
      times[paper] += 1;
      least[paper] = Math.min(least[paper], impact);
    });
  }
  for (let paper = 0; paper < count; paper++) if (times[paper] === found.length) visit(paper, least[paper]);
}

/**
 * The papers that a query finds, best first, of equals the newest: those with all words, or where there are none
 * (`isPartial`) those with some.
 */
async function search(index, query) {
  const { segments } = index;
  const matches = await Promise.all(
    query.groups.map((group) => Promise.all(segments.map((segment) => match(index, segment, group)))),
  );
  const needed = query.groups.filter((group) => !group.optional).length;
  const weights = matches.map((bySegment) => weight(bySegment, index.count));
  let hits = [];
  for (const [position, segment] of segments.entries()) {
    for (let paper = segment.papers - 1; paper >= 0; paper--) {
      let score = 0;
      let has = 0;
      for (let group = 0; group < matches.length; group++) {
        const value = matches[group][position][paper];
        if (value === 0) continue;
        score += weights[group] * value;
        if (!query.groups[group].optional) has += 1;
      }
      if (has > 0) hits.push({ segment, paper, score, has });
    }
  }
  const exact = query.key ? await withKey(index, query.key) : [];
  const isPartial = exact.length === 0 && !hits.some((hit) => hit.has === needed);
  if (!isPartial) hits = hits.filter((hit) => hit.has === needed);
  // Sorting is stable, so the newest of equals stay first.
  hits.sort((left, right) => right.has - left.has || right.score - left.score);
  const isExact = (hit) => exact.some((other) => other.segment === hit.segment && other.paper === hit.paper);
  return { hits: [...exact, ...hits.filter((hit) => !isExact(hit))], isPartial };
}

/** What a match of a group counts: the fewer papers match it, the more (the inverse document frequency of BM25). */
function weight(bySegment, count) {
  let papers = 0;
  for (const best of bySegment) for (const value of best) if (value > 0) papers += 1;
  return Math.log(1 + (count - papers + 0.5) / (papers + 0.5));
}

async function withKey(index, term) {
  const found = await Promise.all(
    index.segments.map(async (segment) => {
      const hits = [];
      const papers = (await index.terms(segment, index.files(segment, term)[0])).get(term);
      if (papers) eachPaper(papers, (paper) => hits.push({ segment, paper }));
      return hits;
    }),
  );
  return found.flat();
}

/** Whether a paper has the words of each phrase one behind the other. */
function hasPhrases(paper, phrases) {
  const texts = [paper.title, paper.summary, paper.abstract, ...paper.authors ?? []].filter(Boolean);
  const words = texts.map((text) => partStems(scan(text)));
  const stands = (phrase, text) => text.some((_, at) => phrase.every((word, offset) => text[at + offset] === word));
  return phrases.every((phrase) => words.some((text) => stands(phrase, text)));
}

// MARK: Texts with marks

/** Where a text has words of a query: beginnings and ends. */
function marks(text, query) {
  const words = new Set(query.groups.flatMap((group) => (group.optional ? [] : group.alternatives.flat())));
  const prefix = query.groups.at(-1)?.prefix;
  const isMarked = (folded) => words.has(stem(folded)) || (prefix?.length > 2 && folded.startsWith(prefix));
  return scan(text).flatMap((item) => {
    if (item.pair) return words.has(item.pair) ? [item] : [];
    return isMarked(whole(item)) ? [item] : item.parts.filter((part) => isMarked(part.folded));
  });
}

/** A part of a text as nodes, with its marks. */
function marked(text, ranges, start = 0, end = text.length) {
  const nodes = [];
  let position = start;
  for (const range of ranges) {
    const from = Math.max(range.start, position);
    if (from >= end || range.end <= position) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, Math.min(range.end, end));
    nodes.push(text.slice(position, from), mark);
    position = Math.min(range.end, end);
  }
  return [...nodes, text.slice(position, end)];
}

const EXCERPT = 280;
const MOST_MARKS = 200;

/** The part of a text that has most different words of a query. */
function excerpt(text, ranges) {
  if (text.length <= EXCERPT) return marked(text, ranges);
  let best = { start: 0, count: 0 };
  for (const { start } of ranges.slice(0, MOST_MARKS)) {
    const inside = ranges.slice(0, MOST_MARKS).filter((range) => range.start >= start && range.end <= start + EXCERPT * 0.8);
    const count = new Set(inside.map((range) => text.slice(range.start, range.end).toLowerCase())).size;
    if (count > best.count) best = { start, count };
  }
  // A sentence or so before the first mark; cut between words.
  let start = Math.min(Math.max(0, best.start - 60), text.length - EXCERPT);
  if (start > 0) start = text.indexOf(' ', start) + 1;
  let end = Math.min(text.length, start + EXCERPT);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), start + EXCERPT / 2);
  return [start > 0 ? '… ' : '', ...marked(text, ranges, start, end), end < text.length ? ' …' : ''];
}

// MARK: The page

const PAGE = 10;

/** The form, the list of results and what stands between. */
class SearchPage {
  #form;
  #input;
  #status;
  #list;
  #more;
  #template;
  #index;
  #run = 0;
  #language = document.documentElement.lang || 'en';

  constructor(form) {
    this.#form = form;
    this.#input = form.elements.q;
    this.#status = document.getElementById('search-status');
    this.#list = document.getElementById('search-results');
    this.#more = document.getElementById('search-more');
    this.#template = document.getElementById('search-result');
    let timer;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(timer);
      this.#show(true);
    });
    this.#input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#show(false), 200);
    });
    addEventListener('popstate', () => this.#read());
    document.addEventListener('keydown', (event) => this.#moveBy(event));
    this.#read();
  }

  /** Takes the query from the address. */
  #read() {
    this.#input.value = new URLSearchParams(location.search).get('q') ?? '';
    this.#run += 1;
    this.#find(this.#input.value, this.#run);
  }

  /** Puts the query into the address, as a step of the history if it was sent. */
  #show(isStep) {
    const text = this.#input.value;
    const address = text.trim() === '' ? location.pathname : `?${new URLSearchParams({ q: text })}`;
    const isNew = text !== (new URLSearchParams(location.search).get('q') ?? '');
    if (isStep && isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#run += 1;
    this.#find(text, this.#run);
  }

  async #find(text, run) {
    if (text.trim() === '') return this.#clear('');
    this.#list.setAttribute('aria-busy', 'true');
    try {
      this.#index ??= new Index(this.#form.dataset.index).open();
      const index = await this.#index;
      const query = parse(text, index.stopWords);
      const found = await search(index, query);
      if (run !== this.#run) return;
      const results = new Results(index, query, found);
      const first = await results.next(PAGE);
      if (run === this.#run) this.#present(results, first);
    } catch (error) {
      this.#index = undefined;
      if (run === this.#run) this.#clear(this.#form.dataset.failed);
      throw error;
    } finally {
      if (run === this.#run) this.#list.removeAttribute('aria-busy');
    }
  }

  #clear(message) {
    this.#status.textContent = message;
    this.#list.replaceChildren();
    this.#more.hidden = true;
  }

  #present(results, papers) {
    this.#list.replaceChildren(...papers.map((paper) => this.#item(paper, results.query)));
    this.#status.textContent = this.#message(results, papers.length);
    this.#more.hidden = results.isAtEnd;
    this.#more.onclick = async () => {
      const items = (await results.next(PAGE)).map((paper) => this.#item(paper, results.query));
      this.#list.append(...items);
      this.#more.hidden = results.isAtEnd;
      items[0]?.querySelector('a').focus();
    };
  }

  #message({ total, isPartial, isAtEnd }, shown) {
    const { none, partial, first, one, many } = this.#form.dataset;
    if (shown === 0) return none;
    if (isPartial) return partial;
    const count = total ?? (isAtEnd ? shown : null);
    if (count === 1) return one;
    return (count === null ? first : many).replace('{count}', (count ?? shown).toLocaleString(this.#language));
  }

  /** A result after the template's model. */
  #item(paper, query) {
    const item = this.#template.content.cloneNode(true).firstElementChild;
    const field = (name) => item.querySelector(`[data-field="${name}"]`);
    const fill = (name, nodes) => (nodes ? field(name)?.append(...nodes) : field(name)?.remove());
    const link = field('title');
    link.href = this.#form.dataset.papers + paper.id.split('/').map(encodeURIComponent).join('/') + '/';
    link.append(...marked(paper.title, marks(paper.title, query)));
    fill('authors', this.#authors(paper, query));
    const date = field('day');
    date.dateTime = paper.day;
    date.textContent = new Intl.DateTimeFormat(this.#language === 'en' ? 'en-GB' : this.#language, {
      day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC',
    }).format(new Date(paper.day));
    fill('id', marked(paper.id, []));
    fill('text', this.#text(paper, query));
    return item;
  }

  #authors({ authors = [], authorCount = 0 }, query) {
    if (authors.length === 0) return null;
    // Those first that the query names: a list may be longer than its beginning.
    const names = authors.slice(0, 6);
    for (const name of authors.slice(6)) if (marks(name, query).length > 0) names.push(name);
    const more = authorCount - names.length;
    const nodes = names.flatMap((name, position) => [position > 0 ? ', ' : '', ...marked(name, marks(name, query))]);
    return more > 0 ? [...nodes, this.#form.dataset.more.replace('{count}', more.toLocaleString(this.#language))] : nodes;
  }

  #text({ summary, abstract }, query) {
    const texts = [summary, abstract].filter(Boolean);
    if (texts.length === 0) return null;
    const ranges = texts.map((text) => marks(text, query));
    const best = ranges.length > 1 && ranges[1].length > ranges[0].length ? 1 : 0;
    return excerpt(texts[best], ranges[best]);
  }

  /** Moves between the results with the arrows, and to the form with a slash. */
  #moveBy(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = Array.from(this.#list.querySelectorAll('[data-field="title"]'));
    const position = links.indexOf(document.activeElement);
    const isInInput = document.activeElement === this.#input;
    let target;
    if (event.key === '/' && !isInInput) target = this.#input;
    if (event.key === 'ArrowDown' && (isInInput || position >= 0)) target = links[position + 1];
    if (event.key === 'ArrowUp' && position >= 0) target = links[position - 1] ?? this.#input;
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}

/** The papers of a query, loaded as they are shown. */
class Results {
  /** How many papers are read in a row to find some with a phrase. */
  static #mostReads = 100;

  #index;
  #hits;
  #position = 0;

  constructor(index, query, { hits, isPartial }) {
    this.#index = index;
    this.#hits = hits;
    this.query = query;
    this.isPartial = isPartial && query.phrases.length === 0;
    // Whether a paper has a phrase is only known when it is read.
    this.total = query.phrases.length > 0 ? null : hits.length;
    if (isPartial && query.phrases.length > 0) this.#hits = [];
  }

  get isAtEnd() {
    return this.#position >= this.#hits.length;
  }

  async next(count) {
    const papers = [];
    let reads = 0;
    while (papers.length < count && !this.isAtEnd && reads < Results.#mostReads) {
      const hits = this.#hits.slice(this.#position, this.#position + count - papers.length);
      const read = await Promise.all(hits.map(({ segment, paper }) => this.#index.paper(segment, paper)));
      this.#position += hits.length;
      reads += hits.length;
      papers.push(...read.filter((paper) => hasPhrases(paper, this.query.phrases)));
    }
    return papers;
  }
}

const form = document.getElementById('search-form');
if (form) new SearchPage(form);

export { Index, Results, fold, key, parse, search, terms };
