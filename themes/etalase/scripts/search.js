/* The search box in every page's header, an ARIA combobox; what it needs is loaded when someone turns to it. */
(() => {
  "use strict";
  const { make, load } = etalase;
  const box = document.querySelector("[data-find]");
  if (!box) return;
  const link = box.querySelector("a"), label = link.textContent.trim(), all = link.getAttribute("href");
  const LOOKS = {
    type: "search", "aria-label": label, placeholder: label, autocomplete: "off", autocapitalize: "none",
    spellcheck: "false", enterkeyhint: "search", maxlength: 200,
  };
  const input = make("input", {
    ...LOOKS, id: "find-input", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "find-list",
  });
  const list = make("div", { id: "find-list", role: "listbox", "aria-label": label });
  const note = make("div");
  const panel = make("div", { class: "find-list", hidden: true }, note, list);
  const status = make("p", { class: "vh", role: "status" });
  box.setAttribute("role", "search");
  box.replaceChildren(make("div", { class: "find-box" }, link.firstElementChild, input), panel, status);

  let find, dressed, options = [], active = -1, asked = 0, late = 0;
  const styled = () =>
    new Promise((load) => document.head.append(make("link", { rel: "stylesheet", href: box.dataset.style, load, error: load })));
  const open = async () => {
    const { engine, root, head } = box.dataset;
    await Promise.all([etalase.find || load("find", engine), (dressed = dressed || styled())]);
    return (find = await etalase.find.open(root, head));
  };
  etalase.search = { open, looks: LOOKS, icon: box.querySelector("svg") };
  input.addEventListener("focus", () => (input.value.trim() ? look() : open().catch(() => {})));

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

  const draw = (found, rows, named, count) => {
    const notes = found.parts.length ? found.unmatched.map((word) => find.say("find.unmatched", { word })) : [];
    options = [];
    const option = (href, said, notes, looks) => {
      const looked = { id: "find-" + options.length, role: "option", href, tabindex: -1, "aria-selected": "false", ...looks };
      const one = make("a", looked, find.show(make("b"), said, found));
      notes.filter(Boolean).forEach((note) => one.append(" ", find.show(make("span"), note, found)));
      options.push(one);
      return one;
    };
    const group = (name, members, n) => {
      if (!members.length) return "";
      const id = "find-g" + n;
      return make("div", { role: "group", "aria-labelledby": id }, make("p", { id, role: "presentation" }, name), ...members);
    };
    const goods = (near) =>
      rows.filter((row) => row.near === near).map((row) => option(row.href, row.name, [row.maker, row.place]));
    list.replaceChildren(
      group(find.say("nav.products"), goods(false), 0),
      group(find.say("find.related"), goods(true), 1),
      ...named.map(([heading, them], n) => group(heading, them.map(([href, name, note]) => option(href, name, [note])), n + 2)),
      count > rows.length ? option(everything(), find.say("find.all", { n: count }), [], { class: "find-all" }) : ""
    );
    if (!options.length) notes.push(find.say("find.none"));
    note.replaceChildren(...notes.map((text) => make("p", {}, text)));
    activate(-1);
    list.hidden = !options.length;
    panel.hidden = false;
    input.setAttribute("aria-expanded", !!options.length);
    clearTimeout(late);
    const n = named.reduce((sum, group) => sum + group[1].length, count);
    late = setTimeout(() => (status.textContent = options.length ? find.say("find.results", { n }) : find.say("find.none")), 400);
  };

  const look = async () => {
    const mine = ++asked, query = input.value, stale = () => mine !== asked;
    if (!query.trim()) return close();
    try {
      await open();
      const found = !stale() && find.search(query);
      if (!found) return stale() || close();
      const goods = find.best(found, 0, find.index.products), first = goods.slice(0, 6);
      const rows = await find.rows(first);
      if (stale()) return;
      rows.forEach((row, n) => (row.near = found.scores[first[n]] <= found.near));
      draw(found, rows, find.named(found, 3), goods.length);
      if ((await find.deepen(found)) && !stale()) look();
    } catch {
      if (!stale()) location.href = all;
    }
  };
  input.addEventListener("input", look);
  input.addEventListener("keydown", (event) => {
    const shown = !panel.hidden && options.length, { key } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!shown) return look();
      const most = options.length, step = key === "ArrowDown" ? 1 : -1;
      activate(active < 0 && step < 0 ? most - 1 : active + step >= most ? -1 : active + step);
    } else if (key === "Enter") {
      if (shown && active >= 0) options[active].click();
      else if (input.value.trim()) location.href = everything();
      close();
    } else if (key === "Escape" && !panel.hidden) {
      event.preventDefault();
      close();
    } else if (key === "Tab") close();
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", close);
  document.addEventListener("pointerdown", (event) => box.contains(event.target) || close());
})();
