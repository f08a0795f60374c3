/* The year of posts: the month of today stands first and is open. */
(function () {
  "use strict";

  function beginToday(list) {
    var months = Array.from(list.children), today = String(new Date().getMonth() + 1);
    var now = months.map(function (month) { return month.dataset.month; }).indexOf(today);
    if (now < 0) return;
    months.slice(0, now).forEach(function (month) { list.append(month); });
    months[now].open = true;
  }

  document.querySelectorAll(".months").forEach(beginToday);
})();
