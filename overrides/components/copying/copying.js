/* Copies a text for a message, a post or a loudspeaker; says so on the button for two seconds. */
"use strict";
{
  const SHOWN = 2000;  /* ms */

  function say(button, words) {
    const before = button.textContent;
    if (before === words) return;
    button.textContent = words;
    setTimeout(() => { button.textContent = before; }, SHOWN);
  }

  function select(element) {
    const range = document.createRange(), selection = window.getSelection();
    range.selectNodeContents(element);
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /* Old browsers and pages from a file have no clipboard: they copy what is marked. */
  function copyMarked(element) {
    select(element);
    return document.execCommand("copy");
  }

  function copy(button) {
    const text = button.closest(".saying").querySelector(".saying__text");
    function done() { say(button, button.dataset.copied); }
    function marked() { if (copyMarked(text)) done(); }
    if (navigator.clipboard) navigator.clipboard.writeText(text.textContent).then(done, marked);
    else marked();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".saying__copy");
    if (button) copy(button);
  });
}
