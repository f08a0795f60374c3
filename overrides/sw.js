/* Keeps the handbook where there is no network. One worker for all languages, at the root of the site.

   `HANDBOOK` is written above these lines when the site is built: the version, and for each language the folder of its
   pages and the mark of its list. A list (offline/<code>.json) names every page and part of one language with its mark:
   the first eight hex digits of the SHA-256 of its bytes. Only bytes that bear their mark are kept or shown, so a cache
   never mixes versions, holds a half page, or shows a sign-in page of somebody's Wi-Fi.

   A new version waits until it has all that the old one kept, then takes over between two pages; only then the old
   cache goes. Whatever fails here falls back to the network.

   As it stands here, without `HANDBOOK` (the preview of an editor, or a site that keeps nothing any more), the worker
   clears what an earlier one kept and retires. */
"use strict";

const SCOPE = new URL(self.registration.scope);
const FAMILY = `cam-nang ${SCOPE.pathname} `;
const KEEPS = typeof HANDBOOK !== "undefined";
const CACHE = FAMILY + (KEEPS ? HANDBOOK.version : "");
const PARTS = /^(assets|search)\//;
const FILE = /\.(?!html$)\w+$/;  /* posters, recordings: too large to keep unasked */
const AT_ONCE = 3;           /* requests side by side: a tap meanwhile must still get through */
const PATIENCE = 6000;       /* ms until a page that is not kept counts as out of reach */
const RETRY = 10000;         /* ms before a waiting version is asked again to take over */
const MEMORY = 5000;         /* ms for which the site counts as within reach after an answer */
const GLANCE = 400;          /* ms that a kept page may wait to learn whether there is a network */
const HTML = { "content-type": "text/html; charset=utf-8" };
const BLANK = "<link rel=\"icon\" href=\"data:,\">";
const lists = new Map();
const strangers = new Set();  /* open pages of a newer version than this worker's */
let reached = 0, failed = 0, asked = 0, keeping = Promise.resolve();

/* ---------- addresses */

/* «/du-an/tyz/bao-tin/index.html?q=x» -> «tyz/bao-tin/» */
function pathOf(address) {
  return new URL(address).pathname.slice(SCOPE.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

function isOurs(url) {
  return url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
}

function codeOf(path) {
  const codes = Object.keys(HANDBOOK.languages);
  const named = codes.find((code) => HANDBOOK.languages[code].prefix && path.startsWith(HANDBOOK.languages[code].prefix));
  return named || codes.find((code) => !HANDBOOK.languages[code].prefix);
}

function listPath(code) {
  return `offline/${code}.json`;
}

/* ---------- bytes and their marks */

async function markOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* Security headers stay; what describes the bytes on the wire goes. */
function made(body, headers) {
  const response = new Response(body, { headers });
  ["content-encoding", "content-length"].forEach((name) => response.headers.delete(name));
  return response;
}

/* What a cache holds under a path, if it bears the mark. */
async function kept(cache, path, mark) {
  const found = await cache.match(SCOPE.href + path);
  if (!found) return null;
  const bytes = await found.arrayBuffer();
  return await markOf(bytes) === mark ? made(bytes, found.headers) : null;
}

async function fetchedWith(query, path, mark) {
  const response = await fetch(SCOPE.href + path + query, { credentials: "same-origin", priority: "low" });
  const bytes = await response.arrayBuffer();
  if (!response.ok || await markOf(bytes) !== mark) throw new Error(`other bytes than expected: ${path}`);
  return made(bytes, response.headers);
}

/* The mark in the address gets past caches that still hold the version before. While a site is being copied to its
   server, old bytes may come under a new mark and stay in a cache for a year; an address never used gets past those. */
async function fetched(path, mark) {
  try {
    return await fetchedWith(`?v=${mark}`, path, mark);
  } catch (other) {
    return fetchedWith(`?again=${Date.now()}`, path, mark);
  }
}

/* What an older version kept and this one has unchanged is not fetched again. */
async function keep(cache, older, path, mark) {
  const same = await Promise.all(older.map((old) => kept(old, path, mark)));
  return cache.put(SCOPE.href + path, same.find(Boolean) || await fetched(path, mark));
}

async function pathsIn(several) {
  const requests = await Promise.all(several.map((cache) => cache.keys()));
  return new Set([].concat(...requests).map((request) => pathOf(request.url)));
}

/* Goes on where an interrupted attempt ended: whatever is in the cache was whole when it was put there. */
async function keepAll(cache, older, paths, marks) {
  const here = await pathsIn([cache]), missing = paths.filter((path) => !here.has(path));
  async function next() {
    while (missing.length) {
      const path = missing.shift();
      await keep(cache, older, path, marks[path]);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/* ---------- lists */

async function listOf(code) {
  if (!lists.has(code)) {
    const cache = await caches.open(CACHE);
    const found = await kept(cache, listPath(code), HANDBOOK.languages[code].mark);
    if (!found) return null;
    lists.set(code, await found.json());
  }
  return lists.get(code);
}

async function keepList(cache, older, code) {
  const found = await listOf(code);
  if (!found) await keep(cache, older, listPath(code), HANDBOOK.languages[code].mark);
  return found || listOf(code);
}

/* A path's mark in the language's list; parts are in every list. */
async function markFor(path) {
  const list = await listOf(codeOf(path));
  if (list) return list.marks[path];
  for (const code of Object.keys(HANDBOOK.languages)) {
    const other = await listOf(code);
    if (other && path in other.marks) return other.marks[path];
  }
}

/* ---------- install, take over */

async function olderCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== CACHE);
  return Promise.all(names.reverse().map((name) => caches.open(name)));
}

async function codesInUse(before) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.filter((client) => isOurs(new URL(client.url))).map((client) => codeOf(pathOf(client.url)));
  const known = Object.keys(HANDBOOK.languages).filter((code) => before.has(listPath(code)));
  return Array.from(new Set(open.concat(known)));
}

/* The first pages of each language in use; in an update also all that was kept before. */
async function install() {
  const cache = await caches.open(CACHE), older = await olderCaches(), before = await pathsIn(older);
  for (const code of await codesInUse(before)) {
    const list = await keepList(cache, older, code);
    const again = Object.keys(list.marks).filter((path) => before.has(path));
    await keepAll(cache, older, Array.from(new Set(list.first.concat(again))), list.marks);
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/* A whole new version waits and no second window shows the old one: let it take over before the next page. */
async function givesWay() {
  const waiting = self.registration.waiting;
  if (!waiting || Date.now() - asked < RETRY) return false;
  const windows = await self.clients.matchAll({ type: "window" });
  if (windows.length > 1) return false;
  asked = Date.now();
  waiting.postMessage("take over");
  return true;
}

/* ---------- the rest, after the first visit */

async function keepLanguage(code, savesData) {
  const cache = await caches.open(CACHE), older = await olderCaches();
  const list = await keepList(cache, older, code);
  await keepAll(cache, older, savesData ? list.first : list.first.concat(list.then), list.marks);
}

/* A page that was seen stays; other bytes than listed come from a newer version of the site. */
async function keepSeen(event, path, response) {
  const mark = await markFor(path), bytes = await response.arrayBuffer();
  if (!mark) return null;
  if (await markOf(bytes) !== mark) {
    strangers.add(event.resultingClientId);
    return self.registration.update();
  }
  const cache = await caches.open(CACHE);
  return cache.put(SCOPE.href + path, made(bytes, response.headers));
}

/* ---------- answers */

function noteNetwork(promise) {
  return promise.then(() => { reached = Date.now(); }, () => { failed = Date.now(); });
}

function inTime(promise, limit) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, limit))]);
}

