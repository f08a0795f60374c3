/* «Gửi cho người nhà»: the telephone's own list of apps, with the page's picture where they take files; else the
   words are copied; else the link opens a text message, as it does without this file. */
"use strict";
{
  /* ms; browsers let a tap open the list of apps for five seconds, a slow line must not eat them */
  const PATIENCE = 4000;

  function addressFor(link) {
    if (link.dataset.address === "") return "";
    return /^http/.test(location.protocol) ? location.origin + location.pathname : link.dataset.address || "";
  }

  function wordsOf(link) {
    const source = document.getElementById(link.dataset.copy);
    return source ? source.textContent : [link.dataset.share, addressFor(link)].filter(Boolean).join("\n");
  }

  function fileFor(link, parts) {
    return new File(parts, link.dataset.picture.split("/").pop(), { type: link.dataset.type });
  }

  function sendsPicture(link) {
    const saving = navigator.connection && navigator.connection.saveData;
    try {
      return Boolean(link.dataset.picture && !saving && navigator.canShare({ files: [fileFor(link, ["x"])] }));
    } catch (refused) {
      return false;
    }
  }

  /* The picture, or nothing when the line is too slow or cut: the words go all the same. */
  async function picture(link) {
    if (!sendsPicture(link)) return null;
    const stop = new AbortController(), timer = setTimeout(() => { stop.abort(); }, PATIENCE);
    try {
      const response = await fetch(link.dataset.picture, { signal: stop.signal });
      return response.ok ? fileFor(link, [await response.blob()]) : null;
    } catch (cut) {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  function send(link) {
    return picture(link).then((file) => {
      /* many apps drop the address beside a file, so the words hold it */
      if (file) return navigator.share({ text: wordsOf(link), files: [file] });
      const content = { title: document.title, text: link.dataset.share };
      if (addressFor(link)) content.url = addressFor(link);
      return navigator.share(content);
    });
  }

  function tell(link) {
    link.lastElementChild.textContent = link.dataset.copied;
  }

  /* For browsers without a clipboard, and for pages opened from a USB stick. */
  function copyBySelection(link) {
    const field = document.createElement("textarea");
    field.value = wordsOf(link);
    field.className = "visually-hidden";
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    if (copied) tell(link);
    else if (link.href) location.href = link.href;
  }

  function copy(link) {
    const clipboard = navigator.clipboard ? navigator.clipboard.writeText(wordsOf(link)) : Promise.reject();
    return clipboard.then(() => { tell(link); }, () => { copyBySelection(link); });
  }

  function act(event) {
    const link = event.currentTarget;
    event.preventDefault();
    if (link.getAttribute("aria-busy")) return;
    link.setAttribute("aria-busy", "true");
    const sent = navigator.share && !("copy" in link.dataset) ? send(link) : Promise.reject(new Error("no list of apps"));
    sent.catch((problem) => {
      if (problem.name !== "AbortError") return copy(link);  /* «abort»: the reader closed the list */
    }).finally(() => { link.removeAttribute("aria-busy"); });
  }

  document.querySelectorAll("[data-share], [data-copy]").forEach((link) => {
    link.addEventListener("click", act);
    if (!sendsPicture(link)) return;
    const note = document.createElement("small");
    note.textContent = link.dataset.with;
    link.lastElementChild.append(note);
  });
}
