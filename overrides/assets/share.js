/* «Gửi cho người nhà»: the telephone's own list of apps, with the page's picture where they take files; else the
   words are copied; else the link opens a text message, as it does without this file. */
(function () {
  "use strict";

  /* ms; browsers let a tap open the list of apps for five seconds, a slow line must not eat them */
  var PATIENCE = 4000;

  function addressFor(link) {
    if (link.dataset.address === "") return "";
    return /^http/.test(location.protocol) ? location.origin + location.pathname : link.dataset.address || "";
  }

  function wordsOf(link) {
    var source = document.getElementById(link.dataset.copy);
    return source ? source.textContent : [link.dataset.share, addressFor(link)].filter(Boolean).join("\n");
  }

  function fileFor(link, parts) {
    return new File(parts, link.dataset.picture.split("/").pop(), { type: link.dataset.type });
  }

  function sendsPicture(link) {
    var saving = navigator.connection && navigator.connection.saveData;
    try {
      return Boolean(link.dataset.picture && !saving && navigator.canShare({ files: [fileFor(link, ["x"])] }));
    } catch (refused) {
      return false;
    }
  }

  /* The picture, or nothing when the line is too slow or cut: the words go all the same. */
  function picture(link) {
    if (!sendsPicture(link)) return Promise.resolve();
    var stop = new AbortController(), timer = setTimeout(function () { stop.abort(); }, PATIENCE);
    return fetch(link.dataset.picture, { signal: stop.signal }).then(function (response) {
      if (!response.ok) throw new Error(response.status);
      return response.blob();
    }).then(function (blob) {
      return fileFor(link, [blob]);
    }).catch(function () {}).finally(function () { clearTimeout(timer); });
  }

  function send(link) {
    return picture(link).then(function (file) {
      /* many apps drop the address beside a file, so the words hold it */
      if (file) return navigator.share({ text: wordsOf(link), files: [file] });
      var content = { title: document.title, text: link.dataset.share };
      if (addressFor(link)) content.url = addressFor(link);
      return navigator.share(content);
    });
  }

  function tell(link) {
    link.lastElementChild.textContent = link.dataset.copied;
  }

  /* For browsers without a clipboard, and for pages opened from a USB stick. */
  function copyBySelection(link) {
    var field = document.createElement("textarea");
    field.value = wordsOf(link);
    field.className = "visually-hidden";
    document.body.append(field);
    field.select();
    var copied = document.execCommand("copy");
    field.remove();
    if (copied) tell(link);
    else if (link.href) location.href = link.href;
  }

  function copy(link) {
    var clipboard = navigator.clipboard ? navigator.clipboard.writeText(wordsOf(link)) : Promise.reject();
    return clipboard.then(function () { tell(link); }, function () { copyBySelection(link); });
  }

  function act(event) {
    var link = event.currentTarget;
    event.preventDefault();
    if (link.getAttribute("aria-busy")) return;
    link.setAttribute("aria-busy", "true");
    var sent = navigator.share && !("copy" in link.dataset) ? send(link) : Promise.reject(new Error("no list of apps"));
    sent.catch(function (problem) {
      if (problem.name !== "AbortError") return copy(link);  /* «abort»: the reader closed the list */
    }).finally(function () { link.removeAttribute("aria-busy"); });
  }

  document.querySelectorAll("[data-share], [data-copy]").forEach(function (link) {
    link.addEventListener("click", act);
    if (!sendsPicture(link)) return;
    var note = document.createElement("small");
    note.textContent = link.dataset.with;
    link.lastElementChild.append(note);
  });
})();