/* A telephone with bars but without a line says that it is online, so the site itself is asked, with one head. */
async function noNetwork(event) {
  if (navigator.onLine === false) return true;
  if (reached > failed && Date.now() - reached < MEMORY) return false;
  const asking = noteNetwork(fetch(`${SCOPE.href}sw.js`, { method: "HEAD", cache: "no-store" }));
  event.waitUntil(asking);
  await inTime(asking, GLANCE).catch(() => {});
  return failed > reached;
}

/* What is damaged is thrown away and fetched again; a cache that does not answer counts as empty. */
async function fromCache(path) {
  try {
    const mark = await markFor(path), cache = mark && await caches.open(CACHE);
    const found = cache && await kept(cache, path, mark);
    if (cache && !found) await cache.delete(SCOPE.href + path);
    return found;
  } catch (broken) {
    return null;
  }
}

/* Says of which day the page is; an emergency page says it at its foot, after what to do. */
async function noted(page, code) {
  const list = await listOf(code), text = await page.text();
  const [place, words] = text.includes("<!--saved-->") ? ["<!--saved-->", list.notice] : ["<footer>", list.footnote];
  return made(text.replace(place, () => place + words), page.headers);
}

/* Why the page does not come, 113, and links to all that is kept on this phone. */
async function outOfReach(path) {
  const codes = [codeOf(path)].concat(Object.keys(HANDBOOK.languages));
  const list = (await Promise.all(codes.map(listOf))).find(Boolean);
  if (!list) return Response.error();
  const here = await pathsIn([await caches.open(CACHE)]);
  const paths = Object.keys(list.titles).filter((each) => here.has(each));
  const links = paths.map((each) => `<li><a href="%ROOT%/${each}">${list.titles[each]}</a></li>`).join("");
  const page = list.page.replace("<!--kept-->", () => links).replace(/%ROOT%/g, SCOPE.pathname.replace(/\/$/, ""));
  return made(page, HTML);
}

async function pageFor(event, path) {
  if (await givesWay().catch(() => false)) return made(BLANK, Object.assign({ Refresh: "0" }, HTML));
  const found = await fromCache(path);
  if (found) return await noNetwork(event) ? noted(found, codeOf(path)) : found;
  if (path && await fromCache(`${path}/`)) return Response.redirect(`${SCOPE.href + path}/`);
  const coming = fetch(event.request);
  event.waitUntil(noteNetwork(coming));
  event.waitUntil(coming.then((response) => keepSeen(event, path, response.clone())).catch(() => {}));
  return inTime(coming, PATIENCE).catch(() => outOfReach(path));
}

/* A page asks for its parts by their mark, so it gets those of its own version or goes to the network. */
async function partFor(event, path) {
  const wanted = new URL(event.request.url).searchParams.get("v");
  const mark = await markFor(path).catch(() => null);
  const own = wanted ? wanted === mark : mark && !strangers.has(event.clientId);
  return own && await fromCache(path) || fetch(event.request);
}

/* ---------- events */

function hear(event) {
  if (event.data === "take over") self.skipWaiting();
  if (!event.data.keep) return;
  const code = codeOf(pathOf(event.source.url));
  keeping = keeping.then(() => keepLanguage(code, event.data.savesData)).catch(() => {});
  event.waitUntil(keeping);
}

function answer(event) {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !isOurs(url)) return;
  const path = pathOf(url.href);
  if (FILE.test(path) && !PARTS.test(path)) return;
  if (event.request.mode === "navigate") event.respondWith(pageFor(event, path));
  else if (PARTS.test(path) && !event.request.headers.has("range")) event.respondWith(partFor(event, path));
}

async function retire() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", (event) => event.waitUntil(KEEPS ? install() : self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(KEEPS ? activate() : retire()));
if (KEEPS) {
  self.addEventListener("message", hear);
  self.addEventListener("fetch", answer);
}
