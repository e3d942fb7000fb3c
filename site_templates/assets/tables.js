/* Tables with `data-table` can be sorted by their headings and filtered; how is kept in the address, to be shared.
   A heading with `data-order="person"` sorts by given name. A cell is read by its day, its number, else its words. */
(function () {
  "use strict";
  var text = window.ktgs, FEWEST = 6; // rows that are worth it

  function words(cell) { return cell ? cell.innerText.trim().replace(/\s+/g, " ") : ""; }
  function value(cell, order) {
    var said = cell ? cell.textContent.trim().replace(/\s+/g, " ") : "";
    var day = cell && cell.querySelector("time[datetime]");
    if (day) { return "1" + day.getAttribute("datetime"); }
    var number = /^-?\d{1,3}(\.\d{3})*(,\d+)?\b/.exec(said);
    if (number && cell.classList.contains("number")) {
      return "1" + String(1e9 + parseFloat(number[0].replace(/\./g, "").replace(",", "."))).padEnd(20, "0");
    }
    if (!said || said === "–" || said === "chưa có" || said === "chưa rõ") { return "9"; } // what is not known comes last
    return "5" + (order === "person" ? text.personKey(said) : text.key(said));
  }

  function enhance(table, number) {
    var body = table.tBodies[0], rows = body ? Array.from(body.rows) : [];
    var headings = table.tHead ? Array.from(table.tHead.rows[0].cells) : [];
    if (rows.length < FEWEST || !headings.length) { return; }
    var state = { column: 0, filter: "" }, names = headings.map(words), suffix = "-" + (number + 1);
    var haystacks = rows.map(function (row) {
      return " " + text.words(text.bare(row.textContent)).join(" ");
    });

    var tools = document.createElement("div"), filter = document.createElement("input");
    var choice = document.createElement("select"), count = document.createElement("span");
    tools.className = "table-tools";
    filter.type = "search"; filter.placeholder = "Lọc bảng"; filter.setAttribute("aria-label", "Lọc bảng");
    choice.setAttribute("aria-label", "Sắp xếp theo");
    count.setAttribute("role", "status");
    choice.add(new Option("Thứ tự ban đầu", "0"));
    names.forEach(function (name, column) {
      choice.add(new Option(name + " ↑", String(column + 1)));
      choice.add(new Option(name + " ↓", String(-column - 1)));
    });
    [filter, choice, count].forEach(function (part) { tools.appendChild(part); });
    var outer = table.parentElement.classList.contains("scroll") ? table.parentElement : table;
    outer.parentNode.insertBefore(tools, outer);

    var buttons = headings.map(function (heading, column) {
      var button = document.createElement("button");
      button.type = "button";
      if (heading.querySelector("a")) { return null; } // it leads elsewhere; the list beside the filter sorts
      while (heading.firstChild) { button.appendChild(heading.firstChild); }
      heading.appendChild(button);
      button.addEventListener("click", function () {
        state.column = state.column === column + 1 ? -column - 1 : column + 1;
        show(true);
      });
      return button;
    });

    function show(keep) {
      var place = Math.abs(state.column) - 1, turn = state.column < 0 ? -1 : 1;
      var asked = text.words(text.bare(state.filter)), left = 0;
      headings.forEach(function (heading, column) {
        if (column === place) { heading.setAttribute("aria-sort", turn > 0 ? "ascending" : "descending"); }
        else { heading.removeAttribute("aria-sort"); }
      });
      var ordered = rows.map(function (row, at) {
        var is = asked.every(function (word) { return haystacks[at].indexOf(" " + word) >= 0; });
        row.hidden = !is;
        left += is ? 1 : 0;
        return { row: row, at: at, key: place < 0 ? "" : value(row.cells[place], headings[place].dataset.order) };
      });
      ordered.sort(function (a, b) {
        var unknown = (a.key === "9") - (b.key === "9");
        return unknown || (a.key < b.key ? -turn : a.key > b.key ? turn : a.at - b.at);
      });
      ordered.forEach(function (one) { body.appendChild(one.row); });
      choice.value = String(state.column);
      count.textContent = asked.length ? left + "/" + rows.length + " dòng" : "";
      if (keep) { save(); }
    }
    function save() {
      var address = new URLSearchParams(location.search);
      address.delete("xep" + suffix); address.delete("loc" + suffix);
      if (state.column) { address.set("xep" + suffix, String(state.column)); }
      if (state.filter) { address.set("loc" + suffix, state.filter); }
      var query = address.toString();
      history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
    }
    filter.addEventListener("input", function () { state.filter = filter.value; show(true); });
    choice.addEventListener("change", function () { state.column = Number(choice.value); show(true); });

    var given = new URLSearchParams(location.search), column = Number(given.get("xep" + suffix)) || 0;
    state.column = Math.abs(column) <= headings.length ? Math.trunc(column) : 0;
    filter.value = state.filter = given.get("loc" + suffix) || "";
    if (state.column || state.filter) { show(false); }
  }
  document.querySelectorAll("table[data-table]").forEach(enhance);
})();
