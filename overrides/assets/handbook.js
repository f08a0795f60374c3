/* Search, size of text. Every page works without this file: the search box leads to the list of scams.
   Scripts that few readers need are fetched at the first tap. */
"use strict";
{
  /* Messages of the search worker (Material for MkDocs). */
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const MOST_RESULTS = 8, EXCERPT = 150, PAUSE = 120, LONGEST = 80;
  const root = document.documentElement;

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
    return `+${withoutAccents(words).replace(/ /g, "_")}`;
  }

  /* The worker adds a wildcard to every bare word, and «cong an gia» then drowns in «giao hàng».
     So: all words as typed; the last one as a beginning; the same without accents; at last any of them. */
  function questionsFor(words) {
    const all = `+${words.replace(/ /g, " +")}`, plain = withoutAccents(all);
    const questions = [all, `${all}*`];
    if (plain !== all) questions.push(plain, `${plain}*`);
    return questions.concat(withoutAccents(words));
  }

  /* ---------- search */

  /* Copies text and <mark> only: nothing from the index becomes markup of the page. */
  function copyText(target, markup, keepMarks) {
    const parsed = new DOMParser().parseFromString(markup, "text/html");
    parsed.body.childNodes.forEach((node) => {
      let text = document.createTextNode(node.textContent);
      if (keepMarks && node.nodeName === "MARK") {
        const mark = document.createElement("mark");
        mark.appendChild(text);
        text = mark;
      }
      target.appendChild(text);
    });
  }

  function excerptOf(item) {
    return item.text.replace(/<(?!\/?mark)/g, "&lt;").slice(0, EXCERPT);
  }

  class Search {
    constructor(form) {
      this.form = form;
      this.query = form.querySelector(".search__query");
      this.panel = form.querySelector(".search__panel");
      this.status = form.querySelector(".search__status");
      this.help = form.querySelector(".search__help");
      this.list = form.querySelector(".search__results");
      this.languages = {};  /* of pages in another language than the reader's, by address */
      this.started = this.ready = this.waiting = this.again = this.pressed = false;
      this.listen();
      this.listenOutside();
      this.takeQuestion();
    }

    say(text, withHelp) {
      this.status.textContent = text;
      this.help.hidden = !withHelp;
      this.panel.hidden = !text;
    }

    /* Index and worker are fetched at first focus, never before. */
    async load() {
      if (this.started) return;
      this.started = true;
      try {
        const response = await fetch(this.form.dataset.index);
        if (!response.ok) throw new Error(response.status);
        this.setUp(await response.json());
      } catch (problem) {
        this.fail();
      }
    }

    setUp(index) {
      index.docs.forEach(({ lang, location }) => { if (lang) this.languages[location] = lang; });
      index.options = { suggest: false };
      this.worker = new Worker(this.form.dataset.worker);
      this.worker.onmessage = ({ data }) => { this.receive(data); };
      this.worker.onerror = () => { this.fail(); };
      this.worker.postMessage({ type: SETUP, data: index });
    }

    fail() {
      this.started = this.ready = this.waiting = false;
      this.list.textContent = "";
      this.say(this.status.dataset.failed, true);
    }

    /* One question at a time: an answer that comes late may not pass for that to a newer question. */
    ask() {
      const words = wordsOf(this.query.value);
      this.again = this.waiting;
      if (!words) {
        this.list.textContent = "";
        this.say("");
      } else if (!this.ready) {
        this.say(this.status.dataset.loading);
        this.load();  /* an index that failed meanwhile is asked for again, or «loading» would stand for ever */
      } else if (!this.waiting) {
        this.keepMarks = /[^ -~]/.test(words);  /* without accents only chance hits would be marked */
        this.exact = null;
        this.questions = [phraseOf(words), ...questionsFor(words)];
        this.askNext();
      }
    }

    askNext() {
      this.waiting = true;
      this.worker.postMessage({ type: QUERY, data: this.questions.shift() });
    }

    receive({ type, data }) {
      if (type === READY) {
        this.ready = true;
        this.ask();
      } else if (type === RESULT) {
        this.waiting = false;
        if (this.again) this.ask();
        else this.take(data.items);
      }
    }

    take(groups) {
      if (!this.exact) {
        this.exact = groups;  /* pages that are asked for in these very words come first */
        this.askNext();
      } else if (groups.length || !this.questions.length) {
        const known = this.exact.map(([item]) => item.location);
        this.show(this.exact.concat(groups.filter(([item]) => !known.includes(item.location))));
      } else {
        this.askNext();
      }
    }

    show(groups) {
      const { found, nothing } = this.status.dataset;
      this.list.textContent = "";
      this.list.append(...groups.slice(0, MOST_RESULTS).map(([item]) => this.resultOf(item)));
      this.say(groups.length ? found.replace("{n}", groups.length) : nothing, !groups.length);
      if (this.pressed) (this.list.querySelector("a") || this.help.querySelector("a")).focus();
      this.pressed = false;
    }

    resultOf(item) {
      const [entry, link, title, text] = ["li", "a", "b", "span"].map((name) => document.createElement(name));
      link.className = "search__result";
      link.href = `${this.form.dataset.root}/${item.location}`;
      copyText(title, item.title, this.keepMarks);
      copyText(text, excerptOf(item), this.keepMarks);
      if (this.languages[item.location]) {
        link.lang = this.languages[item.location];
        title.append(` – ${this.form.dataset.inVietnamese}`);
      }
      link.append(title, text);
      entry.append(link);
      return entry;
    }

    listen() {
      this.query.addEventListener("focus", () => { this.load(); });
      this.query.addEventListener("input", () => {
        clearTimeout(this.timer);
        this.pressed = false;
        this.timer = setTimeout(() => { this.ask(); }, PAUSE);
      });
      this.form.addEventListener("keydown", (event) => { this.moveFocus(event); });
      this.form.addEventListener("submit", (event) => { this.press(event); });
    }

    /* Left with the keyboard, the panel may not cover what has the focus now. */
    listenOutside() {
      const leave = (place) => { if (place && !this.form.contains(place)) this.panel.hidden = true; };
      document.addEventListener("click", (event) => { leave(event.target); });
      this.form.addEventListener("focusout", (event) => { leave(event.relatedTarget); });
    }

    /* An empty box leads to the list of scams; words are searched for here, and the focus goes to what is found. */
    press(event) {
      if (!wordsOf(this.query.value)) return;
      event.preventDefault();
      clearTimeout(this.timer);
      this.pressed = true;
      this.load();
      this.ask();
    }

    moveFocus(event) {
      if (event.key === "Escape") {
        this.panel.hidden = true;
        this.query.focus();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const stops = [this.query, ...this.panel.querySelectorAll("a")];
      const next = stops[stops.indexOf(document.activeElement) + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }

    /* Sent here by the box of a page whose script had not run: search for what was asked. */
    takeQuestion() {
      const asked = new URLSearchParams(location.search).get("q");
      if (!asked) return;
      this.query.value = asked.slice(0, LONGEST);
      this.load();
    }
  }

  /* ---------- size of text, voices */

  function startTextSize(button) {
    button.setAttribute("aria-pressed", String(root.classList.contains("large-text")));
    button.addEventListener("click", () => {
      const large = root.classList.toggle("large-text");
      button.setAttribute("aria-pressed", String(large));
      try {
        localStorage.setItem("text-size", large ? "large" : "usual");
      } catch (refused) { /* storage is off: the size holds for this page */ }
    });
  }

  /* «Nghe đọc» keeps its place until the voices are known; only a voice on this device may read. */
  function offerReading(place) {
    if (!window.speechSynthesis) return;
    const code = place.dataset.speech.split("-")[0];
    function look() {
      const voices = speechSynthesis.getVoices();
      if (!voices.length) return;
      const speaks = (voice) => voice.localService && voice.lang.split(/[-_]/)[0].toLowerCase() === code;
      const found = voices.some(speaks);
      root.classList.toggle("speaks", found);
      place.classList.toggle("read-aloud--ready", found);
    }
    speechSynthesis.onvoiceschanged = look;
    look();
  }

  function fetchAtFirstTap(button) {
    button.addEventListener("click", () => {
      const script = document.createElement("script");
      script.src = button.dataset.script;
      script.onload = () => { button.click(); };
      script.onerror = () => { fetchAtFirstTap(button); };
      document.head.append(script);
    }, { once: true });
  }

  /* On a slow line nothing that only paper needs may come before the first words. */
  function fetchSheetForPaper(address) {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.media = "print";
    sheet.href = address;
    document.head.append(sheet);
  }

  fetchSheetForPaper(document.currentScript.dataset.paperSheet);
  document.querySelectorAll(".search[data-index]").forEach((form) => new Search(form));
  document.querySelectorAll(".text-size").forEach(startTextSize);
  document.querySelectorAll(".read-aloud").forEach(offerReading);
  document.querySelectorAll("[data-script]").forEach(fetchAtFirstTap);
}
