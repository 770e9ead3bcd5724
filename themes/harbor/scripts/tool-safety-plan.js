/* Prints the sheet with what was written, saves it as a plain text, and forgets it when somebody leaves the page. */

(() => {
  const tool = document.getElementById("hr-tool"), say = tool.dataset, status = tool.querySelector("[role=status]");
  const parts = [...tool.querySelectorAll("section")].map((part) => ({
    title: part.querySelector("h3").textContent,
    lines: [...part.querySelectorAll("li")].map((line) => line.textContent),
    copy: part.querySelector(".hr-written"),
    field: part.querySelector("textarea"),
  }));

  function save() {
    const texts = parts.map(({title, lines, field}) => [title, ...lines, field.value.trim() || "…"].join("\n"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([[say.title, ...texts, ""].join("\n\n")], {type: "text/plain;charset=utf-8"}));
    link.download = say.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    status.textContent = `${say.saved} ${say.file}`;
  }

  /* A field would be printed as high as it stands on the screen, and cut off what is longer. Not every browser tells
     that it prints, so the button copies, too; on the screen the copy is not shown. */
  const copy = (isFull) => parts.forEach((part) => { part.copy.textContent = isFull ? part.field.value.trim() : ""; });
  addEventListener("beforeprint", () => copy(true));
  addEventListener("afterprint", () => copy(false));

  tool.querySelectorAll("[data-do]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", button.dataset.do === "save" ? save : () => { copy(true); print(); });
  });
  /* Browsers bring the place of the first letter into view, not the whole field, which the bar then covers in part. */
  tool.addEventListener("focusin", ({target}) => target.scrollIntoView({block: "nearest"}));
  tool.addEventListener("submit", (event) => event.preventDefault());
  tool.addEventListener("reset", () => { status.textContent = say.empty; });
  addEventListener("pagehide", () => {
    copy(false);
    tool.reset();
    status.textContent = "";
  });
})();
