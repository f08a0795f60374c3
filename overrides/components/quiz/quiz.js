/* Counts the answers of «Thật hay lừa?». Without it every answer opens at a tap. */
"use strict";
{
  const quiz = document.querySelector("[data-quiz]");
  const questions = quiz.querySelectorAll(".quiz__question");
  const result = quiz.querySelector(".quiz__result");
  const shareRow = quiz.querySelector(".quiz__share");
  let right = 0, answered = 0;

  function tell() {
    const text = quiz.dataset.result.replace("{right}", right).replace("{answered}", answered);
    result.hidden = shareRow.hidden = false;
    result.textContent = text;
    shareRow.firstElementChild.dataset.share = text;
    shareRow.firstElementChild.href = `sms:?&body=${encodeURIComponent(text)}`;
  }

  function answer(event) {
    const question = event.currentTarget.closest(".quiz__question");
    const good = event.currentTarget.value === question.dataset.answer;
    question.classList.add(good ? "quiz__question--right" : "quiz__question--wrong");
    question.querySelectorAll("button").forEach((button) => { button.disabled = true; });
    const details = question.querySelector("details");
    details.open = true;
    details.querySelector("summary").textContent = good ? quiz.dataset.right : quiz.dataset.wrong;
    answered += 1;
    right += good ? 1 : 0;
    tell();
  }

  questions.forEach((question) => {
    question.querySelector(".quiz__choices").hidden = false;
    question.querySelectorAll("button").forEach((button) => { button.addEventListener("click", answer); });
  });
}
