/* Counts the answers of «Thật hay lừa?». Without it every answer opens at a tap. */
(function () {
  "use strict";
  var quiz = document.querySelector("[data-quiz]");
  var questions = quiz.querySelectorAll(".quiz__question");
  var result = quiz.querySelector(".quiz__result");
  var shareRow = quiz.querySelector(".quiz__share");
  var right = 0, answered = 0;

  function tell() {
    var text = quiz.dataset.result.replace("{right}", right).replace("{answered}", answered);
    result.hidden = shareRow.hidden = false;
    result.textContent = text;
    shareRow.firstElementChild.dataset.share = text;
    shareRow.firstElementChild.href = "sms:?&body=" + encodeURIComponent(text);
  }

  function answer(event) {
    var question = event.currentTarget.closest(".quiz__question");
    var good = event.currentTarget.value === question.dataset.answer;
    question.classList.add(good ? "quiz__question--right" : "quiz__question--wrong");
    question.querySelectorAll("button").forEach(function (button) { button.disabled = true; });
    var details = question.querySelector("details");
    details.open = true;
    details.querySelector("summary").textContent = good ? quiz.dataset.right : quiz.dataset.wrong;
    answered += 1;
    right += good ? 1 : 0;
    tell();
  }

  questions.forEach(function (question) {
    question.querySelector(".quiz__choices").hidden = false;
    question.querySelectorAll("button").forEach(function (button) { button.addEventListener("click", answer); });
  });
})();
