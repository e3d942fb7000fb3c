// Listens while data is edited: the page is loaded anew when it has changed, and what is wrong is told above it.
(() => {
  "use strict";
  const made = document.currentScript.dataset.made;
  const place = `ktgs-place:${location.pathname}`;
  let told = "";

  const banner = document.createElement("div");
  banner.className = "banner errors";
  banner.setAttribute("role", "alert");
  banner.style.cssText = "position: sticky; top: 0; z-index: 9"; // wherever the page is read just now
  const text = document.createElement("pre");
  text.style.cssText = "margin: 0; max-height: 40vh; overflow: auto; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere";
  banner.append(text);

  function show(message) {
    const top = below();
    text.textContent = message;
    if (message) return document.body.prepend(banner); // the browser keeps in place what is read
    banner.remove();
    scrollTo({ top, behavior: "instant" });
  }

  // Where the page stands without the message, which has no height while it is not shown.
  const below = () => Math.max(scrollY - banner.offsetHeight, 0);

  function reload() {
    sessionStorage.setItem(place, JSON.stringify([scrollX, below()]));
    history.scrollRestoration = "manual"; // the browser would go back to where it stood with what was told
    location.reload();
  }

  function restore() {
    const kept = sessionStorage.getItem(place);
    sessionStorage.removeItem(place);
    if (!kept) return;
    const [left, top] = JSON.parse(kept);
    scrollTo({ left, top, behavior: "instant" });
  }

  const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));

  function seen() {
    if (!document.hidden) return Promise.resolve();
    return new Promise(done => document.addEventListener("visibilitychange", done, { once: true }));
  }

  async function ask() {
    const query = new URLSearchParams({ page: decodeURIComponent(location.pathname), made, told });
    const answer = await fetch(`/_ktgs/changes?${query}`, { cache: "no-store" });
    return answer.json();
  }

  async function listen() {
    for (;;) {
      await seen(); // pages that nobody looks at would take all connections
      const said = await ask().catch(() => wait(500)); // the server starts anew, or has ended
      if (said?.changed) return reload();
      if (said && "message" in said) {
        told = said.told;
        show(said.message);
      }
    }
  }

  restore();
  listen();
})();
