/* Which warnings are new on the day of reading: the page was built on another day, and copies are read for years. */
"use strict";
{
  const DAY = 24 * 60 * 60 * 1000;

  function isNew(warning, days, today) {
    const [year, month, day] = warning.dataset.day.split("-").map(Number);
    const begun = new Date(today.getFullYear(), today.getMonth(), today.getDate());
    return Math.round((begun - new Date(year, month - 1, day)) / DAY) <= days;
  }

  function sortByAge(page) {
    const days = Number(page.dataset.days), today = new Date();
    const fresh = page.querySelector(".warnings--new"), past = page.querySelector(".warnings--past");
    Array.from(page.querySelectorAll("[data-day]")).forEach((warning) => {
      (isNew(warning, days, today) ? fresh : past).append(warning);
    });
    page.querySelector(".warnings__none").hidden = fresh.children.length > 0;
    page.querySelector(".warnings__before").hidden = past.children.length === 0;
  }

  document.querySelectorAll("[data-days]").forEach(sortByAge);
}
