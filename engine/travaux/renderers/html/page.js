(function () {
  "use strict";
  var doc = document, root = doc.documentElement, nav = doc.querySelector("nav");
  var status = doc.querySelector(".status"), dark = doc.getElementById("dark"), keys = true;
  function all(selector, within) { return Array.prototype.slice.call((within || doc).querySelectorAll(selector)); }
  function pressed(button) { return button.getAttribute("aria-pressed") === "true"; }
  function press(button, on) { button.setAttribute("aria-pressed", String(on)); }

  // Layers.
  var layers = all("[data-layer]", nav);
  function sift() {
    var hidden = layers.filter(function (button) { return !pressed(button); });
    root.setAttribute("data-hide", hidden.map(function (button) { return button.dataset.layer; }).join(" "));
    var said = hidden.filter(function (button) { return button.dataset.count !== "0"; }).map(function (button) {
      return button.dataset.count + " " + button.dataset.layer + (button.dataset.count === "1" ? " change" : " changes");
    });
    status.textContent = said.length ? "Hidden: " + said.join(", ") + "." : "";
    if (said.length) status.appendChild(doc.createElement("span")).textContent = " To see them, press the buttons above again.";
  }

  // Side by side: each redline once with its old words, once with its new ones.
  function column(words, side) {
    var made = doc.createElement("div"), gone = side === "old" ? "ins" : "del", other = side === "old" ? "ba" : "bd";
    var last = null, joins = false;
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", side + " text");
    ["lang", "dir"].forEach(function (name) { if (words.hasAttribute(name)) made.setAttribute(name, words.getAttribute(name)); });
    all("p", words).forEach(function (paragraph) {
      var copy = paragraph.cloneNode(true);
      all(gone, copy).forEach(function (element) { element.remove(); });
      all(".l,.m", copy).forEach(function (element) { if (!element.textContent.trim()) element.remove(); });
      copy.classList.remove(other);
      if (joins) {
        while (copy.firstChild) last.appendChild(copy.firstChild);
        last.className = copy.className;
      } else {
        made.appendChild(copy);
        last = copy;
      }
      joins = paragraph.classList.contains(other);
    });
    if (!made.textContent.trim()) { made.textContent = "–"; }
    return made;
  }
  function beside(within) {
    all(".w", within).forEach(function (words) {
      if (words.nextElementSibling && words.nextElementSibling.className === "two") return;
      var two = doc.createElement("div");
      two.className = "two";
      two.appendChild(column(words, "old"));
      two.appendChild(column(words, "new"));
      words.parentNode.insertBefore(two, words.nextSibling);
    });
  }
  function view(side) {
    all("[data-view]", nav).forEach(function (button) { press(button, (button.dataset.view === "side") === side); });
    if (side) all(".c,.f[open]").forEach(beside);
    root.classList.toggle("side", side);
  }

  // From change to change.
  function step(by) {
    var shown = all(".c").filter(function (change) { return getComputedStyle(change).display !== "none"; });
    var here = doc.activeElement && doc.activeElement.closest ? doc.activeElement.closest(".c") : null;
    var at = shown.indexOf(here);
    if (at < 0) {
      var top = nav.getBoundingClientRect().bottom;
      var below = shown.findIndex(function (change) { return change.getBoundingClientRect().top >= top; });
      at = (below < 0 ? shown.length : below) - (by > 0 ? 1 : 0);
    }
    var next = shown[at + by];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "start" }); }
  }

  // What a link leads to is shown, whatever is hidden.
  function reveal() {
    var target = location.hash && doc.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    layers.forEach(function (button) { if (target.closest("." + button.dataset.layer)) press(button, true); });
    sift();
    var fold = target.closest("details");
    if (fold) fold.open = true;
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }

  nav.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.layer) { press(button, !pressed(button)); sift(); }
    if (button.dataset.view) view(button.dataset.view === "side");
    if (button.dataset.step) step(Number(button.dataset.step));
    if (button.dataset.folds) {
      press(button, !pressed(button));
      all(".f").forEach(function (fold) { fold.open = pressed(button); });
    }
    if (button.dataset.shows) { press(button, !pressed(button)); root.classList.toggle(button.dataset.shows, pressed(button)); }
    if (button.dataset.keys) { press(button, !pressed(button)); keys = pressed(button); }
  });
  nav.addEventListener("change", function (event) {
    if (event.target.name !== "colours") return;
    var system = "screen and (prefers-color-scheme:dark)";
    dark.media = { light: "not all", dark: "screen" }[event.target.value] || system;
  });
  doc.addEventListener("keydown", function (event) {
    if (!keys || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select,input,textarea")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  doc.addEventListener("toggle", function (event) {
    if (event.target.open && root.classList.contains("side")) beside(event.target);
  }, true);
  addEventListener("hashchange", reveal);

  root.classList.add("js");
  sift();
  reveal();
})();
