/* Finds: scores what a query brings, marks words, gives what results show (generator/plan/search/ writes the data). */
(() => {
  "use strict";
  const { load, make, taken, filled, pause } = etalase;
  const CODE = new Uint8Array(128);
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", (letter, n) => (CODE[letter.charCodeAt()] = n));
  const WORD = /[\p{L}\p{N}]+/gu;
  const EXACT = 1, STEM = 0.95, BEGINS = 0.75, SLIP = 0.45, NEAR = 0.3;
  /* What the thesaurus says is the same, narrower, near; a word in a name, among what names do not say, in a summary. */
  const TERMS = [0.85, 0.7, NEAR], PLACES = [1, 0.7, 0.4];
  const OF_FACILITY = 0.5, OF_CATEGORY = 0.45, LEAST = 0.31, SUMMARY = PLACES[2];
  const MOST_WORDS = 300, MOST_KNOWN = 200, WIDE = 1 << 20;
  const most = (map, key, value) => map.set(key, Math.max(value, map.get(key) || 0));
  let base, head, index, ready, plural, last;

  /* -- reading what the generator wrote ---------------------------------------------------------------------------- */

  const numbers = (text) => {
    const found = [];
    for (let i = 0, value = 0; i < text.length; i++) {
      const digit = CODE[text.charCodeAt(i)];
      value = (value << 5) | (digit & 31);
      if (digit > 31) continue;
      found.push(value);
      value = 0;
    }
    return found;
  };
  const rising = (text) => {
    let last = -1;
    return numbers(text).map((step) => (last += step + 1));
  };
  const lists = (text) => (text ? text.split(" ").map(rising) : []);

  const read = async (data) => {
    const [products, facilities, categories] = data.count, total = products + facilities + categories;
    const words = data.words.split(" ");
    index = {
      products, total, words, shelves: products + facilities,
      at: new Map(words.map((word, i) => [word, i])),
      posts: data.posts.split(" "), posted: [],
      said: data.chunk ? [] : data.summaries.split(" "), chunk: data.chunk,
      empty: new Set(data.empty.split(" ")),
      family: [], phrases: new Map(), longest: 1,
      made: [], first: [0],
    };
    await pause();
    for (const name of ["category", "stage", "status", "price", "samples", "minimum", "added"])
      index[name] = numbers(data[name]);
    numbers(data.facilities).forEach((own, f) => {
      while (own--) index.made.push(f);
      index.first.push(index.made.length);
    });
    await pause();
    index.material = data.material.split(" ").map(rising);
    lists(data.families).forEach((members) => members.forEach((word) => (index.family[word] = members)));
    index.terms = data.terms.map((lists) => lists.map((text) => (text ? text.split("|").map((phrase) => phrase.split(" ")) : [])));
    index.terms.forEach(([own], term) =>
      own.forEach((phrase) => {
        const name = rooted(phrase);
        index.longest = Math.max(index.longest, phrase.length);
        index.phrases.set(name, new Set(index.phrases.get(name)).add(term));
      })
    );
    await pause();
    const featured = new Set(rising(data.featured)), { added } = index;
    index.listed = index.place = Array.from({ length: total }, (_, i) => i);
    index.listed = ranked(index.listed, (i) => (i < products ? (featured.has(i) ? 1e5 : 2e5) - added[i] : 3e5));
    index.place = [];
    index.listed.forEach((i, n) => (index.place[i] = n));
    find.index = index;
  };
  /* Things by a rank, those alike as the catalogue lists them: two numbers made one, as numbers are sorted fast. */
  const ranked = (things, rank) => {
    const ranks = new Float64Array(things.length);
    things.forEach((i, n) => (ranks[n] = Math.round(rank(i)) * WIDE + index.place[i]));
    ranks.sort().forEach((one, n) => (ranks[n] = index.listed[one % WIDE]));
    return ranks;
  };

  /* -- words ------------------------------------------------------------------------------------------------------- */

  const fold = (text) => (/[^ -~]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC") : text).toLowerCase();
  const kin = (i) => index.family[i] || [];
  /* Words as what stands for each and its relatives: the same for net and nets. */
  const rooted = (words) => words.map((word) => kin(index.at.get(word))[0] ?? word).join(" ");
  /* The words that begin with a text: they lie together. */
  const begins = (word) => {
    const { words } = index, found = [];
    let low = 0, high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < word) low = middle + 1;
      else high = middle;
    }
    while (found.length < MOST_WORDS && low < words.length && words[low].startsWith(word)) found.push(low++);
    return found;
  };
  /* A word that the catalogue does not know, without its Indonesian affixes, if it knows what is left. */
  const bare = (word) => {
    const found = new Set();
    for (const front of [word, word.replace(/^(?:[mp]e(?:ng|ny|n|m|r)?|ber|ter|di|ke|se)(?=.{4})/, "")])
      for (const end of [/(?:lah|kah|nya|ku|mu)$/, /(?:kan|an|i)$/, /(?:kan|an|i)(?:nya|ku|mu)$/, /$/]) {
        const rest = front.replace(end, "");
        if (rest.length > 3 && rest !== word && index.at.has(rest)) found.add(index.at.get(rest));
      }
    return found;
  };
  /* Whether two words differ by one letter too many, too few, another, or by two that changed places. */
  const slip = (a, b) => {
    let i = 0, j = a.length, k = b.length;
    if (j - k > 1 || k - j > 1) return false;
    while (i < j && i < k && a[i] === b[i]) i++;
    while (j > i && k > i && a[j - 1] === b[k - 1]) j--, k--;
    if (j - i < 2 && k - i < 2) return true;
    return j - i === 2 && k - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
  };
  /* The words that one typed word may stand for: [word, weight]. `open` says that it may go on. */
  const meant = (word, open) => {
    const found = new Map();
    const add = (weight, kins) => (i) => {
      most(found, i, weight);
      if (kins) kin(i).forEach((other) => most(found, other, kins));
    };
    if (index.at.has(word)) add(EXACT, STEM)(index.at.get(word));
    if (open && (word.length > 1 || word > "\u2e7f")) begins(word).forEach(add(BEGINS));
    if (!found.size) bare(word).forEach(add(STEM, STEM));
    if (!found.size && word.length > 4)
      index.words.forEach((other, i) => {
        if (other.length > 3 && (slip(word, other) || (open && other.length > word.length && slip(word, other.slice(0, word.length)))))
          add(SLIP, SLIP)(i);
      });
    return found;
  };

  /* -- scores ------------------------------------------------------------------------------------------------------ */

  /* Where a word stands: in names, among what names do not say, in summaries. */
  const posts = (i) => {
    const found = (index.posted[i] = index.posted[i] || index.posts[i].split(".").map(rising));
    if (index.said[i]) found[2] = rising(index.said[i]);
    index.said[i] = "";
    return found;
  };
  /* What has every word of a phrase, the weakest of them counts; and the words that say so. */
  const known = new Map();
  const every = (words, open) => {
    const name = words.join(" ");
    if (!open && known.has(name)) return known.get(name);
    const marks = new Map();
    let scores;
    words.forEach((word, n) => {
      const own = new Float32Array(index.total);
      meant(word, open && n === words.length - 1).forEach((weight, i) => {
        most(marks, index.words[i], weight);
        posts(i).forEach((list, place) => {
          const score = weight * PLACES[place];
          for (const one of list) if (own[one] < score) own[one] = score;
        });
      });
      scores = scores ? scores.map((score, i) => Math.min(score, own[i])) : own;
    });
    if (known.size > MOST_KNOWN) known.clear();
    if (!open) known.set(name, [scores, marks]);
    return [scores, marks];
  };
  /* The goods of a facility or a category that was found are found too, after those found themselves. */
  const spread = (scores) => {
    const { products, shelves, made, category } = index;
    for (let p = 0; p < products; p++) {
      const facility = scores[products + made[p]], shelf = scores[shelves + category[p]];
      if (facility) scores[p] = Math.max(scores[p], facility > NEAR ? Math.max(facility * OF_FACILITY, LEAST) : facility * OF_FACILITY);
      if (shelf > SUMMARY) scores[p] = Math.max(scores[p], shelf * OF_CATEGORY, LEAST);
    }
  };
  /* The terms of the thesaurus that some words name; the last may be half typed. */
  const named = (words, open) => {
    const found = index.phrases.get(rooted(words));
    if (found || !open || words[words.length - 1].length < 4) return found || new Set();
    const typed = words.join(" "), begins = (phrase) => phrase.length === words.length && phrase.join(" ").startsWith(typed);
    return new Set([...index.terms.keys()].filter((term) => index.terms[term][0].some(begins)));
  };
  /* One part of a query: a word, or several that the thesaurus knows together. */
  const part = (words, terms, open, marks) => {
    const [own, said] = every(words, open), scores = own.slice();
    said.forEach((weight, word) => most(marks, word, weight));
    terms.forEach((term) =>
      index.terms[term].forEach((phrases, kind) =>
        phrases.forEach((phrase) => {
          const [others, said] = every(phrase), weight = TERMS[kind];
          for (let i = 0; i < scores.length; i++) scores[i] = Math.max(scores[i], others[i] * weight);
          if (weight > NEAR) said.forEach((w, word) => most(marks, word, w * weight));
        })
      )
    );
    spread(scores);
    return { text: words.join(" "), scores };
  };
  const typed = (query) => {
    const words = fold(query).match(WORD) || [], kept = words.filter((word) => !index.empty.has(word));
    return (kept.length ? kept : words).slice(0, 12);
  };

  const find = (etalase.find = {
    numbers,
    ranked,
    words: typed,
    /* `root` leads to the site's root, `address` to the head. Gives what is needed to search, once. */
    open(root, address) {
      const opened = async () => {
        base = find.base = root;
        head = find.head = await load("head", address);
        plural = new Intl.PluralRules(head.language);
        find.number = new Intl.NumberFormat(head.language).format;
        await read(await load("index", root + head.index));
        return find;
      };
      ready = ready || opened();
      ready.catch(() => (ready = null));
      return ready;
    },
    /* A theme's string, with names and numbers put in; where there is an n, its plural form. */
    say(key, parts) {
      const { says } = head, shown = { ...parts };
      for (const name in shown) if (typeof shown[name] === "number") shown[name] = find.number(shown[name]);
      const text = parts && parts.n >= 0 && (says[key + "." + plural.select(parts.n)] || says[key + ".other"]);
      return filled(text || says[key], shown);
    },
    /* What a query brings: `scores` of products, facilities and categories (0 is not found; at most NEAR is related),
       each part's own, the words to mark, and the words that nothing has. Null for an empty query. */
    search(query) {
      const words = typed(query.slice(0, 200)), name = words.join(" ");
      if (!name) return null;
      if (last && last.name === name) return last;
      const marks = new Map(), parts = [], unmatched = [];
      for (let i = 0, size; i < words.length; i += size) {
        let terms, open, own;
        for (size = Math.min(index.longest, words.length - i); ; size--) {
          open = i + size === words.length;
          own = words.slice(i, i + size);
          terms = named(own, open);
          if (terms.size || size === 1) break;
        }
        const one = part(own, terms, open, marks);
        if (one.scores.some((score) => score)) parts.push(one);
        else unmatched.push(one.text);
      }
      const scores = new Float32Array(index.total);
      for (let i = 0; parts.length && i < scores.length; i++) {
        let sum = 0, least = 1;
        for (const one of parts) {
          sum += one.scores[i] / parts.length;
          least = Math.min(least, one.scores[i]);
        }
        if (least) scores[i] = least <= NEAR ? Math.min(NEAR, sum) : sum;
      }
      return (last = { name, words, scores, parts, unmatched, marks, near: NEAR + 1e-6 });
    },
    /* What was found from one number up to another, best first. */
    best({ scores }, start, end) {
      const some = [];
      for (let i = start; i < end; i++) if (scores[i]) some.push(i);
      return ranked(some, (i) => (2 - scores[i]) * 1e5);
    },
    /* Loads what summaries say of a query's words, where that lies apart. Gives whether anything came. */
    async deepen({ marks }) {
      const { chunk, at, said } = index, wanted = new Set();
      if (chunk) marks.forEach((weight, word) => weight > NEAR && wanted.add(Math.floor(at.get(word) / chunk)));
      const missing = [...wanted].filter((n) => !(("said-" + n) in taken)).slice(0, 8);
      await Promise.all(
        missing.map(async (n) => {
          const text = await load("said-" + n, base + head.said[n]);
          text.split(" ").forEach((posts, i) => (said[n * chunk + i] = posts));
        })
      );
      if (missing.length) last = known.clear();
      return missing.length;
    },

    /* -- what is shown --------------------------------------------------------------------------------------------- */

    /* The rows of some products, loaded where they lie apart. */
    rows: (products) =>
      Promise.all(
        Array.from(products, async (p) => {
          const n = Math.floor(p / head.per), rows = await load(head.language + "-" + n, base + head.rows[n]);
          const [address, name, line, summary, badge, seen, hidden, key] = rows[p % head.per];
          const [folder, facility, , province] = head.facilities[index.made[p]];
          return {
            href: base + head.products[1] + folder + "/" + address + ".html",
            name, line, summary, badge, seen,
            key: key && folder + "/" + key,
            maker: hidden ? find.say("maker.not-stated", { office: facility }) : facility,
            place: head.provinces[province][1],
            art: head.categories[index.category[p]][2],
          };
        })
      ),
    /* Each product's place in the order of names. */
    async names() {
      const places = [];
      numbers(await load(head.language + "-order", base + head.order)).forEach((p, n) => (places[p] = n));
      return places;
    },
    /* The facilities and categories that a query names: [heading, [[address, name, note]]]. */
    named(found, most) {
      const { products, shelves, total } = index;
      const some = (start, end, address, records) =>
        Array.from(find.best(found, start, end).filter((i) => found.scores[i] > found.near).slice(0, most), (i) => {
          const [key, name, , province] = records[i - start];
          return [base + address.replace("*", key), name, province >= 0 && head.provinces[province][1]];
        });
      return [
        [find.say("nav.facilities"), some(products, shelves, head.facility, head.facilities)],
        [find.say("nav.categories"), some(shelves, total, head.category, head.categories)],
      ].filter(([, them]) => them.length);
    },
    /* A text in an element, what was searched for marked; where it is not in the page's language, it says so. */
    show(element, said, found) {
      const [text, lang] = [].concat(said);
      if (lang) element.lang = lang;
      let end = 0;
      for (const { 0: own, index: start } of found ? text.matchAll(WORD) : []) {
        const word = fold(own), weight = found.marks.get(word), typed = found.words[found.words.length - 1];
        if (!weight) continue;
        const begun = weight === BEGINS && word.startsWith(typed) && word.length === own.length;
        const stop = start + (begun ? typed : own).length;
        element.append(text.slice(end, start), make("mark", {}, text.slice(start, stop)));
        end = stop;
      }
      element.append(text.slice(end));
      return element;
    },
  });
})();
