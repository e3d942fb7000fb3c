/* "Của tôi": the first page begins with the unit or person that the reader chose. Kept in the browser alone; an address
   ending in ?don-vi=… or ?can-bo=… chooses, too. Without script the page leads to the lists of units and people. */
(function () {
  "use strict";
  var KEPT = "ktgs.cua-toi", KEY = /^(don-vi|can-bo)\/[a-z0-9-]+$/;
  var place = document.getElementById("cua-toi"), plain = place.innerHTML;
  var folder = new URL("cua-toi/", document.baseURI).href;
  var memory = null; // where a browser keeps nothing for pages, the choice lasts as long as the page
  try { memory = window.localStorage; } catch (refused) { memory = null; }

  function load(path, failed) {
    var script = document.createElement("script");
    script.src = folder + path + ".js";
    script.onerror = failed;
    document.head.appendChild(script);
  }

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function offer() {
    place.innerHTML = plain;
    place.firstElementChild.append(" ", button(place.hasAttribute("data-person") ? "Chọn đơn vị hoặc tên" : "Chọn đơn vị của tôi", ask));
  }

  function ask() {
    load("danh-sach", function () { place.append("Không tải được danh sách."); });
  }

  function forget() {
    if (memory) { memory.removeItem(KEPT); }
    history.replaceState(null, "", location.pathname);
    offer();
  }

  function choose(key) {
    if (memory) { memory.setItem(KEPT, key); }
    load(key, function () {
      offer();
      place.append("Không có đơn vị, cán bộ này trên trang; hãy chọn lại.");
    });
  }

  window.ktgsChoices = function (groups) {
    var select = document.createElement("select"), first = new Option("Chọn…", "");
    select.setAttribute("aria-label", "Đơn vị, cán bộ của tôi");
    select.append(first);
    groups.forEach(function (group) {
      var part = document.createElement("optgroup");
      part.label = group[0];
      group[1].forEach(function (choice) { part.append(new Option(choice[1], choice[0])); });
      select.append(part);
    });
    select.addEventListener("change", function () { if (select.value) { choose(select.value); } });
    place.replaceChildren(select, " ", button("Thôi", offer));
    select.focus();
  };

  window.ktgsMine = function (key, html) {
    place.innerHTML = html;
    place.querySelectorAll("a").forEach(function (link) { // its links are told from where the script lies
      link.href = new URL(link.getAttribute("href"), folder + key).href;
    });
    place.lastElementChild.append(" · ", button("Chọn lại", ask), " ", button("Bỏ chọn", forget));
    document.dispatchEvent(new Event("ktgs:shown"));
  };

  var asked = new URLSearchParams(location.search), key = memory && memory.getItem(KEPT);
  ["don-vi", "can-bo"].forEach(function (kind) {
    if (asked.has(kind)) { key = kind + "/" + asked.get(kind); }
  });
  if (key && KEY.test(key)) { choose(key); } else { offer(); }
})();
