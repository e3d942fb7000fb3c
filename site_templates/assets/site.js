/* Counts days from the reader's own day in Viet Nam, and says how old the page is. Everything is complete without it. */
(function () {
  "use strict";
  var built = document.documentElement.getAttribute("data-today");
  if (!built) { return; } // a sample speaks of its own day only

  var DAY = 24 * 60 * 60 * 1000;
  function number(iso) { return Date.parse(iso + "T00:00:00Z") / DAY; }
  function grouped(count) { return String(count).replace(/\B(?=(\d{3})+$)/g, "."); }

  var today = Math.floor((Date.now() + 7 * 60 * 60 * 1000) / DAY); // Asia/Ho_Chi_Minh has no summer time
  var age = today - number(built);
  if (age <= 0) { return; }

  document.getElementById("age").textContent =
    " – trang đã cũ " + grouped(age) + " ngày; số ngày còn lại và quá hạn bên dưới tính đến hôm nay, việc làm sau ngày ấy chưa có ở đây.";

  document.querySelectorAll("[data-due]").forEach(function (label) {
    var left = number(label.getAttribute("data-due")) - today;
    var words = label.querySelector(".words");
    var lapses = label.getAttribute("data-lapses");
    if (lapses && number(lapses) < today) {
      words.textContent = "Không thực hiện";
      label.className = "state state-missed";
      label.querySelector(".icon").textContent = "⊘";
    } else if (left < 0) {
      words.textContent = "Quá hạn " + grouped(-left) + " ngày";
      label.className = "state state-overdue";
      label.querySelector(".icon").textContent = "■";
    } else if (!label.classList.contains("state-upcoming")) {
      words.textContent = left === 0 ? "Hôm nay là hạn" : "Sắp đến hạn: còn " + left + " ngày";
    }
  });
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
