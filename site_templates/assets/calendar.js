/* Narrows a page of the calendar to what its address asks for, moves between days by keys, finds the reader's own today.
   Without it every page is whole. */
(function () {
  "use strict";
  var DAY = 24 * 60 * 60 * 1000;
  var KEYS = ["loai", "cum", "don-vi", "can-bo"];
  var asked = new URLSearchParams(location.search);
  function each(selector, what, root) { (root || document).querySelectorAll(selector).forEach(what); }
  function iso(number) { return new Date(number * DAY).toISOString().slice(0, 10); }
  function number(text) { return Date.parse(text + "T00:00:00Z") / DAY; }
  function has(element, name, value) { return (" " + (element.getAttribute(name) || "") + " ").indexOf(" " + value + " ") >= 0; }

  // -- narrowing ------------------------------------------------------------------------------------------------------
  function address(key, value) {
    var wanted = new URLSearchParams();
    KEYS.forEach(function (each) {
      var kept = each === key ? value : asked.get(each);
      if (kept) { wanted.set(each, kept); }
    });
    var text = wanted.toString();
    return text ? "?" + text : location.pathname.replace(/.*\//, "");
  }
  function unitsOf(cluster) {
    var found = [];
    each("option[data-cluster]", function (option) {
      if (option.getAttribute("data-cluster") === cluster) { found.push(option.value); }
    });
    return found;
  }
  var wanted = KEYS.filter(function (key) { return asked.get(key); });
  var units = asked.get("cum") ? unitsOf(asked.get("cum")) : [];
  function fits(entry) {
    return (!asked.get("loai") || has(entry, "data-kind", asked.get("loai")))
      && (!asked.get("don-vi") || has(entry, "data-units", asked.get("don-vi")))
      && (!asked.get("can-bo") || has(entry, "data-people", asked.get("can-bo")))
      && (!asked.get("cum") || units.some(function (unit) { return has(entry, "data-units", unit); }));
  }
  function seen(root) { return root.querySelectorAll("[data-kind]:not([hidden])").length; }
  function tidy() {
    each("ul", function (list) {
      if (!list.querySelector("[data-kind]")) { return; }
      list.hidden = !seen(list);
      var title = list.previousElementSibling;
      if (title && /^(H4|SUMMARY)$/.test(title.tagName)) {
        title.hidden = list.hidden;
        each(".how-many", function (shown) {
          shown.textContent = list.querySelectorAll("[data-kind]:not([hidden]):not(.moved)").length;
        }, title);
      }
    }, document.getElementById("main"));
    each(".month-grid details", function (more) { more.hidden = !seen(more); more.open = true; });
    each("section.day", function (day) { day.hidden = !seen(day); });
    each(".month-grid td[id]", function (cell) { cell.classList.toggle("empty", !seen(cell) && !cell.classList.contains("today")); });
  }
  function told() {
    return wanted.map(function (key) {
      var value = CSS.escape(asked.get(key));
      var choice = document.querySelector("[data-key='" + key + "'] option[value='" + value + "'], a[data-key='" + key + "'][data-value='" + value + "']");
      return choice ? choice.textContent.trim() : asked.get(key);
    }).join(", ");
  }
  each(".narrow a[data-key]", function (link) {
    var key = link.getAttribute("data-key"), value = link.getAttribute("data-value");
    link.href = address(key, value);
    if ((asked.get(key) || "") === value) { link.setAttribute("aria-current", "true"); }
  });
  each(".narrow select", function (select) {
    var key = select.getAttribute("data-key");
    select.value = asked.get(key) || "";
    if (!select.value) { select.selectedIndex = 0; }
    select.addEventListener("change", function () { location.href = address(key, select.value); });
  });
  if (wanted.length) {
    document.documentElement.classList.add("narrowed");
    each("[data-kind]", function (entry) { entry.hidden = !fits(entry); });
    tidy();
    document.querySelector(".narrow").open = true;
    document.getElementById("narrowed").textContent =
      ": " + told() + (seen(document) ? "" : " – trang này không có việc nào như vậy");
    each(".views a, .turn a, a.number, caption a", function (link) {
      var parts = link.getAttribute("href").split("#");
      if (parts[0]) { link.href = parts[0] + address() + (parts[1] ? "#" + parts[1] : ""); }
    });
  }

  // -- days -----------------------------------------------------------------------------------------------------------
  var days = {}; // the link of each day that a grid shows
  each("table[data-first]", function (table) {
    var on = number(table.getAttribute("data-first"));
    each(".number", function (link) { days[on] = link; on += 1; }, table);
  });
  var shown = Object.keys(days).map(Number).filter(function (on) { return days[on].tagName === "A"; });

  var built = document.documentElement.getAttribute("data-today"); // a sample speaks of its own day only
  var now = Math.floor((Date.now() + 7 * 60 * 60 * 1000) / DAY);
  if (built && now > number(built)) {
    each(".today", function (cell) { cell.classList.remove("today"); });
    if (days[now]) { days[now].closest("td").classList.add("today"); }
    each(".now", function (flag) { flag.remove(); });
    each("section.day[data-on]", function (day) {
      var on = number(day.getAttribute("data-on"));
      if (on < now && day.closest(".agenda")) { day.hidden = true; }
      if (on === now) {
        var flag = document.createElement("span");
        flag.className = "flag now";
        flag.textContent = "hôm nay";
        day.querySelector("h3").append(" ", flag);
      }
    });
  }

  // -- keys: arrows between days, PageUp and PageDown between pages ---------------------------------------------------------
  if (!shown.length) { return; }
  function reach(on) {
    each("table[data-first] a.number", function (link) { link.tabIndex = -1; });
    days[on].tabIndex = 0;
  }
  function turn(rel, on) {
    var link = document.querySelector(".turn a[rel='" + rel + "']");
    if (link) { sessionStorage.setItem("ktgs-day", iso(on)); location.href = link.href; }
  }
  function nearest(on) {
    return shown.reduce(function (best, each) { return Math.abs(each - on) < Math.abs(best - on) ? each : best; });
  }
  var current = document.querySelector("td.today a.number");
  var start = shown.filter(function (on) { return days[on] === current; })[0] || shown[0];
  var from = sessionStorage.getItem("ktgs-day");
  sessionStorage.removeItem("ktgs-day");
  if (from) { start = nearest(number(from)); }
  reach(start);
  if (from) { days[start].focus(); }

  var STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  function page(on, forward) {
    var day = new Date(on * DAY);
    var step = document.querySelector(".small-month") ? 12 : document.querySelector("td[id]") ? 1 : 0;
    if (!step) { return on + (forward ? 7 : -7); }
    var first = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + (forward ? step : -step), 1);
    var there = new Date(first);
    var last = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
    return first / DAY + Math.min(day.getUTCDate(), last) - 1;
  }
  document.addEventListener("keydown", function (event) {
    var link = event.target.closest && event.target.closest("table[data-first] a.number");
    if (!link || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) { return; }
    var on = shown.filter(function (each) { return days[each] === link; })[0];
    if (event.key in STEPS) {
      var next = on + STEPS[event.key];
      event.preventDefault();
      if (shown.indexOf(next) >= 0) { reach(next); days[next].focus(); } else { turn(next < on ? "prev" : "next", next); }
    } else if (event.key === "PageUp" || event.key === "PageDown") {
      event.preventDefault();
      turn(event.key === "PageUp" ? "prev" : "next", page(on, event.key === "PageDown"));
    }
  });
})();
