/* Keeps the handbook on this phone for where there is no signal. Asked for after the page is there; where storage is
   refused nothing happens and every page works as before. */
"use strict";
{
  const worker = document.currentScript.dataset.worker;
  const savesData = Boolean(navigator.connection && navigator.connection.saveData);

  function keep() {
    try {
      navigator.serviceWorker.register(worker).then(() => navigator.serviceWorker.ready).then((registration) => {
        registration.active.postMessage({ keep: true, savesData });
        return registration.update();  /* Chromium puts its own look at the site off while one reads on */
      }).catch(() => { /* no room, or the reader wants nothing stored */ });
    } catch (refused) { /* no service workers here: an old browser, a private window, a file */ }
  }

  if (document.readyState === "complete") keep();
  else addEventListener("load", keep);
}
