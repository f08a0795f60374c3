/* Reads the page aloud with a voice of this device, sentence by sentence: title, statement and acts first, then the
   rest as it stands. Nothing in another language than the voice's is read. Fetched at the first tap of «Nghe đọc». */
"use strict";
{
  const SPEED = "reading-speed", MARK = "reading";
  const FIRST = ".hero, .opening__words, .panel, .timeline";
  const LEFT_OUT = "nav, aside, button, audio, script, [hidden], [aria-hidden='true'], .buttons, .listen, .read-aloud, " +
    ".sources, .source-ref, #tai-ve";
  const SENTENCE = /\S.*?[.!?…]+[»”")]*(?=\s|$)|\S.*$/gs;
  const root = document.documentElement, synthesis = window.speechSynthesis;
  const place = document.querySelector(".read-aloud"), start = place.querySelector(".read-aloud__start");
  const bar = place.querySelector(".read-aloud__bar"), pause = place.querySelector(".read-aloud__pause");
  const speed = place.querySelector(".read-aloud__speed");
  const tag = place.dataset.speech, code = tag.split("-")[0];
  const numbers = new RegExp(`(^|\\D)(${place.dataset.numbers.split(" ").join("|")})(?!\\d)`, "g");
  const canMark = Boolean(window.CSS && CSS.highlights && window.Highlight);
  const pauseWord = pause.textContent;
  let sentences = [], at = 0, speaking = null, marked = null;

  /* ---------- what is read */

  function isRead(node) {
    const element = node.parentElement;
    const hidden = element.closest(".visually-hidden") && !element.closest(".phone");  /* a flag's number belongs to it */
    return node.data.trim() && !hidden && !element.closest(LEFT_OUT) &&
      element.closest("[lang]").lang.split("-")[0] === code && element.getClientRects().length > 0;
  }

  function textNodes() {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) if (isRead(walker.currentNode)) found.push(walker.currentNode);
    const acts = found.filter((node) => node.parentElement.closest(FIRST));
    return acts.concat(found.filter((node) => !acts.includes(node)));
  }

  function blockOf(node) {
    let element = node.parentElement;
    while (getComputedStyle(element).display === "inline") element = element.parentElement;
    return element;
  }

  /* Text nodes that stand in one block, one after the other. */
  function paragraphs() {
    const found = [];
    textNodes().forEach((node) => {
      const block = blockOf(node), last = found[found.length - 1];
      if (last && last.block === block) last.nodes.push(node);
      else found.push({ block, nodes: [node] });
    });
    return found;
  }

  function rangeOf(nodes, from, to) {
    const range = document.createRange();
    let passed = 0;
    nodes.forEach((node) => {
      const end = passed + node.length;
      if (from >= passed && from < end) range.setStart(node, from - passed);
      if (to > passed && to <= end) range.setEnd(node, to - passed);
      passed = end;
    });
    return range;
  }

  function sentencesOf({ nodes, block }) {
    const found = [];
    nodes.map((node) => node.data).join("").replace(SENTENCE, (text, from) => {
      found.push({ text, range: rangeOf(nodes, from, from + text.length), block });
    });
    return found;
  }

  /* «113» is said «một một ba», not as a number. */
  function forTheEar(text) {
    return text.trim().replace(/\s+/g, " ").replace(numbers, (_, before, digits) => before + digits.split("").join(" "));
  }

  /* ---------- reading */

  function unmark() {
    if (canMark) CSS.highlights.delete(MARK);
    if (marked) marked.classList.remove("being-read");
    marked = null;
  }

  function isInSight(box) {
    return box.top > 80 && box.bottom < innerHeight - 140;  /* the header and both bars cover the rest */
  }

  function mark(sentence) {
    unmark();
    if (canMark) {
      CSS.highlights.set(MARK, new Highlight(sentence.range));
    } else {
      marked = sentence.block;
      marked.classList.add("being-read");
    }
    if (!isInSight(sentence.range.getBoundingClientRect())) sentence.block.scrollIntoView({ block: "center" });
  }

  function voice() {
    return synthesis.getVoices().find((each) =>
      each.localService && each.lang.split(/[-_]/)[0].toLowerCase() === code
    );
  }

  function speak() {
    const sentence = sentences[at];
    if (!sentence) {
      stop();
      return;
    }
    const saying = new SpeechSynthesisUtterance(forTheEar(sentence.text));
    saying.lang = tag;
    saying.voice = voice();
    saying.rate = Number(speed.value);
    saying.onend = () => {
      if (saying !== speaking) return;
      at += 1;
      speak();
    };
    saying.onerror = () => { if (saying === speaking) stop(); };
    speaking = saying;
    mark(sentence);
    synthesis.speak(saying);
  }

  function silence() {
    speaking = null;
    synthesis.cancel();
  }

  function stop() {
    silence();
    unmark();
    const focused = bar.contains(document.activeElement);
    bar.hidden = true;
    start.hidden = false;
    root.classList.remove("reading");
    if (focused) start.focus({ preventScroll: true });
  }

  /* Android's browsers cannot pause in the middle of a sentence, so a sentence begins again. */
  function pauseOrReadOn() {
    pause.textContent = speaking ? pause.dataset.on : pauseWord;
    if (speaking) silence();
    else speak();
  }

  function begin() {
    sentences = [].concat(...paragraphs().map(sentencesOf));
    at = 0;
    pause.textContent = pauseWord;
    bar.hidden = false;
    start.hidden = true;
    root.classList.add("reading");
    pause.focus({ preventScroll: true });
    synthesis.cancel();
    speak();
  }

  function remember() {
    try {
      localStorage.setItem(SPEED, speed.value);
    } catch (refused) { /* storage is off: the speed holds for this page */ }
  }

  function recall() {
    try {
      if (localStorage.getItem(SPEED)) speed.value = localStorage.getItem(SPEED);
    } catch (refused) { /* storage is off: the usual speed */ }
    if (speed.selectedIndex < 0) speed.value = "1";
  }

  recall();
  start.addEventListener("click", begin);
  pause.addEventListener("click", pauseOrReadOn);
  place.querySelector(".read-aloud__stop").addEventListener("click", stop);
  speed.addEventListener("change", remember);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !bar.hidden) stop(); });
  window.addEventListener("pagehide", silence);
}
