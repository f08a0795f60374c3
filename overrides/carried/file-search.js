/* Opened from a stick a page may neither fetch nor start a worker. This file stands in for both with plain scripts, so
   that the box, the index and the ranking are those of the site. */
"use strict";
{
  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  window.fetch = function (address) {
    return load(address).then(() => ({ ok: true, json: () => Promise.resolve(window.handbookIndex) }));
  };

  window.Worker = function (address) {
    const worker = this, early = [];
    let hear = null;
    worker.postMessage = function (message) {
      if (hear) hear({ data: message });
      else early.push(message);
    };
    load(address).then(() => {
      window.handbookSearch(
        (_, listener) => { hear = listener; },
        (answer) => { worker.onmessage({ data: answer }); }
      );
      early.forEach(worker.postMessage);
    }, () => { worker.onerror(); });
  };
}
