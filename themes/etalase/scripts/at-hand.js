/* What the other scripts have at hand: elements made, scripts and the data they bring, a text copied, what is kept. */
(() => {
  "use strict";
  const taken = {}, asked = {};
  const filled = (element, looks, children) => {
    for (const name in looks) {
      const value = looks[name];
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value || value === 0) element.setAttribute(name, value);
    }
    element.append(...children.filter(Boolean));
    return element;
  };
  /* An element with attributes, listeners and children; whatever is text stays text. */
  const make = (name, looks, ...children) => filled(document.createElement(name), looks, children);
  const draw = (name, looks, ...children) =>
    filled(document.createElementNS("http://www.w3.org/2000/svg", name), looks, children);
  /* Runs a script once; gives what it brought under that name. Scripts, as a disk gives nothing else. */
  const load = (name, src) =>
    (asked[name] =
      asked[name] ||
      new Promise((give, fail) => {
        const script = make("script", {
          src,
          load: () => give(taken[name]),
          error: () => {
            delete asked[name];
            script.remove();
            fail(new Error(name));
          },
        });
        document.head.append(script);
      }));
  window.etalase = {
    make, draw, load, taken,
    take: (name, data) => (taken[name] = data),
    own: (table, key) => (table && Object.hasOwn(table, key) ? table[key] : undefined),
    button: (text, looks, click) => make("button", { type: "button", ...looks, click }, text),
    filled: (text, parts) => text.replace(/\{(\w+)\}/g, (all, name) => etalase.own(parts, name) ?? all),
    /* Lets the browser show what was typed before more is done. */
    pause: (time) => new Promise((done) => setTimeout(done, time)),
    decoded(text) {
      try {
        return decodeURIComponent(text);
      } catch {
        return "";
      }
    },
    async copy(text, place) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        getSelection().selectAllChildren(place);
        return document.execCommand("copy");
      }
    },
    /* What this device keeps under a name; a text given is kept. Null where nothing may be kept. */
    kept(name, text) {
      try {
        return text ? !localStorage.setItem("etalase-" + name, text) : localStorage.getItem("etalase-" + name);
      } catch {
        return null;
      }
    },
  };
})();
