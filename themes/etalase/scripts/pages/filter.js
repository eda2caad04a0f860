/* The products page: search, filters and order over the whole catalogue, their state in the address.
   Without it the page lists all products, and the categories, provinces and stages have pages of their own. */
(function () {
  "use strict";
  const tools = document.querySelector("[data-filter]"), box = document.querySelector("[data-find] .find-box");
  const listed = document.querySelector("[data-shelf]"), results = document.querySelector("[data-results]");
  if (!tools || !box || !results) return;
  const SVG = "http://www.w3.org/2000/svg", PAGE = 24;
  const { open: engine, make } = window.etalaseSearch;
  const draw = (name, attributes, ...children) => {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };

  /* -- the state, and the address that holds it -------------------------------------------------------------------- */

  const KEYS = ["category", "material", "province", "type", "stage", "status", "price", "samples", "minimum"];
  const LABELS = { material: "materials" };
  const SORTS = ["listed", "name", "newest", "minimum"];
  const fresh = () => ({ q: "", sort: "", chosen: Object.fromEntries(KEYS.map((key) => [key, []])), stated: {} });
  let state = fresh(), shown = PAGE, find = null, facets = [], drawn = 0;

  const hash = () => {
    const parts = [];
    const put = (key, values) => values.length && parts.push(key + "=" + values.map(encodeURIComponent).join(","));
    put("q", state.q.trim() ? [state.q.trim()] : []);
    KEYS.forEach((key) => put(key, [...state.chosen[key], ...(state.stated[key] ? ["!"] : [])]));
    put("sort", state.sort ? [state.sort] : []);
    return parts.length ? "#" + parts.join("&") : "";
  };
  const parse = (text) => {
    const found = fresh();
    text.replace(/^#/, "").slice(0, 4000).split("&").forEach((part) => {
      const at = part.indexOf("="), key = part.slice(0, at);
      if (at < 0) return;
      const values = part.slice(at + 1).split(",").map((value) => {
        try {
          return decodeURIComponent(value);
        } catch (broken) {
          return "";
        }
      });
      if (key === "q") found.q = values.join(",").slice(0, 200);
      else if (key === "sort" && SORTS.includes(values[0])) found.sort = values[0];
      else if (KEYS.includes(key)) {
        found.stated[key] = values.includes("!");
        found.chosen[key] = values.filter((value) => value && value !== "!").slice(0, key === "minimum" ? 1 : 60);
        if (key === "minimum" && !/^[1-9]\d{0,8}$/.test(found.chosen[key][0] || "")) found.chosen[key] = [];
      }
    });
    return found;
  };
  const active = () => hash() !== "";
  /* Each choice is a step that Back undoes; while someone types there is one step, kept when they pause: browsers
     bear few changes of the address in a row. */
  let pending = 0;
  const save = () => {
    clearTimeout(pending);
    const typing = pending && parse(location.hash).q;
    pending = 0;
    try {
      history[typing ? "replaceState" : "pushState"](null, "", location.pathname + location.search + hash());
    } catch (refused) {
      /* Then this address stays behind. */
    }
    languages();
  };
  const flush = () => pending && save();
  const keep = (typing) => {
    if (!typing) return save();
    clearTimeout(pending);
    pending = setTimeout(save, 500);
  };
  const languages = () =>
    document.querySelectorAll(".langs a").forEach((link) => (link.hash = hash().slice(1)));

  /* -- the controls ------------------------------------------------------------------------------------------------ */

  const name = box.querySelector("input").placeholder;
  const input = make("input", {
    type: "search", "aria-label": name, placeholder: name, autocomplete: "off", autocapitalize: "none",
    spellcheck: "false", enterkeyhint: "search", maxlength: 200, "aria-controls": "found",
  });
  const icon = box.querySelector("svg").cloneNode(true);
  const toggle = make("button", { type: "button", class: "button", "aria-expanded": "false", "aria-controls": "filters" }, tools.dataset.filters);
  const sort = make("select", { id: "find-sort" });
  const panel = make("div", { id: "filters", class: "filters", hidden: "", role: "group", "aria-label": tools.dataset.filters });
  const status = make("p", { class: "found-count num", role: "status" });
  const found = make("div", { id: "found", class: "found" });
  tools.append(
    make("div", { class: "find-box" }, icon, input), toggle,
    make("label", { for: "find-sort", class: "find-sort" }, make("span", {}, tools.dataset.sort), sort)
  );
  [["", tools.dataset.listed], ...["name", "newest", "minimum"].map((key) => [key, tools.dataset[key]])].forEach(
    ([value, text]) => sort.append(make("option", { value }, text))
  );
  tools.classList.add("ready");
  results.append(panel, make("div", { class: "found-side" }, status, found));

  const open = () =>
    engine().then((it) => {
      find = it;
      if (!facets.length) facets = all();
    });

  /* -- facets ------------------------------------------------------------------------------------------------------ */

  /* Of each facet its values, and the numbers of each product's own: none where it is not stated. One product has
     one value of most facets, which is then a number, 0 for none. */
  const all = () => {
    const head = find.head, index = find.index, shop = (n) => index.made.map((f) => head.facilities[f][n] + 1);
    const ways = {
      category: [head.categories, index.category.map((n) => n + 1)],
      material: [head.materials, index.material.map((list) => list.map((n) => n + 1))],
      province: [head.provinces, shop(3)],
      type: [head.types, shop(4)],
      stage: [head.stages, index.stage],
      status: [head.statuses, index.status],
      price: [head.prices, index.price],
      samples: [head.samples, index.samples],
      minimum: [[], index.minimum],
    };
    return KEYS.map((key) => ({ key, values: ways[key][0], own: ways[key][1], label: find.say("field." + (LABELS[key] || key)) }));
  };
  /* Whether a value of a facet passes; null where all do. */
  const rule = (facet, from) => {
    const chosen = from.chosen[facet.key];
    if (facet.key === "minimum") return chosen.length ? (value) => value <= chosen[0] : null;
    const wanted = facet.values.map((value) => chosen.includes(value[0]));
    return wanted.includes(true) ? (value) => wanted[value - 1] : null;
  };
  /* The products that pass everything, and of each facet how many each value would bring with all the others. */
  const sift = (from) => {
    const query = find.search(from.q), rules = facets.map((facet) => rule(facet, from)), passing = [];
    const stated = facets.map((facet) => from.stated[facet.key]);
    const counts = facets.map((facet) => new Int32Array(facet.values.length + 1));
    for (let p = 0; p < find.index.products; p++) {
      if (query && !query.scores[p]) continue;
      let failed = -1;
      for (let f = 0; f < facets.length; f++) {
        const own = facets[f].own[p], none = own === 0 || own.length === 0;
        if (none ? !stated[f] : !rules[f] || (own.length ? own.some(rules[f]) : rules[f](own))) continue;
        failed = failed < 0 ? f : -2;
        if (failed === -2) break;
      }
      if (failed === -2) continue;
      if (failed < 0) passing.push(p);
      for (let f = 0; f < facets.length; f++) {
        if (failed >= 0 && failed !== f) continue;
        const own = facets[f].own[p];
        if (!own.length) counts[f][own.length === 0 ? 0 : own]++;
        else for (const value of own) counts[f][value]++;
      }
    }
    return { query, passing, counts };
  };

  const change = (edit, typing) => {
    if (!typing) flush();
    edit();
    shown = PAGE;
    keep(typing);
    show();
  };
  const choose = (key, code, on) => {
    state.chosen[key] = state.chosen[key].filter((other) => other !== code);
    if (on) state.chosen[key].push(code);
  };

  const finish = make("button", { type: "button", class: "button button-main filters-done" });
  finish.addEventListener("click", () => {
    expand(false);
    status.scrollIntoView();
    toggle.focus({ preventScroll: true });
  });
  const check = (said, pick) => {
    const box = make("input", { type: "checkbox" }), count = make("span", { class: "num" });
    const line = make("label", { class: "check" }, box, find.show(make("span"), said), count);
    box.addEventListener("change", () => change(() => pick(box.checked)));
    return (number, on) => {
      count.textContent = find.number(number);
      box.checked = on;
      line.hidden = !number && !on;
      return line;
    };
  };
  const build = () => {
    const wide = matchMedia("(min-width: 60rem)").matches;
    facets.forEach((facet, f) => {
      const key = facet.key, body = make("div", { class: "facet-values" });
      facet.lines = facet.values.map(([code, said]) => check(said, (on) => choose(key, code, on)));
      facet.unknown = check(find.say("not-stated"), (on) => (state.stated[key] = !on));
      facet.details = make("details", { class: "facet" }, make("summary", {}, facet.label), body);
      facet.details.open = wide && f < 3;
      if (key === "minimum") {
        const field = (facet.field = make("input", { type: "number", min: 1, max: 999999999, inputmode: "numeric" }));
        field.addEventListener("change", () => change(() => (state.chosen[key] = field.value > 0 ? [String(Math.floor(field.value))] : [])));
        body.append(make("label", { class: "check-number" }, make("span", {}, find.say("find.minimum")), field),
          make("p", { class: "small soft" }, find.say("find.minimum-note")));
      }
      const unknown = facet.unknown(0, false);
      unknown.classList.add("check-unknown");
      body.append(...facet.lines.map((line) => line(0, false)), unknown);
      panel.append(facet.details);
    });
    panel.append(finish);
  };
  const showFacets = (counts) => {
    if (!panel.firstChild) build();
    facets.forEach((facet, f) => {
      const chosen = state.chosen[facet.key], count = counts[f];
      const lines = facet.lines.map((line, n) => line(count[n + 1], chosen.includes(facet.values[n][0])));
      const unknown = facet.unknown(count[0], !state.stated[facet.key]);
      unknown.hidden = !count[0] && !state.stated[facet.key];
      if (facet.field && document.activeElement !== facet.field) facet.field.value = chosen[0] || "";
      facet.details.hidden = !facet.field && lines.every((line) => line.hidden);
    });
  };
  const expand = (on) => {
    panel.hidden = !on;
    toggle.setAttribute("aria-expanded", String(on));
    results.classList.toggle("with-filters", on);
    show();
  };

  /* -- results ----------------------------------------------------------------------------------------------------- */

  const art = (pattern, [x, y, turn, size, accent]) => {
    const motif = document.getElementById("m-" + pattern), spin = motif ? Number(motif.dataset.spin) : 0;
    const paint = (n) => "url(#p-" + pattern + "-" + n + ")", r = 70 + 12 * (turn % 5);
    const place = "translate(" + (80 + 2.4 * x) + " " + (60 + 1.8 * y) + ") rotate(" + ((turn * spin) % 360) + ") scale(" + (0.8 + 0.15 * size) + ")";
    return draw("svg", { class: "art art-" + accent, viewBox: "0 0 400 300", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
      draw("g", { transform: place },
        draw("path", { fill: paint(accent), d: "M-700-700H700V700H-700z" }),
        draw("circle", { class: "art-f", r }), draw("circle", { fill: paint(3 - accent), r })));
  };
  const view = (row) => {
    const seen = row.seen, window = make("div", { class: "window" });
    if (typeof seen[0] === "number") {
      window.append(art(row.art, seen), make("span", { class: "note" }, find.say("picture.none")));
      return window;
    }
    const alt = [].concat(seen[3]);
    const picture = make("img", { class: "tint-" + seen[4], src: find.base() + seen[0], width: seen[1], height: seen[2], alt: alt[0], loading: "lazy", decoding: "async" });
    if (alt[1]) picture.lang = alt[1];
    window.append(picture);
    if (seen[5]) window.append(make("span", { class: "note" }, find.say("picture.illustration-short")));
    return window;
  };
  const card = (row, query) => {
    const where = find.show(make("p"), row.maker, query);
    where.append(make("br"));
    find.show(where, row.place, query);
    const name = find.show(make("a", { href: row.href }), row.name, query);
    const one = make("li", { class: "card", ...(row.key && { "data-product": row.key, "data-name": [].concat(row.name)[0] }) }, view(row), make("h3", { class: "card-name" }, name), where);
    if (row.line) one.append(make("p", { class: "line" }, row.line));
    if (row.badge) one.append(make("p", { class: "badge" }, row.badge));
    if (query) one.append(find.show(make("p", { class: "card-summary" }), row.summary, query));
    return one;
  };
  const sorted = (query, passing) => {
    const index = find.index, is = new Uint8Array(index.products), lay = (order) => order.filter((p) => is[p]);
    passing.forEach((p) => (is[p] = 1));
    if (state.sort === "name") return find.names().then(lay);
    if (state.sort === "newest") return Promise.resolve(lay(find.order((a, b) => index.added[b] - index.added[a])));
    if (state.sort === "minimum") {
      const least = (p) => index.minimum[p] || Infinity;
      return Promise.resolve(lay(find.order((a, b) => (least(a) === least(b) ? 0 : least(a) - least(b)))));
    }
    return Promise.resolve(lay(query ? find.best(query, 0, index.products) : index.listed));
  };

  /* Everything that narrows, as [what it is called, how to be without it]. */
  const narrowing = (query) => {
    const found = [];
    if (query && query.words.length)
      query.words.length > 1
        ? query.parts.forEach((part) => found.push(["“" + part.text + "”", (from) => {
            const gone = part.text.split(" ");
            from.q = (find.words(from.q) || []).filter((word) => !gone.includes(word)).join(" ");
          }]))
        : found.push(["“" + state.q.trim() + "”", (from) => (from.q = "")]);
    facets.forEach((facet) => {
      const named = (code) => (facet.values.find((value) => value[0] === code) || [0, null])[1];
      state.chosen[facet.key].forEach((code) => {
        const said = facet.key === "minimum" ? "≤ " + find.number(Number(code)) : named(code);
        if (said) found.push([facet.label + ": " + [].concat(said)[0], (from) => (from.chosen[facet.key] = from.chosen[facet.key].filter((other) => other !== code))]);
      });
      if (state.stated[facet.key])
        found.push([find.say("find.stated-only", { name: facet.label }), (from) => (from.stated[facet.key] = false)]);
    });
    return found;
  };
  const copy = () => ({ ...state, chosen: { ...state.chosen }, stated: { ...state.stated } });
  const press = (text, named, act) => {
    const button = make("button", { type: "button", class: "plain" }, text);
    if (named) button.setAttribute("aria-label", named);
    button.addEventListener("click", act);
    return button;
  };
  const without = (drop) => change(() => {
    const next = copy();
    drop(next);
    state = next;
    input.value = state.q;
  });
  const clear = () => {
    change(() => (state = fresh()));
    input.value = "";
    input.focus();
  };

  const chips = (narrowed) => {
    const line = make("ul", { class: "chips" });
    narrowed.forEach(([text, drop], n) => {
      const button = press(text + " ×", find.say("find.remove", { name: text }), () => {
        without(drop);
        const left = found.querySelectorAll(".chips button");
        (left[Math.min(n, left.length - 1)] || input).focus();
      });
      line.append(make("li", {}, button));
    });
    if (narrowed.length > 1) line.append(make("li", {}, press(find.say("find.clear"), "", clear)));
    return line;
  };
  const loosen = (narrowed) => {
    const ways = narrowed
      .map(([text, drop]) => {
        const next = copy();
        drop(next);
        return [text, drop, sift(next).passing.length];
      })
      .filter((way) => way[2])
      .sort((a, b) => b[2] - a[2]);
    /* Where no one of them is to blame, each alone. */
    const alone = ways.length ? [] : narrowed.map(([text, drop]) => {
      const others = narrowed.filter((one) => one[1] !== drop), only = (from) => others.forEach((one) => one[1](from));
      const next = copy();
      only(next);
      return [text, only, sift(next).passing.length];
    }).filter((way) => way[2]);
    const parts = [make("p", { class: "lede" }, find.say("find.none"))];
    const offered = ways.length ? ways : alone, key = ways.length ? "find.without" : "find.only";
    if (offered.length && narrowed.length > 1) {
      const rows = make("ul", { class: "rows loosen" });
      offered.forEach(([name, drop, n]) => rows.append(make("li", {}, press(find.say(key, { name, n }), "", () => without(drop)))));
      parts.push(make("p", {}, find.say("find.loosen")), rows);
    } else parts.push(make("p", {}, press(find.say("find.clear"), "", clear)));
    return parts;
  };
  const others = (query) =>
    (query ? find.named(query, 5) : []).map(([heading, them]) =>
      make("div", { class: "found-others" }, make("h3", {}, heading),
        make("ul", { class: "ways" }, ...them.map(([href, said]) => make("li", {}, find.show(make("a", { href }), said, query))))));

  const put = (sifted, rows, total) => {
    const query = sifted.query, exact = [], related = [];
    rows.forEach(([p, row]) => (query && query.scores[p] <= query.near && !state.sort ? related : exact).push(card(row, query)));
    const shelf = (cards) => (cards.length ? make("ul", { class: "shelf" }, ...cards) : "");
    const narrowed = narrowing(query);
    const notes = query ? query.unmatched.map((word) => query.parts.length ? make("p", { class: "soft" }, find.say("find.unmatched", { word })) : "") : [];
    const more = total > rows.length ? press(find.say("find.more"), "", () => {
      const before = found.querySelectorAll(".card").length;
      shown += PAGE;
      show().then(() => {
        const next = found.querySelectorAll(".card a")[before];
        if (next) next.focus();
      });
    }) : "";
    if (more) more.className = "button more";
    found.replaceChildren(
      make("h2", { class: "vh" }, find.say("find.heading")),
      ...(narrowed.length ? [chips(narrowed)] : []), ...notes.filter(Boolean), ...others(query),
      shelf(exact),
      related.length ? make("h2", { class: "found-related" }, find.say("find.related")) : "", shelf(related), more,
      ...(total ? [] : loosen(narrowed))
    );
    document.dispatchEvent(new CustomEvent("etalase:cards", { detail: found }));
    const count = find.say("find.products", { n: total });
    if (status.textContent !== count) status.textContent = count;
    finish.textContent = find.say("find.shown", { n: total });
  };

  const show = () => {
    const mine = ++drawn;
    sort.value = state.sort;
    sort.options[0].textContent = state.q.trim() ? tools.dataset.best : tools.dataset.listed;
    const busy = active() || !panel.hidden;
    results.hidden = !busy;
    listed.hidden = busy;
    if (!busy) return Promise.resolve();
    return open()
      .then(() => {
        const sifted = sift(state);
        if (!panel.hidden) showFacets(sifted.counts);
        return sorted(sifted.query, sifted.passing).then((order) =>
          find.rows(order.slice(0, shown)).then((rows) => {
            if (mine !== drawn) return null;
            put(sifted, rows.map((row, n) => [order[n], row]), order.length);
            return sifted.query && find.deepen(sifted.query).then((more) => more && mine === drawn && show());
          })
        );
      })
      .catch(() => {
        if (mine !== drawn) return;
        results.hidden = true;
        listed.hidden = false;
      });
  };

  /* -- what moves it ----------------------------------------------------------------------------------------------- */

  const follow = () => {
    if (location.hash && !location.hash.includes("=")) return;
    state = parse(location.hash);
    input.value = state.q;
    shown = PAGE;
    languages();
    show();
  };
  input.addEventListener("focus", () => open().catch(() => {}));
  input.addEventListener("input", () => change(() => (state.q = input.value), true));
  input.addEventListener("change", flush);
  results.addEventListener("click", flush, true);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      change(() => (state.q = ""), true);
    }
  });
  toggle.addEventListener("click", () => expand(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    expand(false);
    toggle.focus();
  });
  sort.addEventListener("change", () => change(() => (state.sort = sort.value)));
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  follow();
})();
