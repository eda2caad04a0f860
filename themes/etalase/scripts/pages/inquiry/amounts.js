/* What a quantity means: is it the minimum, when could it be there, how many cartons. Every answer shows its working,
   and says what nobody has stated. */
(function () {
  "use strict";
  const { say, number, quantity, date } = etalase;
  const PIECES = { piece: 1, dozen: 12, kodi: 20, gross: 144 };
  const GRAMS = { g: 1, kg: 1000, tonne: 1000000 };
  const COUNTED = ["unit", "pair", "set", "sheet", "roll", "sack", "pack", "jar", "bottle", "box"];
  const DAYS = { day: 1, week: 7, month: 30, year: 365 };
  const CONTAINERS = { 20: 28, 40: 58 }; /* cubic metres that goods in cartons fill, about */

  /* `1.000`, `1,000`, `1000` are a thousand; `2,5` and `2.5` two and a half; anything else is no number. */
  function amountOf(text) {
    const typed = String(text).replace(/[\s\u00a0]/g, "");
    if (/^\d{1,3}([.,]\d{3})+$/.test(typed)) return Number(typed.replace(/[.,]/g, ""));
    return /^\d{1,9}([.,]\d{1,3})?$/.test(typed) ? Number(typed.replace(",", ".")) : NaN;
  }
  function converted(amount, from, to) {
    if (from === to) return amount;
    const table = [PIECES, GRAMS].find((one) => from in one && to in one);
    return table ? (amount * table[from]) / table[to] : NaN;
  }
  function later(start, days, working) {
    const day = new Date(start);
    for (let left = days; left > 0; ) {
      day.setDate(day.getDate() + 1);
      if (!working || day.getDay() % 6) left -= 1;
    }
    return day;
  }
  function minimum(order, amount, unit) {
    if (!order.minimum) return { is: "unknown", text: say("minimum-not-stated") };
    const least = quantity(order.minimum, order.unit);
    const had = converted(amount, unit, order.unit);
    if (Number.isNaN(had)) return { is: "unknown", text: say("minimum-other-unit", { minimum: least }) };
    if (had >= order.minimum) return { is: "fine", text: say("minimum-met", { minimum: least }) };
    return { is: "bad", text: say("minimum-short", { minimum: least, short: quantity(order.minimum - had, order.unit) }) };
  }
  function earliest(order, amount, unit, needed, today) {
    const { lead, capacity } = order;
    const had = converted(amount, unit, order.unit);
    const times = etalase.words();
    const working = [];
    let first = today;
    let last;
    if (lead) {
      const span = lead.max && lead.max !== lead.min ? `${number(lead.min)}–${number(lead.max)}` : number(lead.min);
      first = later(today, lead.min, lead.days === "working");
      last = later(today, lead.max || lead.min, lead.days === "working");
      const from = lead.from ? times.lead[lead.from] : "";
      working.push(say(lead.days === "working" ? "lead-working" : "lead-calendar", { days: span, from }).replace(" .", "."));
    }
    if (capacity && !Number.isNaN(had)) {
      const days = Math.ceil((had / capacity[0]) * DAYS[capacity[1]]);
      const made = later(today, days, false);
      if (made > first) first = made;
      const per = quantity(capacity[0], order.unit);
      const asked = quantity(had, order.unit);
      working.push(say("capacity-days", { per, time: times.times[capacity[1]], amount: asked, days: number(days) }));
    }
    if (!working.length) return { is: "unknown", text: say("time-not-stated") };
    if (!lead) working.push(say("lead-not-stated"));
    if (!capacity) working.push(say("capacity-not-stated"));
    const span = last > first ? say("earliest-until", { date: date(first), last: date(last) }) : say("earliest", { date: date(first) });
    const late = needed && first > needed;
    return { is: late ? "bad" : "fine", text: late ? span + " " + say("too-late", { date: date(needed) }) : span, working: working.join(" ") };
  }
  /* Cartons, cubic metres and kilograms of a quantity; nothing where the carton is not stated or counts other units. */
  function packed(offer, amount, unit) {
    const carton = offer.carton;
    const pieces = COUNTED.includes(unit) ? (unit === (offer.order || {}).unit ? amount : NaN) : converted(amount, unit, "piece");
    if (!carton || Number.isNaN(pieces)) return null;
    const cartons = Math.ceil(pieces / carton[0]);
    return { cartons, pieces, volume: cartons * carton[1], weight: carton[2] ? cartons * carton[2] : 0 };
  }
  function share(volume) {
    const parts = Object.keys(CONTAINERS).map((feet) =>
      say("container", { percent: number(Math.max(1, Math.round((100 * volume) / CONTAINERS[feet]))), feet, volume: CONTAINERS[feet] })
    );
    return parts.join("; ");
  }
  function cartons(offer, amount, unit) {
    const box = packed(offer, amount, unit);
    if (!box) return null;
    const volume = number(box.volume);
    const each = say("cartons-working", {
      amount: number(box.pieces), pieces: number(offer.carton[0]), cartons: number(box.cartons), each: new Intl.NumberFormat(etalase.words().lang, { maximumFractionDigits: 4 }).format(offer.carton[1]), volume,
    });
    const weight = box.weight ? " " + say("weight", { weight: quantity(box.weight, "kg") }) : "";
    const odd = COUNTED.includes(unit) && unit !== "unit" ? " " + say("cartons-assumed", { unit: quantity(1, unit) }) : "";
    return { is: "fine", text: say("cartons", { cartons: number(box.cartons), volume }), working: each + weight + " " + share(box.volume) + "." + odd };
  }
  /* All that can be told of one line of the list; `needed` is a day or null. */
  function told(offer, line, needed, today) {
    const amount = amountOf(line.amount);
    if (!line.amount) return [{ is: "unknown", text: say("amount-missing") }];
    if (!(amount > 0)) return [{ is: "bad", text: say("amount-wrong") }];
    const order = offer.order || {};
    const unit = line.unit || order.unit || "unit";
    return [minimum(order, amount, unit), earliest(order, amount, unit, needed, today), cartons(offer, amount, unit)].filter(Boolean);
  }
  Object.assign(etalase, { amountOf, packed, reckon: told, share });
})();
