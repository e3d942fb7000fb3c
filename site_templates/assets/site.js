/* Counts days from the reader's own day in Viet Nam, says when the page has grown old, closes the menu. All is whole
   without it. What is listed as coming stands in an element with `data-coming`: entries whose day is past are told so. */
(function () {
  "use strict";
  var more = document.querySelector(".more");
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && more.open) { more.open = false; more.querySelector("summary").focus(); }
  });
  document.addEventListener("click", function (event) {
    if (!more.contains(event.target)) { more.open = false; }
  });

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

/* Copies the content of a file to be written; without it the text can be selected by hand. */
(function () {
  "use strict";
  document.querySelectorAll("button.copy").forEach(function (button) {
    var text = button.closest("details").querySelector("pre");
    function done() { button.textContent = "Đã chép"; }
    function selected() { // where the clipboard is closed to pages, as from disk, the keyboard copies what is marked
      getSelection().selectAllChildren(text);
      button.textContent = document.execCommand("copy") ? "Đã chép" : "Đã chọn nội dung: nhấn Ctrl+C để chép";
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      if (navigator.clipboard) { navigator.clipboard.writeText(text.textContent).then(done, selected); } else { selected(); }
    });
  });
})();
