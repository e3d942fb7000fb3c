/* For the page of addresses that are not found, where nobody said at which address the site lies: this file was found in
   the site, so its root is known, and links, styles and pictures that begin at the server's are led there. */
(function () {
  "use strict";
  var root = document.currentScript.src.replace(/assets\/lost\.js$/, "");
  ["href", "src"].forEach(function (name) {
    document.querySelectorAll("[" + name + "^='/']:not(script)").forEach(function (part) {
      part.setAttribute(name, root + part.getAttribute(name).slice(1));
    });
  });
})();
