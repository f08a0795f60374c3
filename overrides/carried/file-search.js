/* Opened from a stick a page may neither fetch nor start a worker. This file stands in for both with plain scripts, so
   that the box, the index and the ranking are those of the site. */
(function () {
  "use strict";

  function load(address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  window.fetch = function (address) {
    return load(address).then(function () {
      return { ok: true, json: function () { return Promise.resolve(window.handbookIndex); } };
    });
  };

  window.Worker = function (address) {
    var worker = this, early = [], hear = null;
    worker.postMessage = function (message) {
      if (hear) hear({ data: message });
      else early.push(message);
    };
    load(address).then(function () {
      window.handbookSearch(
        function (_, listener) { hear = listener; },
        function (answer) { worker.onmessage({ data: answer }); }
      );
      early.forEach(worker.postMessage);
    }, function () { worker.onerror(); });
  };
})();
