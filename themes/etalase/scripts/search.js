/* The search box in every page's header, an ARIA combobox; what it needs is loaded when someone turns to it. */
(function () {
  "use strict";
  const box = document.querySelector("[data-find]");
  if (!box) return;
  const link = box.querySelector("a"), label = link.textContent.trim(), all = link.getAttribute("href");
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children.filter(Boolean));
    return element;
  };
  const input = make("input", {
    type: "search", id: "find-input", role: "combobox", "aria-label": label, placeholder: label, autocomplete: "off",
    autocapitalize: "none", spellcheck: "false", enterkeyhint: "search", maxlength: 200,
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "find-list",
  });
  const list = make("div", { id: "find-list", role: "listbox", "aria-label": label });
  const note = make("div", { class: "find-notes" });
  const panel = make("div", { class: "find-list", hidden: "" });
  panel.append(note, list);
  const status = make("p", { class: "vh", role: "status" });
  const field = make("div", { class: "find-box" });
  field.append(link.firstElementChild, input);
  box.setAttribute("role", "search");
  box.replaceChildren(field, panel, status);

  let find = null, options = [], active = -1, asked = 0, late = 0, opening = null;
  const script = () =>
    new Promise((give, fail) => {
      document.head.append(make("link", { rel: "stylesheet", href: box.dataset.style }));
      const script = make("script", { src: box.dataset.engine });
      script.onload = give;
      script.onerror = fail;
      document.head.append(script);
    });
  const open = () =>
    (opening =
      opening ||
      script()
        .then(() => window.etalaseFind.open(box.dataset.root, box.dataset.head))
        .then((it) => (find = it))
        .catch((failed) => {
          opening = null;
          throw failed;
        }));
  window.etalaseSearch = { open, make };
  input.addEventListener("focus", () => open().catch(() => {}));

  const close = () => {
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  };
  const activate = (n) => {
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = n;
    if (!options[n]) return input.removeAttribute("aria-activedescendant");
    options[n].setAttribute("aria-selected", "true");
    options[n].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[n].id);
  };
  const everything = () => all + "#q=" + encodeURIComponent(input.value.trim());

  const option = (href, said, notes, found) => {
    const one = make("a", { id: "find-" + options.length, role: "option", href, tabindex: "-1", "aria-selected": "false" });
    one.append(find.show(make("b"), said, found));
    notes.filter(Boolean).forEach((note) => one.append(" ", find.show(make("span"), note, found)));
    options.push(one);
    return one;
  };
  const group = (name, members) => {
    if (!members.length) return;
    const id = "find-g" + list.childElementCount;
    const one = make("div", { role: "group", "aria-labelledby": id });
    one.append(make("p", { id, role: "presentation" }, name), ...members);
    list.append(one);
  };

  const draw = (found, rows, named, count) => {
    list.replaceChildren();
    note.replaceChildren();
    options = [];
    activate(-1);
    found.unmatched.forEach((word) =>
      found.parts.length && note.append(make("p", {}, find.say("find.unmatched", { word })))
    );
    const goods = (near) =>
      rows.filter((row) => row.near === near).map((row) => option(row.href, row.name, [row.maker, row.place], found));
    group(find.say("nav.products"), goods(false));
    group(find.say("find.related"), goods(true));
    named.forEach(([heading, them]) =>
      group(heading, them.map(([href, name, note]) => option(href, name, [note], found))));
    if (count > rows.length) {
      const more = option(everything(), find.say("find.all", { n: count }), [], null);
      more.className = "find-all";
      list.append(more);
    }
    if (!options.length) note.append(make("p", {}, find.say("find.none")));
    list.hidden = !options.length;
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(!!options.length));
    clearTimeout(late);
    const told = options.length ? find.say("find.results", { n: named.reduce((sum, group) => sum + group[1].length, count) }) : find.say("find.none");
    late = setTimeout(() => (status.textContent = told), 400);
  };

  const look = () => {
    const mine = ++asked, query = input.value;
    if (!query.trim()) return close();
    open().then(() => {
      if (mine !== asked) return;
      const found = find.search(query);
      if (!found) return close();
      const goods = find.best(found, 0, find.index.products), first = goods.slice(0, 6);
      return find.rows(first).then((rows) => {
        if (mine !== asked) return;
        rows.forEach((row, n) => (row.near = found.scores[first[n]] <= found.near));
        draw(found, rows, find.named(found, 3), goods.length);
        return find.deepen(found).then((more) => more && mine === asked && look());
      });
    }).catch(() => {
      if (mine === asked) location.href = all;
    });
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", () => input.value.trim() && look());
  input.addEventListener("keydown", (event) => {
    const shown = !panel.hidden && options.length;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown) return look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      activate(active < 0 ? (step > 0 ? 0 : options.length - 1) : active + step >= options.length ? -1 : active + step);
    } else if (event.key === "Enter") {
      if (shown && active >= 0) options[active].click();
      else if (input.value.trim()) location.href = everything();
      close();
    } else if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") close();
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", () => close());
  document.addEventListener("pointerdown", (event) => box.contains(event.target) || close());
})();
