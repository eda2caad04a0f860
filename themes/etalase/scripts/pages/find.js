/* Finds: loads what a search needs when it is first needed, scores what a query brings, marks words.
   Everything it knows comes from scripts that call etalaseFind.take (generator/plan/search/ makes them). */
(function () {
  "use strict";
  const taken = {}, waiting = {};
  const find = (window.etalaseFind = {
    take: (name, data) => {
      taken[name] = data;
      if (waiting[name]) waiting[name].give(data);
    },
  });
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = {};
  for (let i = 0; i < 64; i++) VALUE[LETTERS[i]] = i;
  const WORD = /[\p{L}\p{N}]+/gu;
  const EXACT = 1, STEM = 0.95, SAME = 0.85, BEGINS = 0.75, NARROWER = 0.7, SLIP = 0.45, NEAR = 0.3;
  const MORE = 0.7, SUMMARY = 0.4, OF_FACILITY = 0.5, OF_CATEGORY = 0.45, LEAST = 0.31;
  const MOST_WORDS = 300;

  /* -- loading ----------------------------------------------------------------------------------------------------- */

  const script = (name, address) => {
    if (waiting[name]) return waiting[name].promise;
    const one = (waiting[name] = {});
    one.promise = new Promise((give, fail) => {
      one.give = give;
      const element = document.createElement("script");
      element.src = address;
      element.onerror = () => {
        delete waiting[name];
        element.remove();
        fail(new Error(name));
      };
      document.head.append(element);
    });
    return one.promise;
  };

  let base = "", head, index, ready, plural;
  /* `root` leads to the site's root, `address` to the head. Gives what is needed to search, once. */
  find.open = (root, address) => {
    base = root;
    ready =
      ready ||
      script("head", address)
        .then((data) => {
          head = find.head = data;
          plural = new Intl.PluralRules(data.language);
          find.number = new Intl.NumberFormat(data.language).format;
          return script("index", root + data.index);
        })
        .then((data) => {
          index = read(data);
          return find;
        });
    ready.catch(() => (ready = null));
    return ready;
  };
  /* A theme's string, with names and numbers put in; where there is an n, its plural form. */
  find.say = (key, args) => {
    const says = head.says;
    let text = says[key];
    if (args && args.n !== undefined) {
      const form = plural.select(args.n);
      text = says[key + "." + form] || says[key + ".other"] || text;
    }
    return String(text).replace(/\{(\w+)\}/g, (all, name) => {
      const value = args && args[name];
      return value === undefined ? all : typeof value === "number" ? find.number(value) : value;
    });
  };

  /* -- reading what the generator wrote ---------------------------------------------------------------------------- */

  const numbers = (text) => {
    const found = [];
    let value = 0;
    for (let i = 0; i < text.length; i++) {
      const digit = VALUE[text[i]];
      value = (value << 5) | (digit & 31);
      if (digit < 32) {
        found.push(value);
        value = 0;
      }
    }
    return found;
  };
  const rising = (text) => {
    let last = -1;
    return numbers(text).map((step) => (last += step + 1));
  };
  find.numbers = numbers;

  const read = (data) => {
    const words = data.words.split(" "), family = {}, at = new Map();
    words.forEach((word, i) => at.set(word, i));
    const families = data.families ? data.families.split(" ").map(rising) : [];
    families.forEach((members, i) => members.forEach((word) => (family[word] = i)));
    const count = data.count, made = [], first = [];
    numbers(data.facilities).forEach((own, f) => {
      first.push(made.length);
      for (let i = 0; i < own; i++) made.push(f);
    });
    first.push(made.length);
    const read = {
      words, at, families, family, made, first,
      products: count[0], facilities: count[1], total: count[0] + count[1] + count[2],
      posts: data.posts.split(" "),
      said: data.chunk ? [] : data.summaries.split(" "),
      chunk: data.chunk,
      empty: new Set(data.empty.split(" ")),
      material: data.material.split(" ").map(rising),
      featured: new Set(rising(data.featured)),
      phrases: new Map(),
      place: new Int32Array(count[0] + count[1] + count[2]),
      longest: 1,
    };
    for (const name of ["category", "stage", "status", "price", "samples", "minimum", "added"])
      read[name] = numbers(data[name]);
    const split = (text) => (text ? text.split("|").map((phrase) => phrase.split(" ")) : []);
    read.terms = data.terms.map((lists) => lists.map(split));
    index = read;
    read.terms.forEach((lists, term) =>
      lists[0].forEach((phrase) => {
        const name = phrase.map(root).join(" ");
        read.longest = Math.max(read.longest, phrase.length);
        read.phrases.set(name, [...(read.phrases.get(name) || []), term]);
      })
    );
    read.listed = order((a, b) => read.featured.has(b) - read.featured.has(a) || read.added[b] - read.added[a]);
    read.listed.forEach((p, n) => (read.place[p] = n));
    find.index = read;
    return read;
  };
  /* The products in some order; those alike by their identity. */
  const order = (compare) => Array.from({ length: index.products }, (_, i) => i).sort((a, b) => compare(a, b) || a - b);
  find.order = order;

  /* -- words ------------------------------------------------------------------------------------------------------- */

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
  find.fold = fold;
  /* What stands for a word and its relatives: the same for net and nets. */
  const root = (word) => {
    const i = index.at.get(word);
    return i !== undefined && index.family[i] !== undefined ? "#" + index.family[i] : word;
  };
  const from = (word) => {
    let low = 0, high = index.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const begins = (word) => {
    const found = [];
    for (let i = from(word); i < index.words.length && found.length < MOST_WORDS; i++) {
      if (!index.words[i].startsWith(word)) break;
      found.push(i);
    }
    return found;
  };
  /* A word that the catalogue does not know, without its Indonesian affixes, if it knows what is left. */
  const bare = (word) => {
    const found = new Set();
    for (const front of [word, word.replace(/^(?:[mp]e(?:ng|ny|n|m|r)?|ber|ter|di|ke|se)(?=.{4})/, "")])
      for (const end of [/(?:lah|kah|nya|ku|mu)$/, /(?:kan|an|i)$/, /(?:kan|an|i)(?:nya|ku|mu)$/, /$/])
        if (front.replace(end, "").length > 3) found.add(front.replace(end, ""));
    found.delete(word);
    return [...found].filter((rest) => index.at.has(rest)).map((rest) => index.at.get(rest));
  };
  /* Whether two words differ by one letter too many, too few, another, or by two that changed places. */
  const slip = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0, j = a.length, k = b.length;
    while (i < j && i < k && a[i] === b[i]) i++;
    while (j > i && k > i && a[j - 1] === b[k - 1]) j--, k--;
    if (j - i < 2 && k - i < 2) return true;
    return j - i === 2 && k - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
  };
  const slips = (word, open) => {
    const found = [];
    for (let i = 0; i < index.words.length; i++) {
      const other = index.words[i];
      if (other.length < 4) continue;
      if (slip(word, other) || (open && other.length > word.length && slip(word, other.slice(0, word.length))))
        found.push(i);
    }
    return found;
  };
  /* The words that one typed word may stand for: [word, weight]. `open` says that it may go on. */
  const meant = (word, open) => {
    const found = new Map();
    const add = (i, weight) => found.set(i, Math.max(weight, found.get(i) || 0));
    const kin = (i, weight) => {
      if (index.family[i] !== undefined) index.families[index.family[i]].forEach((other) => add(other, weight));
    };
    const exact = index.at.get(word);
    if (exact !== undefined) {
      kin(exact, STEM);
      add(exact, EXACT);
    }
    if (open && (word.length > 1 || word > "\u2e7f")) begins(word).forEach((i) => add(i, BEGINS));
    if (!found.size) bare(word).forEach((i) => (add(i, STEM), kin(i, STEM)));
    if (!found.size && word.length > 4) slips(word, open).forEach((i) => (add(i, SLIP), kin(i, SLIP)));
    return found;
  };

  /* -- scores ------------------------------------------------------------------------------------------------------ */

  const posted = new Map();
  const posts = (i) => {
    let lists = posted.get(i);
    if (!lists) {
      const parts = index.posts[i].split(".");
      lists = [rising(parts[0]), parts[1] ? rising(parts[1]) : [], null];
      posted.set(i, lists);
    }
    if (!lists[2] && index.said[i] !== undefined) lists[2] = rising(index.said[i]);
    return lists;
  };
  const add = (scores, i, weight) => {
    const lists = posts(i);
    const put = (list, score) => list.forEach((one) => scores[one] < score && (scores[one] = score));
    put(lists[0], weight);
    put(lists[1], weight * MORE);
    if (lists[2]) put(lists[2], weight * SUMMARY);
  };
  /* The goods of a facility or a category that was found are found too, after those found themselves. */
  const spread = (scores) => {
    const shops = index.products, shelves = shops + index.facilities;
    const lend = (p, score, share, least) => {
      const lent = score > least ? Math.max(score * share, LEAST) : score * share;
      if (scores[p] < lent) scores[p] = lent;
    };
    for (let f = 0; f < index.facilities; f++) {
      const score = scores[shops + f];
      if (score) for (let p = index.first[f]; p < index.first[f + 1]; p++) lend(p, score, OF_FACILITY, NEAR);
    }
    for (let p = 0; p < shops; p++) {
      const score = scores[shelves + index.category[p]];
      if (score > SUMMARY) lend(p, score, OF_CATEGORY, SUMMARY);
    }
    return scores;
  };
  const both = (scores, others, weight) => {
    for (let i = 0; i < scores.length; i++) {
      const score = others[i] * weight;
      if (scores[i] < score) scores[i] = score;
    }
  };
  /* What has every word of a phrase: the weakest of them counts. */
  const every = (words, open, marks, weight) => {
    let all = null;
    words.forEach((word, n) => {
      const scores = new Float32Array(index.total);
      meant(word, open && n === words.length - 1).forEach((w, i) => {
        add(scores, i, w);
        marks.set(index.words[i], Math.max(w * weight, marks.get(index.words[i]) || 0));
      });
      all = all ? all.map((score, i) => Math.min(score, scores[i])) : scores;
    });
    return all;
  };
  const alternatives = new Map();
  const alternative = (phrase, marks, weight) => {
    const name = phrase.join(" ");
    if (!alternatives.has(name)) {
      const own = new Map();
      alternatives.set(name, [every(phrase, false, own, 1), own]);
    }
    const [scores, own] = alternatives.get(name);
    if (weight > NEAR) own.forEach((w, word) => marks.set(word, Math.max(w * weight, marks.get(word) || 0)));
    return scores;
  };
  /* The terms of the thesaurus that some words name; the last may be half typed. */
  const named = (words, open) => {
    const name = words.map(root).join(" ");
    const found = new Set(index.phrases.get(name) || []);
    if (!found.size && open && words[words.length - 1].length > 3) {
      const typed = words.join(" ");
      index.terms.forEach((lists, term) => {
        if (lists[0].some((phrase) => phrase.length === words.length && phrase.join(" ").startsWith(typed)))
          found.add(term);
      });
    }
    return found;
  };
  /* One part of a query: a word, or several that the thesaurus knows together. */
  const part = (words, terms, open, marks) => {
    const scores = every(words, open, marks, 1);
    terms.forEach((term) =>
      index.terms[term].forEach((phrases, kind) =>
        phrases.forEach((phrase) => {
          const weight = [SAME, NARROWER, NEAR][kind];
          both(scores, alternative(phrase, marks, weight), weight);
        })
      )
    );
    return spread(scores);
  };
  /* A query's parts, the longest phrases first. */
  const parts = (words) => {
    const found = [];
    for (let i = 0; i < words.length; ) {
      let size = Math.min(index.longest, words.length - i), terms = new Set();
      for (; size > 0; size--) {
        terms = named(words.slice(i, i + size), i + size === words.length);
        if (terms.size || size === 1) break;
      }
      found.push({ words: words.slice(i, i + size), terms, open: i + size === words.length });
      i += size;
    }
    return found;
  };
  const typed = (query) => {
    const words = fold(query).match(WORD) || [];
    const kept = words.filter((word) => !index.empty.has(word));
    return (kept.length ? kept : words).slice(0, 12);
  };

  find.words = typed;
  let last = null;
  /* What a query brings: `scores` of products, facilities and categories (0 is not found; at most NEAR is related),
     each part's own, the words to mark, and the words that nothing has. Null for an empty query. */
  find.search = (query) => {
    const words = typed(query.slice(0, 200));
    if (!words.length) return null;
    const name = words.join(" ") + index.said.length;
    if (last && last.name === name) return last;
    const marks = new Map(), found = [], unmatched = [];
    for (const one of parts(words)) {
      const scores = part(one.words, one.terms, one.open, marks);
      if (scores.some((score) => score > 0)) found.push({ text: one.words.join(" "), scores });
      else unmatched.push(one.words.join(" "));
    }
    const scores = new Float32Array(index.total);
    if (found.length)
      for (let i = 0; i < scores.length; i++) {
        let sum = 0, least = 1;
        for (const one of found) {
          sum += one.scores[i];
          least = Math.min(least, one.scores[i]);
        }
        scores[i] = least ? (least <= NEAR ? Math.min(NEAR, sum / found.length) : sum / found.length) : 0;
      }
    last = { name, words, scores, parts: found, unmatched, marks, near: NEAR + 1e-6 };
    return last;
  };
  /* What was found from one number up to another, best first; those alike as the catalogue lists them. A score and a
     place make one number, as numbers are sorted fast. */
  find.best = (found, start, end) => {
    const wide = 1 << 20, ranks = [];
    for (let i = start; i < end; i++)
      if (found.scores[i] > 0) ranks.push(Math.round((2 - found.scores[i]) * 1e5) * wide + (start ? i : index.place[i]));
    return Array.from(Float64Array.from(ranks).sort(), (rank) => (start ? rank % wide : index.listed[rank % wide]));
  };
  /* Loads what summaries say of a query's words, where that lies apart. Gives whether anything came. */
  find.deepen = (found) => {
    if (!index.chunk) return Promise.resolve(false);
    const wanted = new Set();
    found.marks.forEach((weight, word) => weight > NEAR && wanted.add(Math.floor(index.at.get(word) / index.chunk)));
    const missing = [...wanted].filter((n) => !taken["said-" + n]).slice(0, 8);
    return Promise.all(
      missing.map((n) =>
        script("said-" + n, base + head.said[n]).then((text) =>
          text.split(" ").forEach((posts, i) => (index.said[n * index.chunk + i] = posts))
        )
      )
    ).then(() => {
      if (missing.length) (last = null), alternatives.clear();
      return missing.length > 0;
    });
  };

  /* -- what is shown ----------------------------------------------------------------------------------------------- */

  /* The rows of some products, loaded where they lie apart. */
  find.rows = (products) => {
    const pieces = [...new Set(products.map((p) => Math.floor(p / head.per)))];
    return Promise.all(pieces.map((n) => script(head.language + "-" + n, base + head.rows[n]))).then(() =>
      products.map((p) => product(p, taken[head.language + "-" + Math.floor(p / head.per)][p % head.per]))
    );
  };
  find.names = () => script(head.language + "-order", base + head.order).then(numbers);
  const product = (p, row) => {
    const facility = head.facilities[index.made[p]];
    return {
      href: base + head.products[1] + facility[0] + "/" + row[0] + ".html",
      name: row[1], line: row[2], summary: row[3], badge: row[4], seen: row[5],
      key: row[7] ? facility[0] + "/" + row[7] : false,
      maker: row[6] ? find.say("maker.not-stated", { office: facility[1] }) : facility[1],
      place: head.provinces[facility[3]][1],
      art: head.categories[index.category[p]][2],
    };
  };
  find.base = () => base;
  /* The facilities and categories that a query names: [heading, [[address, name, note]]]. */
  find.named = (found, most) => {
    const shops = index.products, shelves = shops + index.facilities;
    const some = (start, end, one) =>
      find.best(found, start, end).filter((i) => found.scores[i] > found.near).slice(0, most).map((i) => one(i - start));
    return [
      [find.say("nav.facilities"), some(shops, shelves, (i) => {
        const one = head.facilities[i];
        return [base + head.facility.replace("*", one[0]), one[1], head.provinces[one[3]][1]];
      })],
      [find.say("nav.categories"), some(shelves, index.total, (i) => {
        const one = head.categories[i];
        return [base + head.category.replace("*", one[0]), one[1]];
      })],
    ].filter((group) => group[1].length);
  };

  /* A text in an element, what was searched for marked; where it is not in the page's language, it says so. */
  find.show = (element, said, found) => {
    const text = Array.isArray(said) ? said[0] : said;
    if (Array.isArray(said)) element.lang = said[1];
    let end = 0;
    for (const match of found ? text.matchAll(WORD) : []) {
      const word = fold(match[0]), weight = found.marks.get(word);
      const typed = found.words[found.words.length - 1];
      if (weight === undefined) continue;
      const length = weight === BEGINS && word.startsWith(typed) && word.length === match[0].length ? typed.length : match[0].length;
      element.append(text.slice(end, match.index));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(match.index, match.index + length);
      element.append(mark);
      end = match.index + length;
    }
    element.append(text.slice(end));
    return element;
  };
})();
