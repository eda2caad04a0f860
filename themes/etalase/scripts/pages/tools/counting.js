/* What a quantity means: is it the minimum, when could it be there, how many cartons. Every answer shows its working,
   and says what nobody has stated. */
(() => {
  "use strict";
  const { say, number, quantity, date, words } = etalase;
  const PIECES = { piece: 1, dozen: 12, kodi: 20, gross: 144 };
  const GRAMS = { g: 1, kg: 1000, tonne: 1000000 };
  const COUNTED = ["unit", "pair", "set", "sheet", "roll", "sack", "pack", "jar", "bottle", "box"];
  const DAYS = { day: 1, week: 7, month: 30, year: 365 };
  /* Cubic metres that goods in cartons fill, about, by the container's feet. */
  const CONTAINERS = { 20: 28, 40: 58 };

  /* `1.000`, `1,000`, `1000` are a thousand; `2,5` and `2.5` two and a half; anything else is no number. */
  const amountOf = (text) => {
    const typed = String(text).replace(/\s/g, "");
    if (/^\d{1,3}([.,]\d{3})+$/.test(typed)) return Number(typed.replace(/[.,]/g, ""));
    return /^\d{1,9}([.,]\d{1,3})?$/.test(typed) ? Number(typed.replace(",", ".")) : NaN;
  };
  const converted = (amount, from, to) => {
    const table = [PIECES, GRAMS].find((one) => from in one && to in one);
    return from === to ? amount : table ? (amount * table[from]) / table[to] : NaN;
  };
  const later = (start, days, working) => {
    const day = new Date(start);
    for (let left = days; left > 0; ) {
      day.setDate(day.getDate() + 1);
      if (!working || day.getDay() % 6) left -= 1;
    }
    return day;
  };
  const minimum = (order, amount, unit) => {
    if (!order.minimum) return { is: "unknown", text: say("minimum-not-stated") };
    const minimum = quantity(order.minimum, order.unit), had = converted(amount, unit, order.unit);
    if (Number.isNaN(had)) return { is: "unknown", text: say("minimum-other-unit", { minimum }) };
    if (had >= order.minimum) return { is: "fine", text: say("minimum-met", { minimum }) };
    return { is: "bad", text: say("minimum-short", { minimum, short: quantity(order.minimum - had, order.unit) }) };
  };
  const earliest = ({ unit: counted, lead, capacity }, amount, unit, needed, today) => {
    const had = converted(amount, unit, counted), working = [];
    let first = today, last;
    if (lead) {
      const { min, max = min } = lead, days = lead.days === "working";
      const span = number(min) + (max > min ? "–" + number(max) : "");
      first = later(today, min, days);
      last = later(today, max, days);
      working.push(say(days ? "lead-working" : "lead-calendar", { days: span, from: lead.from ? words.lead[lead.from] : "" }).replace(" .", "."));
    }
    if (capacity && !Number.isNaN(had)) {
      const [each, time] = capacity, days = Math.ceil((had / each) * DAYS[time]), made = later(today, days);
      if (made > first) first = made;
      working.push(say("capacity-days", { per: quantity(each, counted), time: words.times[time], amount: quantity(had, counted), days: number(days) }));
    }
    if (!working.length) return { is: "unknown", text: say("time-not-stated") };
    if (!lead) working.push(say("lead-not-stated"));
    if (!capacity) working.push(say("capacity-not-stated"));
    const text = last > first ? say("earliest-until", { date: date(first), last: date(last) }) : say("earliest", { date: date(first) });
    const late = needed && first > needed;
    return { is: late ? "bad" : "fine", text: text + (late ? " " + say("too-late", { date: date(needed) }) : ""), working: working.join(" ") };
  };
  /* Cartons, cubic metres and kilograms of a quantity; nothing where the carton is not stated or counts other units. */
  const packed = ({ carton, order = {} }, amount, unit) => {
    const pieces = COUNTED.includes(unit) ? (unit === order.unit ? amount : NaN) : converted(amount, unit, "piece");
    if (!carton || Number.isNaN(pieces)) return null;
    const [each, volume, weight = 0] = carton, cartons = Math.ceil(pieces / each);
    return { cartons, pieces, volume: cartons * volume, weight: cartons * weight };
  };
  const share = (volume) =>
    Object.keys(CONTAINERS).map((feet) =>
      say("container", { percent: number(Math.max(1, Math.round((100 * volume) / CONTAINERS[feet]))), feet, volume: CONTAINERS[feet] })
    ).join("; ");
  const cartons = (offer, amount, unit) => {
    const box = packed(offer, amount, unit);
    if (!box) return null;
    const [each, size] = offer.carton, volume = number(box.volume), cartons = number(box.cartons);
    const working = [say("cartons-working", { amount: number(box.pieces), pieces: number(each), cartons, each: number(size, undefined, 4), volume })];
    if (box.weight) working.push(say("weight", { weight: quantity(box.weight, "kg") }));
    working.push(share(box.volume) + ".");
    if (COUNTED.includes(unit) && unit !== "unit") working.push(say("cartons-assumed", { unit: quantity(1, unit) }));
    return { is: "fine", text: say("cartons", { cartons, volume }), working: working.join(" ") };
  };
  /* All that can be told of one line of the list; `needed` is a day or null. */
  const reckon = (offer, line, unit, needed, today) => {
    const amount = amountOf(line.amount), order = offer.order || {};
    if (!line.amount) return [{ is: "unknown", text: say("amount-missing") }];
    if (!(amount > 0)) return [{ is: "bad", text: say("amount-wrong") }];
    return [minimum(order, amount, unit), earliest(order, amount, unit, needed, today), cartons(offer, amount, unit)].filter(Boolean);
  };
  Object.assign(etalase, { amountOf, packed, reckon, share });
})();
