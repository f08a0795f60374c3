/* The year of posts: the month of today stands first and is open. */
"use strict";
{
  function beginToday(list) {
    const months = Array.from(list.children), today = String(new Date().getMonth() + 1);
    const now = months.map((month) => month.dataset.month).indexOf(today);
    if (now < 0) return;
    months.slice(0, now).forEach((month) => { list.append(month); });
    months.forEach((month, number) => { month.open = number === now; });
  }

  document.querySelectorAll(".months").forEach(beginToday);
}
