/* Speaking instead of typing, with the browser's own recogniser, ten seconds at most. The reader agrees before the
   first word is sent, sees what was heard, and searches by a press. Fetched at the first tap of the microphone. */
(function () {
  "use strict";
  var SECONDS = 10, GRACE = 2000, LONGEST = 80;  /* GRACE: ms that the recogniser may take to hand over last words */
  var CONSENT = "voice-consent";
  var BUTTONS = { ask: ["agree", "close"], listen: ["stop", "close"], heard: ["search", "again", "close"], failed: ["again", "close"] };
  var FAILURES = { "not-allowed": "denied", "service-not-allowed": "denied", "no-speech": "nothing", aborted: "nothing" };
  var Recogniser = window.SpeechRecognition || window.webkitSpeechRecognition;
  var microphone = document.querySelector(".search__voice"), dialog = document.querySelector(".voice");
  var form = document.querySelector(".search"), query = form.querySelector(".search__query");
  var words = dialog.querySelector(".voice__words"), count = dialog.querySelector(".voice__count");
  var buttons = Array.from(dialog.querySelectorAll("button"));
  var session = null, agreed = false;

  function hasAgreed() {
    try {
      return agreed || localStorage.getItem(CONSENT) === "yes";
    } catch (refused) {
      return agreed;
    }
  }

  function agree() {
    agreed = true;
    try {
      localStorage.setItem(CONSENT, "yes");
    } catch (refused) { /* storage is off: asked again on the next page */ }
    listen();
  }

  function show(step, text) {
    words.textContent = text;
    count.textContent = "";
    dialog.dataset.step = step;
    buttons.forEach(function (button) { button.hidden = !BUTTONS[step].includes(button.value); });
    if (!dialog.open) dialog.showModal();
    buttons.find(function (button) { return !button.hidden; }).focus();
  }

  /* A session that has ended tells nothing any more. */
  function end(which) {
    clearInterval(which.tick);
    clearTimeout(which.grace);
    if (session === which) session = null;
    try {
      which.recogniser.abort();
    } catch (ended) { /* some recognisers refuse to end twice */ }
  }

  function finish(which) {
    if (session !== which) return;
    end(which);
    var heard = which.heard.trim().slice(0, LONGEST);
    if (heard) {
      query.value = heard;
      show("heard", dialog.dataset.heard + " «" + heard + "»");
    } else {
      show("failed", dialog.dataset[which.failure]);
    }
  }

  /* The last words may still come, so the recogniser is asked to stop before it is told to. */
  function stop(which) {
    clearInterval(which.tick);
    which.grace = setTimeout(finish, GRACE, which);
    which.recogniser.stop();
  }

  function passSecond(which) {
    which.left -= 1;
    count.textContent = which.left;
    if (which.left === 0) stop(which);
  }

  function hear(which, results) {
    which.heard = Array.from(results, function (result) { return result[0].transcript; }).join(" ");
    if (session === which) words.textContent = which.heard;
  }

  function listen() {
    var which = session = { recogniser: new Recogniser(), heard: "", failure: "nothing", left: SECONDS };
    which.recogniser.lang = microphone.dataset.speech;
    which.recogniser.interimResults = true;
    which.recogniser.onresult = function (event) { hear(which, event.results); };
    which.recogniser.onerror = function (event) { which.failure = FAILURES[event.error] || "failed"; };
    which.recogniser.onend = function () { finish(which); };
    which.tick = setInterval(passSecond, 1000, which);
    show("listen", dialog.dataset.listening);
    count.textContent = SECONDS;
    try {
      which.recogniser.start();
    } catch (refused) {
      which.failure = "failed";
      finish(which);
    }
  }

  function search() {
    dialog.close();
    form.requestSubmit ? form.requestSubmit() : form.querySelector(".search__button").click();
  }

  var ACTS = { agree: agree, stop: function () { if (session) stop(session); }, search: search, again: listen, close: function () { dialog.close(); } };

  function leave() {
    if (session) end(session);
  }

  buttons.forEach(function (button) { button.addEventListener("click", function () { ACTS[button.value](); }); });
  dialog.addEventListener("close", leave);
  window.addEventListener("pagehide", leave);
  microphone.addEventListener("click", function () {
    if (hasAgreed()) listen();
    else show("ask", dialog.dataset.consent);
  });
})();
