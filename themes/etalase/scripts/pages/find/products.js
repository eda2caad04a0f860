/* The products page: search, filters and order over the whole catalogue, their state in the address.
   Without it the page lists all products, and the categories, provinces and stages have pages of their own. */
(() => {
  "use strict";
  const tools = document.querySelector("[data-filter]"), listed = document.querySelector("[data-shelf]");
  const results = document.querySelector("[data-results]");
  if (!tools || !etalase.search) return;
  const { make, draw, button, decoded, pause, search } = etalase, told = tools.dataset;
  /* So many cards are drawn at once, so many in all, and so many milliseconds are left between. */
  const FIRST = 4, PAGE = 24, PACE = 50;

  /* -- the state, and the address that holds it -------------------------------------------------------------------- */

  const KEYS = ["category", "material", "province", "type", "stage", "status", "price", "samples", "minimum"];
  const SORTS = ["listed", "name", "newest", "minimum"];
  const fresh = () => ({ q: "", sort: "", chosen: Object.fromEntries(KEYS.map((key) => [key, []])), stated: {} });
  let state = fresh(), find, facets, asked = 0;

  const hash = () => {
    const parts = [["q", state.q.trim()], ...KEYS.map((key) => [key, ...state.chosen[key], state.stated[key] && "!"]), ["sort", state.sort]];
    const said = parts.map(([key, ...values]) => [key, values.filter(Boolean).map(encodeURIComponent)]);
    return said.filter(([, values]) => values[0]).map(([key, values]) => key + "=" + values).join("&");
  };
  const parse = (text) => {
    const found = fresh();
    for (const part of text.slice(1, 4000).split("&")) {
      const [key, ...rest] = part.split("="), values = rest.join("=").split(",").map(decoded);
      if (key === "q") found.q = values.join(",").slice(0, 200);
      else if (key === "sort" && SORTS.includes(values[0])) found.sort = values[0];
      else if (KEYS.includes(key)) {
        const chosen = values.filter((value) => value && value !== "!");
        found.stated[key] = values.includes("!");
        found.chosen[key] = key === "minimum" ? chosen.slice(0, 1).filter((value) => /^[1-9]\d{0,8}$/.test(value)) : chosen.slice(0, 60);
      }
    }
    return found;
  };
  /* Each choice is a step that Back undoes; while someone types there is one step, kept when they pause: browsers
     bear few changes of the address in a row. */
  let pending = 0;
  const save = () => {
    const typing = pending && parse(location.hash).q, said = hash();
    clearTimeout(pending);
    pending = 0;
    try {
      history[typing ? "replaceState" : "pushState"](null, "", location.pathname + location.search + (said && "#" + said));
    } catch {
      /* Then this address stays behind. */
    }
    languages();
  };
  const flush = () => pending && save();
  const languages = () => document.querySelectorAll(".langs a").forEach((link) => (link.hash = hash()));
  const change = (edit, typing) => {
    if (!typing) flush();
    edit(state);
    input.value = typing ? input.value : state.q;
    clearTimeout(pending);
    if (typing) pending = setTimeout(save, 500);
    else save();
    show();
  };

  /* -- the controls ------------------------------------------------------------------------------------------------ */

  const input = make("input", {
    ...search.looks, "aria-controls": "found", change: () => flush(), focus: () => open().catch(() => {}),
    input: () => change(() => (state.q = input.value), true),
  });
  const toggle = button(told.filters, { class: "button", "aria-expanded": "false", "aria-controls": "filters" }, () => expand(panel.hidden));
  const sort = make("select", { id: "find-sort", change: () => change(() => (state.sort = sort.value)) });
  const panel = make("div", { id: "filters", class: "filters", hidden: true, role: "group", "aria-label": told.filters });
  const status = make("p", { class: "found-count num", role: "status" });
  const found = make("div", { id: "found", class: "found" });
  sort.append(...["", ...SORTS.slice(1)].map((key) => new Option(told[key || "listed"], key)));
  tools.append(
    make("div", { class: "find-box" }, search.icon.cloneNode(true), input), toggle,
    make("label", { for: "find-sort", class: "find-sort" }, make("span", {}, told.sort), sort)
  );
  tools.classList.add("ready");
  results.append(panel, make("div", { class: "found-side" }, status, found));

  /* Results in place of the list, or the list again. */
  const swap = (on) => {
    results.hidden = !on;
    listed.hidden = !!on;
  };
  const expand = (on) => {
    panel.hidden = !on;
    toggle.setAttribute("aria-expanded", on);
    results.classList.toggle("with-filters", on);
    show();
  };

  /* -- facets ------------------------------------------------------------------------------------------------------ */

  /* Of each facet its values and each product's own, as numbers of values that begin with 1; 0 is what is not stated.
     What a product has beside one of them is in `more`; the least quantities are their own values. */
  const read = () => {
    const { head, index } = find, shop = (n) => index.made.map((f) => head.facilities[f][n] + 1);
    const amounts = [...new Set(index.minimum)].filter(Boolean), place = new Map(amounts.map((amount, n) => [amount, n + 1]));
    const ways = {
      category: [head.categories, index.category.map((n) => n + 1)],
      material: [head.materials, index.material.map(([n = -1]) => n + 1), index.material.map(([, ...more]) => more.map((n) => n + 1))],
      province: [head.provinces, shop(3)],
      type: [head.types, shop(4)],
      stage: [head.stages, index.stage],
      status: [head.statuses, index.status],
      price: [head.prices, index.price],
      samples: [head.samples, index.samples],
      minimum: [amounts.map((amount) => [amount]), index.minimum.map((amount) => place.get(amount) || 0)],
    };
    return KEYS.map((key, f) => {
      const [values, own, more] = ways[key];
      return panelled({ key, values, own: Uint16Array.from(own), more, label: find.say("field." + (key === "material" ? "materials" : key)) }, f);
    });
  };
  /* Of each value whether it passes; first, what is not stated. */
  const passes = ({ key, values }, from) => {
    const chosen = from.chosen[key], fits = ([code]) => (key === "minimum" ? code <= chosen[0] : chosen.includes(code));
    const all = key === "minimum" ? !chosen.length : !values.some(fits);
    return [!from.stated[key], ...values.map((value) => all || fits(value))];
  };
  /* The products that pass everything, and of each facet how many each value would bring with all the others. */
  const sift = (from) => {
    const query = find.search(from.q), { products } = find.index, passing = [];
    const failed = new Uint8Array(products), by = new Uint8Array(products);
    facets.forEach((facet, f) => {
      const passed = passes(facet, from), { own, more } = facet;
      if (passed.every(Boolean)) return;
      for (let p = 0; p < products; p++)
        if (!passed[own[p]] && !(more && more[p].some((value) => passed[value]))) {
          failed[p]++;
          by[p] = f;
        }
    });
    for (let p = 0; p < products; p++) {
      if (query && !query.scores[p]) failed[p] = 2;
      if (!failed[p]) passing.push(p);
    }
    const counts = facets.map(({ values, own, more }, f) => {
      const count = new Int32Array(values.length + 1);
      for (let p = 0; p < products; p++) {
        if (failed[p] > 1 || (failed[p] && by[p] !== f)) continue;
        count[own[p]]++;
        if (more) for (const value of more[p]) count[value]++;
      }
      return count;
    });
    return { query, passing, counts };
  };

  /* A facet with what shows it: its lines are made when it is first open, and told only while it is. */
  const panelled = (facet, f) => {
    const { key, values, label } = facet, amount = key === "minimum", lines = [];
    const body = make("div", { class: "facet-values" });
    const check = (said, kind, pick) => {
      const box = make("input", { type: "checkbox", change: () => change(() => pick(box.checked)) });
      const count = make("span", { class: "num" });
      const line = make("label", { class: "check" + kind }, box, find.show(make("span"), said), count);
      body.append(line);
      let was;
      lines.push((number, on, always, quiet) => {
        if (number !== was) count.textContent = find.number((was = number));
        box.checked = on;
        line.hidden = quiet ? line.hidden : !number && !always;
      });
    };
    const field = amount && make("input", {
      type: "number", min: 1, max: 999999999, inputmode: "numeric",
      change: () => change(() => (state.chosen[key] = field.value > 0 ? [String(Math.floor(field.value))] : [])),
    });
    if (amount)
      body.append(make("label", { class: "check-number" }, make("span", {}, find.say("find.minimum")), field),
        make("p", { class: "small soft" }, find.say("find.minimum-note")));
    const wide = matchMedia("(min-width: 60rem)").matches;
    const details = make("details", { class: "facet", open: wide && f < 3, toggle: () => facet.tell() }, make("summary", {}, label), body);
    panel.append(details);
    facet.tell = (counts = facet.counts, quiet) => {
      if (!counts) return;
      const chosen = state.chosen[key], stated = !!state.stated[key], shown = amount ? [] : values;
      facet.counts = counts;
      if (!quiet) details.hidden = !amount && !chosen.length && !counts.some((count, n) => n && count);
      if (!details.open) return;
      if (!lines.length) {
        check(find.say("not-stated"), " check-unknown", (on) => (state.stated[key] = !on));
        shown.forEach(([code, said]) =>
          check(said, "", (on) => {
            state.chosen[key] = chosen.filter((other) => other !== code);
            if (on) state.chosen[key].push(code);
          })
        );
        body.append(body.querySelector(".check-unknown"));
      }
      lines[0](counts[0], !stated, stated, quiet);
      shown.forEach(([code], n) => lines[n + 1](counts[n + 1], chosen.includes(code), chosen.includes(code), quiet));
      if (amount && document.activeElement !== field) field.value = chosen[0] || "";
    };
    return facet;
  };
  const finish = button("", { class: "button button-main filters-done" }, () => {
    expand(false);
    status.scrollIntoView();
    toggle.focus({ preventScroll: true });
  });
  const open = async () => {
    find = await search.open();
    if (facets) return;
    facets = read();
    panel.append(finish);
  };

  /* -- results ----------------------------------------------------------------------------------------------------- */

  const art = (pattern, [x, y, turn, size, accent]) => {
    const motif = document.getElementById("m-" + pattern), spin = motif ? motif.dataset.spin : 0;
    const paint = (n) => `url(#p-${pattern}-${n})`, r = 70 + 12 * (turn % 5);
    const transform = `translate(${80 + 2.4 * x} ${60 + 1.8 * y}) rotate(${(turn * spin) % 360}) scale(${0.8 + 0.15 * size})`;
    return draw("svg", { class: "art art-" + accent, viewBox: "0 0 400 300", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
      draw("g", { transform },
        draw("path", { fill: paint(accent), d: "M-700-700H700V700H-700z" }),
        draw("circle", { class: "art-f", r }), draw("circle", { fill: paint(3 - accent), r })));
  };
  const view = ({ seen, art: pattern }) => {
    const [src, width, height, said, tint, illustration] = seen, drawn = typeof src === "number";
    const [alt, lang] = [].concat(said), note = drawn ? "picture.none" : illustration && "picture.illustration-short";
    return make("div", { class: "window" },
      drawn ? art(pattern, seen) : make("img", { class: "tint-" + tint, src: find.base + src, width, height, alt, lang, loading: "lazy", decoding: "async" }),
      note && make("span", { class: "note" }, find.say(note)));
  };
  const card = (row, query) => {
    const where = find.show(make("p"), row.maker, query), name = find.show(make("a", { href: row.href }), row.name, query);
    where.append(make("br"));
    find.show(where, row.place, query);
    const asked = row.key && { "data-product": row.key, "data-name": name.textContent };
    return make("li", { class: "card", ...asked }, view(row), make("h3", { class: "card-name" }, name), where,
      row.line && make("p", { class: "line" }, row.line),
      row.badge && make("p", { class: "badge" }, row.badge),
      query && find.show(make("p", { class: "card-summary" }), row.summary, query));
  };
  const sorted = async ({ query, passing }) => {
    const { index } = find, places = state.sort === "name" && (await find.names());
    const ranks = {
      name: (p) => places[p],
      newest: (p) => 1e5 - index.added[p],
      minimum: (p) => index.minimum[p] || 1e9,
      "": (p) => (query ? (2 - query.scores[p]) * 1e5 : 0),
    };
    return find.ranked(passing, ranks[state.sort] || (() => 0));
  };

  /* Everything that narrows, as [what it is called, how to be without it]. */
  const narrowing = (query) => {
    const all = [];
    if (query && query.words.length > 1)
      query.parts.forEach(({ text }) => all.push([`“${text}”`, (from) => {
        const gone = text.split(" ");
        from.q = find.words(from.q).filter((word) => !gone.includes(word)).join(" ");
      }]));
    else if (query) all.push([`“${state.q.trim()}”`, (from) => (from.q = "")]);
    facets.forEach(({ key, label, values }) => {
      state.chosen[key].forEach((code) => {
        const said = key === "minimum" ? "≤ " + find.number(code) : (values.find((value) => value[0] === code) || [])[1];
        if (said) all.push([label + ": " + [].concat(said)[0], (from) => (from.chosen[key] = from.chosen[key].filter((other) => other !== code))]);
      });
      if (state.stated[key]) all.push([find.say("find.stated-only", { name: label }), (from) => (from.stated[key] = false)]);
    });
    return all;
  };
  const press = (text, act, label) => button(text, { class: "plain", "aria-label": label }, act);
  const clear = () =>
    press(find.say("find.clear"), () => {
      change(() => (state = fresh()));
      input.focus();
    });
  const items = (all) => all.map((one) => make("li", {}, one));
  const chips = (narrowed) =>
    narrowed.length && make("ul", { class: "chips" }, ...items([
      ...narrowed.map(([name, drop], n) =>
        press(name + " ×", () => {
          change(drop);
          const left = found.querySelectorAll(".chips button");
          (left[Math.min(n, left.length - 1)] || input).focus();
        }, find.say("find.remove", { name }))),
      ...(narrowed.length > 1 ? [clear()] : []),
    ]));
  /* What an empty result would bring without one of what narrows it; where no one of them is to blame, each alone. */
  const loosen = async (narrowed, stale) => {
    const count = async (ways, key) => {
      const found = [];
      for (const [name, drop] of ways) {
        await pause();
        if (stale()) return [];
        const next = { ...state, chosen: { ...state.chosen }, stated: { ...state.stated } };
        drop(next);
        const n = sift(next).passing.length;
        if (n) found.push([n, press(find.say(key, { name, n }), () => change(drop))]);
      }
      return found.sort((a, b) => b[0] - a[0]).map((way) => way[1]);
    };
    const alone = narrowed.map(([name, drop]) => [name, (from) => narrowed.forEach((one) => one[1] === drop || one[1](from))]);
    const without = narrowed.length > 1 ? await count(narrowed, "find.without") : [];
    const ways = without.length || narrowed.length < 2 ? without : await count(alone, "find.only");
    return ways.length
      ? [make("p", {}, find.say("find.loosen")), make("ul", { class: "rows loosen" }, ...items(ways))]
      : [make("p", {}, clear())];
  };
  const others = (query) =>
    (query ? find.named(query, 5) : []).map(([heading, them]) =>
      make("div", { class: "found-others" }, make("h3", {}, heading),
        make("ul", { class: "ways" }, ...items(them.map(([href, said]) => find.show(make("a", { href }), said, query))))));

  /* Cards are laid in steps, so that whoever types on is never kept waiting; what is out of date is left off. */
  const put = async (sifted, order, stale) => {
    const { query } = sifted, shelves = [0, 1].map(() => make("ul", { class: "shelf" }));
    const related = make("h2", { class: "found-related" }, find.say("find.related"));
    const near = (p) => query && !state.sort && query.scores[p] <= query.near;
    const lay = async (from, to) => {
      const some = order.slice(from, to), rows = await find.rows(some);
      if (stale()) return;
      rows.forEach((row, n) => shelves[near(some[n]) ? 1 : 0].append(card(row, query)));
      return rows.length;
    };
    const more = button(find.say("find.more"), { class: "button more" }, async () => {
      const laid = found.querySelectorAll(".card").length;
      if (!(await lay(laid, laid + PAGE))) return;
      end();
      found.querySelectorAll(".card a")[laid].focus();
    });
    const end = () => {
      shelves.forEach(etalase.dress);
      if (shelves[1].firstChild) found.append(related, shelves[1]);
      if (found.querySelectorAll(".card").length < order.length) found.append(more);
      else more.remove();
    };
    const first = order.length && (await lay(0, FIRST));
    if (stale()) return;
    const narrowed = narrowing(query);
    const notes = query && query.parts.length ? query.unmatched.map((word) => make("p", { class: "soft" }, find.say("find.unmatched", { word }))) : [];
    if (!first) shelves[0] = make("p", { class: "lede" }, find.say("find.none"));
    found.replaceChildren(make("h2", { class: "vh" }, find.say("find.heading")), ...[chips(narrowed), ...notes, ...others(query), shelves[0]].filter(Boolean));
    swap(true);
    if (!first) {
      const ways = await loosen(narrowed, stale);
      if (!stale()) found.append(...ways);
    }
    for (let laid = FIRST; laid < Math.min(order.length, PAGE) && !stale(); laid += FIRST) {
      await pause(PACE);
      await lay(laid, laid + FIRST);
    }
    await pause(PACE);
    if (first && !stale()) end();
  };

  /* `quiet` where what a search loaded comes after: then only what was there changes, as nobody is to see things move. */
  const show = async (quiet) => {
    const mine = ++asked, stale = () => mine !== asked, off = !hash() && panel.hidden;
    sort.value = state.sort;
    sort.options[0].textContent = told[state.q.trim() ? "best" : "listed"];
    if (off) return swap(false);
    try {
      await open();
      if (stale()) return;
      const sifted = sift(state), order = await sorted(sifted), n = order.length;
      if (stale()) return;
      const count = find.say("find.products", { n });
      if (status.textContent !== count) status.textContent = count;
      finish.textContent = find.say("find.shown", { n });
      const tell = () => panel.hidden || facets.forEach((facet, f) => facet.tell(sifted.counts[f], quiet));
      if (results.hidden) tell();
      else pause(PACE).then(() => stale() || tell());
      await put(sifted, order, stale);
      if (sifted.query && !stale() && (await find.deepen(sifted.query)) && !stale()) show(true);
    } catch {
      if (!stale()) swap(false);
    }
  };

  /* -- what moves it ----------------------------------------------------------------------------------------------- */

  const follow = () => {
    if (location.hash && !location.hash.includes("=")) return;
    state = parse(location.hash);
    input.value = state.q;
    languages();
    swap(hash());
    show();
  };
  const escaped = (element, act) =>
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      act();
    });
  escaped(input, () => change(() => (input.value = state.q = ""), true));
  results.addEventListener("click", flush, true);
  escaped(panel, () => {
    expand(false);
    toggle.focus();
  });
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  follow();
})();
