/* Composes an opinion that readers send themselves. Nothing leaves the page before their tap, nothing is kept.
   Numbers that open an account are blanked first. Without this file the page is a form to print. */
"use strict";
{
  /* ---------- numbers that must not travel */

  const BLANK = "••••";
  const form = document.querySelector("[data-feedback]"), hotlines = form.dataset.hotlines.split(" ");
  const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0f|\u20e3/g;
  /* Raised, full-width and circled digits; a telephone number in the other ways in which people write one, as
     `handbook/telephone_numbers.py` knows them: with slashes, commas, brackets, stars, points in the middle, on two lines. */
  const ODD_DIGITS = /[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u2468\u24ea\uff10-\uff19]/g;
  const TELEPHONE = /(^|[^\d/,])(?:(?:\+|00)?84[\s().*`~·•-]{0,4}0?|0)(?:[35789](?:[\s().*`~·•_-]{0,4}\d){8}|2(?:[\s().*`~·•_-]{0,4}\d){9})(?!\d)/g;
  const WITH_SLASHES = /(^|[^\d/,])(?:0[35789]\d{1,2}(?:[/,]\d{3,4}){2})(?![\d/])/g;
  /* Digits with what people put between them: spaces, dashes, a point; a comma only between thousands.
     A slash is a date's. */
  const CLUSTER = /\d+(?:(?:[ \t\u00a0\u2009\u202f]*[-_\u2010-\u2015][ \t\u00a0\u2009\u202f]*|[ \t\u00a0\u2009\u202f]+|\.|,(?=\d{3}(?!\d)))\d+)*/g;
  const DASH = /\s*[-_\u2010-\u2015]\s*/g;
  const MONEY_UNIT = /^\s?(?:đ|₫|đồng|dong|vnd|vnđ|k|nghìn|nghin|ngàn|ngan|triệu|trieu|tr|tỷ|tỉ|ty)(?![\p{L}\p{M}\d])/iu;
  const CODE_WORD = /otp|(?:^|[^\p{L}\p{M}])(?:mã|ma|code|pin|pass|mật khẩu|mat khau|mk|cvv|cvc|xác nhận|xac nhan|xác thực|xac thuc)(?![\p{L}\p{M}])/iu;
  const CALLING = /(?:gọi|goi|bấm|bam|nhắn|nhan|đến|den|tới|toi|báo|bao|số|so)\s+$/iu;
  const CODE_REACH = 40, CODE_REACH_BACK = 25;

  function digitsOf(text) { return text.replace(/\D/g, ""); }
  function isHotline(word) { return hotlines.indexOf(word) >= 0; }
  function isYear(word) { return /^(?:19|20)\d\d$/.test(word); }
  function isDay(day, month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; }

  /* Luhn's check, which every payment card passes (ISO/IEC 7812-1, annex B). */
  function passesLuhn(digits) {
    let sum = 0;
    for (let place = 0; place < digits.length; place += 1) {
      const digit = Number(digits[digits.length - 1 - place]) * (1 + place % 2);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 === 0;
  }

  /* The longest run of groups that passes as a card, wherever it lies: [first, after the last], or nothing. */
  function cardIn(groups) {
    for (let size = groups.length; size > 0; size -= 1) {
      for (let first = 0; first + size <= groups.length; first += 1) {
        const digits = groups.slice(first, first + size).join("");
        if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return [first, first + size];
      }
    }
    return null;
  }

  /* 28-11-2026, 28 11 2026, 2026-11-24, 2024-2026 */
  function isDate(text) {
    const parts = text.split(/[.\- ]/);
    if (parts.length === 2) return parts.every(isYear);
    if (parts.length !== 3 || parts[1].length > 2) return false;
    if (isYear(parts[2])) return parts[0].length < 3 && isDay(+parts[0], +parts[1]);
    return isYear(parts[0]) && parts[2].length < 3 && isDay(+parts[2], +parts[1]);
  }

  /* 20.000.000 or 20,000,000: a citizen's number begins with 0. */
  function isAmount(word) { return /^[1-9]\d{0,2}(?:(?:\.\d{3}){1,3}|(?:,\d{3}){1,3})$/.test(word); }

  /* 20000000, or 20 000 000 before a unit. */
  function isPlainAmount(text, unit) {
    return /^[1-9]\d{0,5}0{5,}$/.test(text) && text.length < 12 || unit && /^(?:[1-9]\d{0,10}|[1-9]\d{0,2}(?: \d{3}){1,3})$/.test(text);
  }

  /* What may be one number stands together: dates and amounts, and a hotline after «gọi», stand alone. */
  function numbersIn(words, before) {
    const numbers = [];
    let open = false;
    words.forEach((word, place) => {
      const alone = (/\D/.test(word) && (isDate(word) || isAmount(word))) || (!place && isHotline(word) && CALLING.test(before));
      if (open && !alone) numbers[numbers.length - 1] += ` ${word}`;
      else numbers.push(word);
      open = !alone;
    });
    return numbers;
  }

  function isKept(number, before, after) {
    const unit = MONEY_UNIT.test(after);
    return isHotline(number) || (/\D/.test(number) && isDate(number)) || (unit && isAmount(number)) ||
      isPlainAmount(number, unit) || (isYear(number) && /(?:năm|nam|tháng|thang|\/)\s?$/iu.test(before));
  }

  /* A number of four to eight digits beside «OTP», «mã», «mật khẩu»; three beside «CVV». */
  function isCode(number, before, after) {
    const near = CODE_WORD.exec(before.slice(-CODE_REACH)) || CODE_WORD.exec(after.slice(0, CODE_REACH_BACK));
    const length = digitsOf(number).length;
    return Boolean(near) && length <= 8 && length >= (/cv[vc]/i.test(near[0]) ? 3 : 4);
  }

  function judged(number, before, after) {
    if (isKept(number, before, after)) return number;
    if (isCode(number, before, after)) return BLANK;
    return digitsOf(number).length >= 8 && !isAmount(number) ? BLANK : number;
  }

  function judgedOneByOne(words, before, after) {
    const numbers = numbersIn(words, before);
    return numbers.map((number, place) => {
      const said = [before].concat(numbers.slice(0, place)).join(" ");
      return judged(number, place ? `${said} ` : before, numbers.slice(place + 1).concat("").join(" ") + after);
    }).join(" ");
  }

  function withoutNumbers(cluster, before, after) {
    const groups = cluster.match(/\d+/g) || [], words = cluster.replace(DASH, "-").split(/\s+/);
    const readable = words.some((word) => /\D/.test(word) && (isDate(word) || isAmount(word)));
    const card = !readable && cardIn(groups);
    if (groups.every(isHotline)) return cluster;
    if (!card) {
      const left = judgedOneByOne(words, before, after);
      return left.indexOf(BLANK) < 0 ? cluster : left;  /* as it was written */
    }
    const head = groups.slice(0, card[0]).join(" "), tail = groups.slice(card[1]).join(" ");
    return [withoutNumbers(head, before, ""), BLANK, withoutNumbers(tail, "", after)].filter(Boolean).join(" ");
  }

  /* Digits as everybody types them, also where a letter was typed for one. */
  function plainDigits(text) {
    const plain = text.normalize("NFC").replace(ODD_DIGITS, (digit) => digit.normalize("NFKC"));
    return plain.replace(INVISIBLE, "").replace(/&nbsp;/g, " ")
      .replace(/(\d\d)[oO](?=\d)/g, "$10").replace(/(\d\d)[lI](?=\d)/g, "$11");
  }

  function blanked(text) {
    const plain = plainDigits(text);
    return plain.replace(CLUSTER, (cluster, place) =>
      withoutNumbers(cluster, plain.slice(0, place), plain.slice(place + cluster.length))
    ).replace(TELEPHONE, `$1${BLANK}`).replace(WITH_SLASHES, `$1${BLANK}`);
  }

  /* ---------- the message */

  const field = form.querySelector("textarea"), shown = document.getElementById("loi-gui");
  const notice = form.querySelector("[role=status]"), share = form.querySelector("[data-share]");
  const asked = new URLSearchParams(location.search);
  /* Only what can be an address of this site: anybody can write a link with other words in it. */
  const page = /^[a-z0-9/-]{1,120}$/.test(asked.get("trang") || "") ? asked.get("trang") : "";

  function chosen() { return form.querySelector("[name=muc]:checked"); }

  function message() {
    const kind = chosen();
    const lines = [form.dataset.subject, kind && kind.parentElement.textContent.trim(), page && `${form.dataset.page}: ${page}`];
    return lines.concat(blanked(field.value.trim())).filter(Boolean).join("\n");
  }

  function show() {
    const text = message(), encoded = encodeURIComponent(text);
    shown.textContent = text;
    notice.textContent = text.indexOf(BLANK) >= 0 ? notice.dataset.blanked : "";
    share.dataset.share = text;
    share.href = `sms:?&body=${encoded}`;
    form.querySelectorAll("[data-channel]").forEach((link) => {
      link.href = link.dataset.channel.replace("{text}", encoded).replace("{page}", encodeURIComponent(page));
    });
  }

  function saysSomething() {
    return field.value.trim() || (chosen() && /hieu$/.test(chosen().value));
  }

  /* Nothing to send yet: say so instead of opening an empty message. */
  function hold(event) {
    if (!event.target.closest("[data-channel], [data-needs-words]") || saysSomething()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    notice.textContent = notice.dataset.empty;
    field.focus();
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  form.addEventListener("click", hold, true);
  form.querySelectorAll("[name=muc]").forEach((choice) => { choice.checked = choice.value === asked.get("muc"); });
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.addEventListener("click", () => { print(); });
  });
  show();
}
