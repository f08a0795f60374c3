/* Search, size of text. Every page works without this file: the search box leads to the list of scams.
   Scripts that few readers need are fetched at the first tap. */
(function () {
  "use strict";

  /* Messages of the search worker (Material for MkDocs). */
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  var MOST_RESULTS = 8, EXCERPT = 150, PAUSE = 120, LONGEST = 80;
  var root = document.documentElement;

  /* ---------- words */

  function wordsOf(text) {
    return text.normalize("NFC").slice(0, LONGEST).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  }

  /* «Lừa ĐẢO» -> «lua dao»: as the index holds its plain fields. */
  function withoutAccents(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  }

  /* A whole way of asking is one word of the index: «công an giả» -> «cong_an_gia». */
  function phraseOf(words) {
    return "+" + withoutAccents(words).replace(/ /g, "_");
  }

  /* The worker adds a wildcard to every bare word, and «cong an gia» then drowns in «giao hàng».
     So: all words as typed; the last one as a beginning; the same without accents; at last any of them. */
  function questionsFor(words) {
    var all = "+" + words.replace(/ /g, " +"), plain = withoutAccents(all);
    var questions = [all, all + "*"];
    if (plain !== all) questions.push(plain, plain + "*");
    return questions.concat(withoutAccents(words));
  }

  /* ---------- search */

  /* Copies text and <mark> only: nothing from the index becomes markup of the page. */
  function copyText(target, markup, keepMarks) {
    var parsed = new DOMParser().parseFromString(markup, "text/html");
    parsed.body.childNodes.forEach(function (node) {
      var text = document.createTextNode(node.textContent);
      if (keepMarks && node.nodeName === "MARK") {
        var mark = document.createElement("mark");
        mark.appendChild(text);
        text = mark;
      }
      target.appendChild(text);
    });
  }

  function excerptOf(item) {
    return item.text.replace(/<(?!\/?mark)/g, "&lt;").slice(0, EXCERPT);
  }

  function startSearch(form) {
    var settings = form.dataset;
    var query = form.querySelector(".search__query"), panel = form.querySelector(".search__panel");
    var status = form.querySelector(".search__status"), help = form.querySelector(".search__help");
    var list = form.querySelector(".search__results");
    var worker, started = false, ready = false, timer, questions, exact, keepMarks, pressed, waiting, again, languages = {};

    function say(text, withHelp) {
      status.textContent = text;
      help.hidden = !withHelp;
      panel.hidden = !text;
    }

    function fail() {
      started = ready = waiting = false;
      list.textContent = "";
      say(status.dataset.failed, true);
    }

    function askNext() {
      waiting = true;
      worker.postMessage({ type: QUERY, data: questions.shift() });
    }

    /* One question at a time: an answer that comes late may not pass for that to a newer question. */
    function ask() {
      var words = wordsOf(query.value);
      again = waiting;
      if (!words) {
        list.textContent = "";
        say("");
      } else if (!ready) {
        say(status.dataset.loading);
        load();  /* an index that failed meanwhile is asked for again, or «loading» would stand for ever */
      } else if (!waiting) {
        keepMarks = /[^\x00-\x7f]/.test(words);  /* without accents only chance hits would be marked */
        exact = null;
        questions = [phraseOf(words)].concat(questionsFor(words));
        askNext();
      }
    }

    function resultOf(item) {
      var entry = document.createElement("li"), link = document.createElement("a");
      var title = document.createElement("b"), text = document.createElement("span");
      link.className = "search__result";
      link.href = settings.root + "/" + item.location;
      copyText(title, item.title, keepMarks);
      copyText(text, excerptOf(item), keepMarks);
      if (languages[item.location]) {
        link.lang = languages[item.location];
        title.append(" – " + settings.inVietnamese);
      }
      link.append(title, text);
      entry.append(link);
      return entry;
    }

    function show(groups) {
      list.textContent = "";
      groups.slice(0, MOST_RESULTS).forEach(function (group) { list.append(resultOf(group[0])); });
      say(groups.length ? status.dataset.found.replace("{n}", groups.length) : status.dataset.nothing, !groups.length);
      if (pressed) (list.querySelector("a") || help.querySelector("a")).focus();
      pressed = false;
    }

    function isNew(group) {
      return !exact.some(function (found) { return found[0].location === group[0].location; });
    }

    function receive(event) {
      if (event.data.type === READY) {
        ready = true;
        ask();
      } else if (event.data.type === RESULT) {
        var groups = event.data.data.items;
        waiting = false;
        if (again) {
          ask();
        } else if (!exact) {
          exact = groups;  /* pages that are asked for in these very words come first */
          askNext();
        } else if (groups.length || !questions.length) {
          show(exact.concat(groups.filter(isNew)));
        } else {
          askNext();
        }
      }
    }

    function setUp(index) {
      index.docs.forEach(function (entry) { if (entry.lang) languages[entry.location] = entry.lang; });
      index.options = { suggest: false };
      worker = new Worker(settings.worker);
      worker.onmessage = receive;
      worker.onerror = fail;
      worker.postMessage({ type: SETUP, data: index });
    }

    /* Index and worker are fetched at first focus, never before. */
    function load() {
      if (started) return;
      started = true;
      fetch(settings.index).then(function (response) {
        if (!response.ok) throw new Error(response.status);
        return response.json();
      }).then(setUp).catch(fail);
    }

    function moveFocus(event) {
      if (event.key === "Escape") {
        panel.hidden = true;
        query.focus();
      }
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      var stops = [query].concat(Array.from(panel.querySelectorAll("a")));
      var next = stops[stops.indexOf(document.activeElement) + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }

    query.addEventListener("focus", load);
    query.addEventListener("input", function () {
      clearTimeout(timer);
      pressed = false;
      timer = setTimeout(ask, PAUSE);
    });
    form.addEventListener("keydown", moveFocus);
    /* An empty box leads to the list of scams; words are searched for here, and the focus goes to what is found. */
    form.addEventListener("submit", function (event) {
      if (!wordsOf(query.value)) return;
      event.preventDefault();
      clearTimeout(timer);
      pressed = true;
      load();
      ask();
    });
    document.addEventListener("click", function (event) {
      if (!form.contains(event.target)) panel.hidden = true;
    });
    /* Left with the keyboard, the panel may not cover what has the focus now. */
    form.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true;
    });

    /* Sent here by the box of a page whose script had not run: search for what was asked. */
    var asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      query.value = asked.slice(0, LONGEST);
      load();
    }
  }

  /* ---------- size of text, voices */

  function startTextSize(button) {
    button.setAttribute("aria-pressed", String(root.classList.contains("large-text")));
    button.addEventListener("click", function () {
      var large = root.classList.toggle("large-text");
      button.setAttribute("aria-pressed", String(large));
      try {
        localStorage.setItem("text-size", large ? "large" : "usual");
      } catch (refused) { /* storage is off: the size holds for this page */ }
    });
  }

  /* «Nghe đọc» keeps its place until the voices are known; only a voice on this device may read. */
  function offerReading(place) {
    if (!window.speechSynthesis) return;
    var code = place.dataset.speech.split("-")[0];
    function look() {
      var voices = speechSynthesis.getVoices();
      if (!voices.length) return;
      var found = voices.some(function (voice) {
        return voice.localService && voice.lang.split(/[-_]/)[0].toLowerCase() === code;
      });
      root.classList.toggle("speaks", found);
      place.classList.toggle("read-aloud--ready", found);
    }
    speechSynthesis.onvoiceschanged = look;
    look();
  }

  function fetchAtFirstTap(button) {
    button.addEventListener("click", function () {
      var script = document.createElement("script");
      script.src = button.dataset.script;
      script.onload = function () { button.click(); };
      script.onerror = function () { fetchAtFirstTap(button); };
      document.head.append(script);
    }, { once: true });
  }

  /* On a slow line nothing that only paper needs may come before the first words. */
  function fetchSheetForPaper(address) {
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.media = "print";
    sheet.href = address;
    document.head.append(sheet);
  }

  fetchSheetForPaper(document.currentScript.dataset.paperSheet);
  document.querySelectorAll(".search[data-index]").forEach(startSearch);
  document.querySelectorAll(".text-size").forEach(startTextSize);
  document.querySelectorAll(".read-aloud").forEach(offerReading);
  document.querySelectorAll("[data-script]").forEach(fetchAtFirstTap);
})();
