/* Filters the cards of the download centre. Without it the page is a plain list of all of them. */
"use strict";
{
  const SHOWN = 3;
  const form = document.querySelector("[data-filter]");
  const cards = Array.from(document.querySelectorAll(".kit"));
  const places = Array.from(document.querySelectorAll(".place"));
  const buttons = Array.from(form.querySelectorAll("button"));
  const select = form.querySelector("select"), found = form.querySelector(".filter__found");
  const chosen = { place: "", use: "", language: "", scam: "" };

  function exists(by, value) {
    const choices = by === "scam" ? Array.from(select.options) : buttons.filter((each) => each.dataset.by === by);
    return choices.some((each) => each.value === value);
  }

  /* The files in the chosen language; the reader's own come first. */
  function filesOf(card) {
    const first = card.querySelector(".kit__files");
    return chosen.language ? card.querySelector(`.kit__files[data-language='${chosen.language}']`) : first;
  }

  function wanted(card) {
    const files = filesOf(card);
    return (!chosen.place || card.dataset.places.split(" ").includes(chosen.place)) &&
      (!chosen.scam || card.id === `to-${chosen.scam}`) &&
      files && (!chosen.use || files.querySelector(`[data-use='${chosen.use}']`));
  }

  function showFiles(card) {
    const files = filesOf(card), others = card.querySelector(".kit__others"), picture = card.querySelector("img");
    card.querySelectorAll(".kit__files").forEach((each) => {
      each.hidden = Boolean(chosen.language) && each !== files;
      each.querySelectorAll("[data-use]").forEach((file, index) => {
        file.hidden = chosen.use ? file.dataset.use !== chosen.use : index >= SHOWN;
      });
    });
    if (others) {
      others.open = others.contains(files);
      if (others.open) others.dataset.only = "";
      else delete others.dataset.only;
      others.hidden = Boolean(chosen.language) && !others.open;
    }
    if (picture && files.dataset.picture) picture.src = files.dataset.picture;
  }

  function remember() {
    const address = new URLSearchParams();
    Object.keys(chosen).forEach((by) => { if (chosen[by]) address.set(by, chosen[by]); });
    try {
      history.replaceState(null, "", (String(address) ? `?${address}` : location.pathname) + location.hash);
    } catch (refused) { /* a page opened from a USB stick keeps its address */ }
  }

  function show() {
    let count = 0;
    cards.forEach((card) => {
      card.hidden = !wanted(card);
      if (card.hidden) return;
      count += 1;
      showFiles(card);
    });
    buttons.forEach((button) => {
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

  buttons.forEach((button) => {
    button.addEventListener("click", () => {
      choose(button.dataset.by, chosen[button.dataset.by] === button.value ? "" : button.value);
    });
  });
  select.addEventListener("change", () => { choose("scam", select.value); });
  document.querySelectorAll("[data-choose]").forEach((link) => {
    link.addEventListener("click", () => { choose("place", link.dataset.choose); });
  });

  /* An address such as ?place=truong-hoc&language=tyz can be sent to a school. */
  new URLSearchParams(location.search).forEach((value, by) => { if (exists(by, value)) chosen[by] = value; });
  places.forEach((place) => { if (place.dataset.place === chosen.place) place.open = true; });
  form.hidden = false;
  show();
}
