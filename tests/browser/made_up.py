"""Voices and a recogniser that a browser would have, made up."""

from __future__ import annotations

FAKE_VOICES = """
window.spoken = [];
window.silenced = 0;
window.speaking = null;
window.synthesis = {
  voices: [{name: "An", lang: "vi_VN", localService: true}, {name: "Ann", lang: "en-US", localService: true}],
  getVoices() { return this.voices; },
  speak(saying) {
    spoken.push({text: saying.text, rate: saying.rate, lang: saying.lang, voice: saying.voice && saying.voice.name});
    speaking = saying;
  },
  cancel() { silenced += 1; const said = speaking; speaking = null; if (said) said.onerror({error: "canceled"}); },
};
Object.defineProperty(window, "speechSynthesis", {value: synthesis});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
window.sayNext = () => { const said = speaking; speaking = null; said.onend({}); };
window.sayAll = () => { for (let n = 0; speaking && n < 1000; n++) sayNext(); };
window.marked = () => [...(CSS.highlights.get("reading") || [])].map(range => range.toString()).join();
"""

FAKE_RECOGNISER = """
window.recognisers = [];
window.webkitSpeechRecognition = undefined;
window.SpeechRecognition = class {
  constructor() { this.calls = []; window.recognisers.push(this); }
  start() { this.calls.push("start"); }
  stop() { this.calls.push("stop"); if (!window.neverEnds) this.onend({}); }
  abort() { this.calls.push("abort"); }
};
window.hear = words => recognisers.at(-1).onresult({results: [[{transcript: words}]]});
window.failWith = error => { recognisers.at(-1).onerror({error}); recognisers.at(-1).onend({}); };
"""
