/* Speaking instead of typing, with the browser's own recogniser, ten seconds at most. The reader agrees before the
   first word is sent, sees what was heard, and searches by a press. Fetched at the first tap of the microphone. */
"use strict";
{
  const SECONDS = 10, GRACE = 2000, LONGEST = 80;  /* GRACE: ms that the recogniser may take to hand over last words */
  const CONSENT = "voice-consent";
  const BUTTONS = { ask: ["agree", "close"], listen: ["stop", "close"], heard: ["find", "again", "close"], failed: ["again", "close"] };
  const GOLD = ["agree", "stop", "find"];
  const FAILURES = { "not-allowed": "denied", "service-not-allowed": "denied", "no-speech": "nothing", aborted: "nothing" };
  const Recogniser = window.SpeechRecognition || window.webkitSpeechRecognition;
  const microphone = document.querySelector(".search__voice");
  const form = document.querySelector(".search"), query = form.querySelector(".search__query");
  const dialog = document.createElement("dialog"), title = make("p", "voice__title"), count = make("p", "voice__count");
  const words = make("p", "voice__words"), row = make("p", "buttons");
  let buttons = [], said = null, session = null, agreed = false;

  function make(name, className) {
    const element = document.createElement(name);
    element.className = className;
    return element;
  }

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
    buttons.forEach((button) => { button.hidden = !BUTTONS[step].includes(button.value); });
    if (!dialog.open) dialog.showModal();
    buttons.find((button) => !button.hidden).focus();
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
    const heard = which.heard.trim().slice(0, LONGEST);
    if (heard) {
      query.value = heard;
      show("heard", `${said.heard} «${heard}»`);
    } else {
      show("failed", said[which.failure]);
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
    which.heard = Array.from(results, (result) => result[0].transcript).join(" ");
    if (session === which) words.textContent = which.heard;
  }

  function listen() {
    const which = session = { recogniser: new Recogniser(), heard: "", failure: "nothing", left: SECONDS };
    which.recogniser.lang = microphone.dataset.speech;
    which.recogniser.interimResults = true;
    which.recogniser.onresult = (event) => { hear(which, event.results); };
    which.recogniser.onerror = (event) => { which.failure = FAILURES[event.error] || "failed"; };
    which.recogniser.onend = () => { finish(which); };
    which.tick = setInterval(passSecond, 1000, which);
    show("listen", said.listening);
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
    if (form.requestSubmit) form.requestSubmit();
    else form.querySelector(".search__button").click();
  }

  const ACTS = { agree, stop() { if (session) stop(session); }, find: search, again: listen, close() { dialog.close(); } };

  function leave() {
    if (session) end(session);
  }

  function buttonFor(act) {
    const button = make("button", GOLD.includes(act) ? "button button--gold" : "button");
    button.type = "button";
    button.value = act;
    button.textContent = said[act];
    button.addEventListener("click", ACTS[act]);
    return button;
  }

  function build(found) {
    said = found;
    dialog.className = "voice";
    dialog.setAttribute("aria-labelledby", title.id = "voice-title");
    title.textContent = said.search;
    words.setAttribute("role", "status");
    count.setAttribute("aria-hidden", "true");
    buttons = Object.keys(ACTS).map(buttonFor);
    row.append.apply(row, buttons);
    dialog.append(title, count, words, row);
    document.body.append(dialog);
  }

  function open() {
    if (hasAgreed()) listen();
    else show("ask", said.consent);
  }

  /* Offline there are no words, and the recogniser would not hear either: the box is there to type in. */
  function start() {
    if (said) {
      open();
      return;
    }
    fetch(microphone.dataset.words).then((response) => response.json()).then(build).then(open)
      .catch(() => { query.focus(); });
  }

  dialog.addEventListener("close", leave);
  window.addEventListener("pagehide", leave);
  microphone.addEventListener("click", start);
}
