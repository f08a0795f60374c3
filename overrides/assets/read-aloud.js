/* Reads the page aloud with a voice of this device, sentence by sentence: title, statement and acts first, then the
   rest as it stands. Nothing in another language than the voice's is read. Fetched at the first tap of «Nghe đọc». */
(function () {
  "use strict";
  var SPEED = "reading-speed", MARK = "reading";
  var FIRST = ".hero, .opening__words, .panel, .timeline";
  var LEFT_OUT = "nav, aside, button, audio, script, [hidden], [aria-hidden='true'], .buttons, .listen, .read-aloud, " +
    ".sources, .source-ref, #tai-ve";
  var SENTENCE = /\S.*?[.!?…]+[»”")]*(?=\s|$)|\S.*$/gs;
  var root = document.documentElement, synthesis = window.speechSynthesis;
  var place = document.querySelector(".read-aloud"), start = place.querySelector(".read-aloud__start");
  var bar = place.querySelector(".read-aloud__bar"), pause = place.querySelector(".read-aloud__pause");
  var speed = place.querySelector(".read-aloud__speed");
  var tag = place.dataset.speech, code = tag.split("-")[0];
  var numbers = new RegExp("(^|\\D)(" + place.dataset.numbers.split(" ").join("|") + ")(?!\\d)", "g");
  var canMark = Boolean(window.CSS && CSS.highlights && window.Highlight);
  var pauseWord = pause.textContent;
  var sentences = [], at = 0, speaking = null, marked = null;

  /* ---------- what is read */

  function isRead(node) {
    var element = node.parentElement;
    var hidden = element.closest(".visually-hidden") && !element.closest(".phone");  /* a flag's number belongs to it */
    return node.data.trim() && !hidden && !element.closest(LEFT_OUT) &&
      element.closest("[lang]").lang.split("-")[0] === code && element.getClientRects().length > 0;
  }

  function textNodes() {
    var walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) if (isRead(walker.currentNode)) found.push(walker.currentNode);
    var acts = found.filter(function (node) { return node.parentElement.closest(FIRST); });
    return acts.concat(found.filter(function (node) { return !acts.includes(node); }));
  }

  function blockOf(node) {
    var element = node.parentElement;
    while (getComputedStyle(element).display === "inline") element = element.parentElement;
    return element;
  }

  /* Text nodes that stand in one block, one after the other. */
  function paragraphs() {
    var found = [];
    textNodes().forEach(function (node) {
      var block = blockOf(node), last = found[found.length - 1];
      if (last && last.block === block) last.nodes.push(node);
      else found.push({ block: block, nodes: [node] });
    });
    return found;
  }

  function rangeOf(nodes, from, to) {
    var range = document.createRange(), passed = 0;
    nodes.forEach(function (node) {
      var end = passed + node.length;
      if (from >= passed && from < end) range.setStart(node, from - passed);
      if (to > passed && to <= end) range.setEnd(node, to - passed);
      passed = end;
    });
    return range;
  }

  function sentencesOf(paragraph) {
    var text = paragraph.nodes.map(function (node) { return node.data; }).join("");
    return Array.from(text.matchAll(SENTENCE), function (found) {
      var range = rangeOf(paragraph.nodes, found.index, found.index + found[0].length);
      return { text: found[0], range: range, block: paragraph.block };
    });
  }

  /* «113» is said «một một ba», not as a number. */
  function forTheEar(text) {
    return text.trim().replace(/\s+/g, " ").replace(numbers, function (_, before, digits) { return before + digits.split("").join(" "); });
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
    return synthesis.getVoices().find(function (each) {
      return each.localService && each.lang.split(/[-_]/)[0].toLowerCase() === code;
    });
  }

  function speak() {
    var sentence = sentences[at];
    if (!sentence) {
      stop();
      return;
    }
    var saying = new SpeechSynthesisUtterance(forTheEar(sentence.text));
    saying.lang = tag;
    saying.voice = voice();
    saying.rate = Number(speed.value);
    saying.onend = function () {
      if (saying !== speaking) return;
      at += 1;
      speak();
    };
    saying.onerror = function () { if (saying === speaking) stop(); };
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
    var focused = bar.contains(document.activeElement);
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
    sentences = paragraphs().flatMap(sentencesOf);
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
  document.addEventListener("keydown", function (event) { if (event.key === "Escape" && !bar.hidden) stop(); });
  window.addEventListener("pagehide", silence);
})();
