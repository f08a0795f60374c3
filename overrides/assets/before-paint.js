/* Runs before the first paint, so that nothing moves later: what this browser can do, and the reader's size of text.
   Buttons that need a script are shown by these classes alone; without scripts they are not there. */
"use strict";
{
  const classes = document.documentElement.classList;
  classes.add("scripted");
  if (window.HTMLDialogElement && (window.SpeechRecognition || window.webkitSpeechRecognition)) classes.add("hears");
  if (window.speechSynthesis) classes.add("speaks");
  try {
    if (localStorage.getItem("text-size") === "large") classes.add("large-text");
  } catch (refused) { /* storage is off: the usual size */ }
}
