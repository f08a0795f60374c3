/* When a report is due: in the month before, the line says so. Without a script the days stand there as they are. */
"use strict";
{
  const DAY = 24 * 60 * 60 * 1000, NEAR = 31;

  function daysLeft(before, today) {
    const [month, day] = before.split("-").map(Number);
    const due = new Date(today.getFullYear(), month - 1, day);
    return Math.round((due - new Date(today.getFullYear(), today.getMonth(), today.getDate())) / DAY);
  }

  document.querySelectorAll("[data-before]").forEach((line) => {
    const left = daysLeft(line.dataset.before, new Date());
    line.querySelector("[hidden]").hidden = left < 1 || left > NEAR;
  });
}
