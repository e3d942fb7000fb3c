/* Search from anywhere: "/" or Ctrl+K, and on its own page. The index is loaded in pieces when somebody first searches.
   Words come in any order, each as a word or the beginning of one; with their exact marks first, then without marks. */
(function () {
  "use strict";
  var text = window.ktgs;
  var root = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  var SHOWN = 50, EXCERPT = 180;
  var rows = [], pieces = null, isBroken = false, listeners = [];

  function load(path) {
    var script = document.createElement("script");
    script.src = root + path;
    script.async = false; // the pieces come in the order of the contents
    script.onerror = function () { isBroken = true; tell(); };
    document.head.appendChild(script);
  }
  function tell() { listeners.forEach(function (listener) { listener(); }); }
  function start() {
    if (pieces === null) { pieces = -1; load("tim-kiem/muc-luc.js"); }
  }
  window.ktgsPieces = function (paths) { pieces = paths.length; paths.forEach(load); tell(); };
  window.ktgsPiece = function (kind, found) {
    found.forEach(function (row) { rows.push(readable(kind, row[0], row[1], row[2])); });
    pieces -= 1;
    tell();
  };

  // Each word is folded once: a site of any size has some thousand of them.
  var known = new Map();
  function folded(word) {
    var found = known.get(word);
    if (!found) { known.set(word, found = { exact: text.fold(word), bare: text.bare(word) }); }
    return found;
  }
  function readable(kind, title, address, body) {
    var inTitle = text.words(title).map(folded), inBody = text.words(body).map(folded);
    function joined(form) {
      function one(word) { return word[form]; }
      return " " + inTitle.map(one).join(" ") + "  " + inBody.map(one).join(" ") + " ";
    }
    var bare = joined("bare");
    return { kind: kind, title: title, address: address, body: body, exact: joined("exact"), bare: bare, titleEnd: bare.indexOf("  ") };
  }
  function asked(query) {
    return text.words(text.fold(query)).map(function (word) {
      var bare = text.bare(word);
      return { exact: word, bare: bare, missed: bare === word ? 1 : 1e6 }; // who types no mark may mean any
    });
  }

  // How the words as they stand are met: as the title, at its beginning, within the row, not at all.
  function phraseRank(row, phrase) {
    var at = row.bare.indexOf(phrase);
    return at < 0 ? 1000 : at > 0 ? 700 : phrase.length === row.titleEnd ? 0 : 300;
  }
  // The smaller the better, -1 for what lacks a word.
  function rank(row, words, phrase) {
    var score = phraseRank(row, phrase);
    for (var i = 0; i < words.length; i += 1) {
      var word = words[i], whole = row.bare.indexOf(" " + word.bare + " ");
      var at = whole < 0 ? row.bare.indexOf(" " + word.bare) : whole;
      if (at < 0) { return -1; }
      score += (row.exact.indexOf(" " + word.exact) < 0 ? word.missed : 0) + (at < row.titleEnd ? 0 : 1e4) + (whole < 0 ? 2e4 : 0);
    }
    return score;
  }
  function find(words) {
    var phrase = " " + words.map(function (word) { return word.bare; }).join(" "), found = [], last = null;
    rows.forEach(function (row, place) {
      var score = rank(row, words, phrase);
      if (score < 0) { return; }
      if (last && last.row.address === row.address && last.row.title === row.title) { // a long document has several rows
        if (score < last.score) { last.row = row; last.score = score; }
      } else { found.push(last = { row: row, score: score, place: place }); }
    });
    return found.sort(function (a, b) { return a.score - b.score || a.place - b.place; });
  }

  function matches(part, words) {
    var bare = folded(part).bare;
    return words.some(function (word) { return bare.indexOf(word.bare) === 0; });
  }
  function marked(element, shown, words) {
    shown.split(/([\p{L}\p{M}\p{N}]+)/u).forEach(function (part, number) {
      var is = number % 2 && matches(part, words);
      element.appendChild(is ? make("mark", "", part) : document.createTextNode(part));
    });
    return element;
  }
  // The stretch of the text that begins at a match and holds the most of the words.
  function excerpt(body, words) {
    var places = [], best = 0, most = 0, pattern = /[\p{L}\p{M}\p{N}]+/gu, match;
    while ((match = pattern.exec(body)) && places.length < 400) {
      var bare = folded(match[0]).bare;
      words.forEach(function (word, which) { if (bare.indexOf(word.bare) === 0) { places.push([match.index, which]); } });
    }
    places.forEach(function (first) {
      var inside = {};
      places.forEach(function (other) {
        if (other[0] >= first[0] && other[0] < first[0] + EXCERPT) { inside[other[1]] = true; }
      });
      if (Object.keys(inside).length > most) { most = Object.keys(inside).length; best = first[0]; }
    });
    var from = best > 40 ? body.indexOf(" ", best - 40) + 1 : 0;
    var to = body.length - from > EXCERPT ? body.lastIndexOf(" ", from + EXCERPT) : body.length;
    if (to <= from) { to = from + EXCERPT; }
    return (from ? "… " : "") + body.slice(from, to) + (to < body.length ? " …" : "");
  }

  function make(tag, name, content) {
    var element = document.createElement(tag);
    if (name) { element.className = name; }
    if (content) { element.textContent = content; }
    return element;
  }
  function result(found, words) {
    var item = make("li"), link = make("a");
    link.href = root + found.row.address;
    item.appendChild(marked(link, found.row.title, words));
    item.appendChild(make("span", "flag", found.row.kind));
    if (found.row.body) { item.appendChild(marked(make("span", "note"), excerpt(found.row.body, words), words)); }
    return item;
  }

  // Fills an element with the field, what was found and how much; `keep` is called with what is asked.
  function box(element, keep) {
    var label = make("label", "", "Tìm đơn vị, cán bộ, văn bản, báo cáo, buổi sinh hoạt, kiến nghị, quy định");
    var field = make("input"), status = make("p", "note"), list = make("ol"), more = make("button", "", "Xem thêm");
    field.type = "search"; field.autocomplete = "off"; field.spellcheck = false; more.type = "button";
    status.setAttribute("role", "status");
    label.appendChild(field);
    [label, status, list, more].forEach(function (part) { element.appendChild(part); });
    var shown = SHOWN;
    function say(count, words) {
      if (isBroken) { return "Chưa tải được đủ dữ liệu để tìm. Hãy tải lại trang, hoặc xem theo danh sách."; }
      if (!words.length) { return "Gõ có dấu hay không dấu đều được, các từ theo thứ tự nào cũng được."; }
      var loading = pieces === null || pieces !== 0 ? " Đang tải thêm…" : "";
      return (count ? count + " kết quả." : loading ? "" : "Không tìm thấy. Hãy bớt từ hoặc viết cách khác.") + loading;
    }
    function show() {
      var words = asked(field.value), found = words.length ? find(words) : [];
      list.textContent = "";
      found.slice(0, shown).forEach(function (one) { list.appendChild(result(one, words)); });
      more.hidden = found.length <= shown;
      status.textContent = say(found.length, words).trim();
    }
    field.addEventListener("input", function () { start(); shown = SHOWN; show(); keep(field.value); });
    field.addEventListener("focus", start);
    more.addEventListener("click", function () { shown += SHOWN; show(); });
    element.addEventListener("keydown", function (event) {
      var links = [field].concat(Array.from(list.querySelectorAll("a")));
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key], at = links.indexOf(document.activeElement);
      if (step && links[at + step]) { links[at + step].focus(); event.preventDefault(); }
      if (event.key === "Enter" && at === 0 && links[1]) { links[1].click(); }
    });
    var waiting = 0;
    listeners.push(function () {
      if (field.value && !waiting) { waiting = setTimeout(function () { waiting = 0; show(); }, 30); }
    });
    show();
    return field;
  }

  var dialog = null, own = null, here = document.querySelector("[data-search]");
  function open() {
    if (own) { own.focus(); own.select(); return; }
    if (!dialog) {
      dialog = make("dialog", "search");
      dialog.setAttribute("aria-label", "Tìm kiếm");
      var close = make("button", "close", "Đóng");
      close.type = "button";
      close.addEventListener("click", function () { dialog.close(); });
      box(dialog, function () {});
      dialog.appendChild(close);
      dialog.addEventListener("click", function (event) { if (event.target === dialog || event.target.closest("a")) { dialog.close(); } });
      document.body.appendChild(dialog);
    }
    start();
    if (!dialog.open) { dialog.showModal(); }
    dialog.querySelector("input").focus();
  }

  if (here) {
    here.textContent = "";
    own = box(here, function (query) {
      history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
    });
    own.value = new URLSearchParams(location.search).get("q") || "";
    if (own.value) { own.dispatchEvent(new Event("input")); }
  }
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    var isSlash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isSlash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) { event.preventDefault(); open(); }
  });
  document.querySelectorAll("a.find").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); open(); }
    });
  });
})();
