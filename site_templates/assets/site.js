/* Counts days from the reader's own day in Viet Nam, says when the page has grown old, closes the menu, unfolds what an
   address leads to. All is whole without it. What is listed as coming stands in an element with `data-coming`: entries whose day is past are told so. */
(function () {
  "use strict";
  var more = document.querySelector(".more");
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && more.open) { more.open = false; more.querySelector("summary").focus(); }
  });
  document.addEventListener("click", function (event) {
    if (!more.contains(event.target)) { more.open = false; }
  });

  var reached = document.querySelector("details:target");
  if (reached) { reached.open = true; }

  var spoken = document.documentElement.getAttribute("data-today");
  if (!spoken) { return; } // a sample speaks of its own day only

  var DAY = 24 * 60 * 60 * 1000, OLD = 2;
  function number(iso) { return Date.parse(iso + "T00:00:00Z") / DAY; }
  function grouped(count) { return String(count).replace(/\B(?=(\d{3})+$)/g, "."); }

  var today = Math.floor((Date.now() + 7 * 60 * 60 * 1000) / DAY); // Asia/Ho_Chi_Minh has no summer time
  var age = today - number(spoken);
  if (age <= 0) { return; }

  var told = document.getElementById("age");
  told.textContent = age > OLD
    ? "Trang đã cũ " + grouped(age) + " ngày: số ngày còn lại, quá hạn đếm đến hôm nay, việc làm sau ngày ấy chưa có ở đây."
    : "Số ngày còn lại, quá hạn đếm đến hôm nay.";
  told.className = age > OLD ? "old" : "";

  function recount(label) {
    var left = number(label.getAttribute("data-due")) - today;
    var words = label.querySelector(".words"), icon = label.querySelector(".icon");
    var lapses = label.getAttribute("data-lapses");
    if (lapses && number(lapses) < today) {
      words.textContent = "Không thực hiện";
      label.className = "state state-missed";
      icon.textContent = "⊘";
    } else if (left < 0) {
      words.textContent = "Quá hạn " + grouped(-left) + " ngày";
      label.className = "state state-overdue";
      icon.textContent = "■";
    } else if (!label.classList.contains("state-upcoming")) {
      words.textContent = left === 0 ? "Hôm nay là hạn" : "Sắp đến hạn: còn " + left + " ngày";
    }
  }

  function tellPast(entry) {
    var day = entry.querySelector("time");
    if (day && number(day.getAttribute("datetime")) < today && !entry.querySelector(".past")) {
      var flag = document.createElement("span");
      flag.className = "flag past";
      flag.textContent = "đã qua";
      day.after(" ", flag);
    }
  }

  function count() {
    document.querySelectorAll("[data-due]").forEach(recount);
    document.querySelectorAll("[data-coming] :is(li, tr, dt)").forEach(tellPast);
  }
  count();
  document.addEventListener("ktgs:shown", count); // what another script has put on the page since
})();

/* Copies a text of the page: a file to be written, the address of a feed; a letter for Word, its head, bold headings and
   foot kept; or a letter with dashes and line breaks only. Both come from the letter's own lines. Without it the text can
   be selected by hand. */
(function () {
  "use strict";
  var FONT = "<font face=\"Times New Roman\" size=\"4\">"; // a style would be taken out by the policy of our pages

  function escaped(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }
  function lines(letter) {
    return Array.prototype.map.call(letter.querySelectorAll("p, li"), function (line) {
      var words = line.textContent.replace(/\s+/g, " ").trim();
      return { words: line.tagName === "LI" ? "- " + words : words, isBold: !!line.querySelector("strong"),
               isTitle: line.className === "letter-title" };
    });
  }
  function cells(letter, place) { return Array.from(letter.querySelectorAll(".letter-" + place + " td")); }
  function table(letter, place) {
    var row = cells(letter, place).map(function (cell, index) {
      return "<td align=\"" + (place === "foot" && !index ? "left" : "center") + "\" valign=\"top\">" + FONT + cell.innerHTML + "</font></td>";
    }).join("");
    return row && "<table width=\"100%\"><tr>" + row + "</tr></table>";
  }
  function plain(letter) {
    return lines(letter).map(function (line, index) {
      return (line.isBold && index ? "\n" : "") + line.words;
    }).concat(cells(letter, "foot").map(function (cell) { return "\n" + cell.innerText.trim(); })).join("\n") + "\n";
  }
  function rich(letter) {
    return table(letter, "head") + lines(letter).map(function (line) {
      var words = escaped(line.words), align = line.isTitle ? "center" : "justify";
      return "<p align=\"" + align + "\">" + FONT + (line.isBold ? "<b>" + words + "</b>" : words) + "</font></p>";
    }).join("") + table(letter, "foot");
  }

  function kinds(button, text) {
    if (!text.matches(".letter-text")) { return { "text/plain": text.textContent }; }
    var given = { "text/plain": plain(text) };
    if (button.getAttribute("data-as") === "rich") { given["text/html"] = rich(text); }
    return given;
  }
  function byEvent(given) { // where pages have no clipboard of their own, as on a server without TLS
    function put(event) {
      Object.keys(given).forEach(function (kind) { event.clipboardData.setData(kind, given[kind]); });
      event.preventDefault();
    }
    document.addEventListener("copy", put);
    var isDone = document.execCommand("copy");
    document.removeEventListener("copy", put);
    return isDone;
  }

  document.querySelectorAll("button.copy").forEach(function (button) {
    var text = button.closest("details, .letter, .address").querySelector("pre, code, .letter-text"), words = button.textContent;
    function done() {
      button.textContent = "Đã chép";
      setTimeout(function () { button.textContent = words; }, 4000);
    }
    function selected() { // some browsers copy only what is marked; where none does, the keyboard still can
      var fold = text.closest("details");
      if (fold) { fold.open = true; }
      getSelection().selectAllChildren(text);
      if (byEvent(kinds(button, text))) { done(); } else { button.textContent = "Đã chọn nội dung: nhấn Ctrl+C để chép"; }
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      var given = kinds(button, text), blobs = {};
      if (!navigator.clipboard || !window.ClipboardItem) { selected(); return; }
      Object.keys(given).forEach(function (kind) { blobs[kind] = new Blob([given[kind]], { type: kind }); });
      navigator.clipboard.write([new ClipboardItem(blobs)]).then(done, selected);
    });
  });
})();
