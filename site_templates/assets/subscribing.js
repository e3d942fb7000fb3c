/* Copies the address of a feed, and unfolds what an address leads to. Without it both are done by hand. */
(function () {
  "use strict";
  var reached = document.querySelector("details:target");
  if (reached) { reached.open = true; }
  if (!navigator.clipboard) { return; }
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var words = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.getAttribute("data-copy")).then(
        function () { button.textContent = "Đã chép"; },
        function () { button.textContent = "Không chép được, hãy chọn địa chỉ rồi chép"; }
      );
      setTimeout(function () { button.textContent = words; }, 4000);
    });
  });
})();
