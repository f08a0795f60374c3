/* Filters the cards of the download centre. Without it the page is a plain list of all of them. */
(function () {
  "use strict";
  var SHOWN = 3;
  var form = document.querySelector("[data-filter]");
  if (!form) return;
  var cards = Array.from(document.querySelectorAll(".kit"));
  var places = Array.from(document.querySelectorAll(".place"));
  var buttons = Array.from(form.querySelectorAll("button"));
  var select = form.querySelector("select"), found = form.querySelector(".filter__found");
  var chosen = { place: "", use: "", language: "", scam: "" };

  function exists(by, value) {
    var choices = by === "scam" ? Array.from(select.options) : buttons.filter(function (each) { return each.dataset.by === by; });
    return choices.some(function (each) { return each.value === value; });
  }

  /* The files in the chosen language; the reader's own come first. */
  function filesOf(card) {
    var first = card.querySelector(".kit__files");
    return chosen.language ? card.querySelector(".kit__files[data-language='" + chosen.language + "']") : first;
  }

  function wanted(card) {
    var files = filesOf(card);
    return (!chosen.place || card.dataset.places.split(" ").includes(chosen.place)) &&
      (!chosen.scam || card.id === "to-" + chosen.scam) &&
      files && (!chosen.use || files.querySelector("[data-use='" + chosen.use + "']"));
  }

  function showFiles(card) {
    var files = filesOf(card), others = card.querySelector(".kit__others"), picture = card.querySelector("img");
    card.querySelectorAll(".kit__files").forEach(function (each) {
      each.hidden = Boolean(chosen.language) && each !== files;
      each.querySelectorAll("[data-use]").forEach(function (file, index) {
        file.hidden = chosen.use ? file.dataset.use !== chosen.use : index >= SHOWN;
      });
    });
    if (others) {
      others.open = others.contains(files);
      others.toggleAttribute("data-only", others.open);
      others.hidden = Boolean(chosen.language) && !others.open;
    }
    if (picture && files.dataset.picture) picture.src = files.dataset.picture;
  }

  function remember() {
    var address = new URLSearchParams();
    Object.keys(chosen).forEach(function (by) { if (chosen[by]) address.set(by, chosen[by]); });
    try {
      history.replaceState(null, "", (String(address) ? "?" + address : location.pathname) + location.hash);
    } catch (refused) { /* a page opened from a USB stick keeps its address */ }
  }

  function show() {
    var count = 0;
    cards.forEach(function (card) {
      card.hidden = !wanted(card);
      if (card.hidden) return;
      count += 1;
      showFiles(card);
    });
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(chosen[button.dataset.by] === button.value));
    });
    select.value = chosen.scam;
    found.textContent = count ? form.dataset.found.replace("{n}", count) : form.dataset.nothing;
  }

  function choose(by, value) {
    chosen[by] = value;
    show();
    remember();
  }

  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      choose(button.dataset.by, chosen[button.dataset.by] === button.value ? "" : button.value);
    });
  });
  select.addEventListener("change", function () { choose("scam", select.value); });
  document.querySelectorAll("[data-choose]").forEach(function (link) {
    link.addEventListener("click", function () { choose("place", link.dataset.choose); });
  });

  /* An address such as ?place=truong-hoc&language=tyz can be sent to a school. */
  new URLSearchParams(location.search).forEach(function (value, by) { if (exists(by, value)) chosen[by] = value; });
  places.forEach(function (place) { if (place.dataset.place === chosen.place) place.open = true; });
  form.hidden = false;
  show();
})();
