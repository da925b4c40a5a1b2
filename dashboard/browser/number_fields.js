// A decimal comma in a number field. Many browsers drop it there, whatever the language of the
// page, and make ten times as much of 187,5. Here it becomes the decimal point, which all take;
// a comma before three digits can be read in two ways, so it is asked about.
// And a number out of range: Streamlit goes on with the one before, so that one is shown again.

let words = {};

export default function ({ data }) {
  words = data;
  if (window.mgcaDecimalComma) return;
  window.mgcaDecimalComma = true;
  document.addEventListener("focusin", ({ target }) => {
    if (isNumber(target)) target.dataset.before = target.value;
  }, true);
  document.addEventListener("keydown", typed, true);
  document.addEventListener("paste", pasted, true);
  document.addEventListener("focusout", (event) => left(event.target), true);
}

function isNumber(field) {
  return field instanceof HTMLInputElement && field.type === "number";
}

function typed(event) {
  if (!isNumber(event.target)) return;
  if (event.key === "Enter" && left(event.target)) event.stopImmediatePropagation();
  if (event.key !== ",") return;
  event.preventDefault();
  write(event.target, ".");
}

function pasted(event) {
  const text = event.clipboardData?.getData("text").trim() ?? "";
  if (!isNumber(event.target) || !/^\d*,\d+$/.test(text)) return;
  event.preventDefault();
  write(event.target, text.replace(",", "."));
}

function write(field, text) {
  field.dataset.comma = "yes";
  field.setCustomValidity("");
  document.execCommand("insertText", false, text);
}

// Returns whether the number was taken out again.
function left(field) {
  if (!isNumber(field)) return false;
  const { value, min, max, dataset } = field;
  const comma = dataset.comma === "yes";
  delete dataset.comma;
  if (comma && /^[1-9]\d{0,2}\.\d{3}$/.test(value)) {
    const [whole, part] = value.split(".");
    const said = { typed: `${whole},${part}`, one: whole + part, two: value };
    return takeOut(field, dataset.before ?? "", filled(words.ambiguous, said));
  }
  if (field.validity.rangeUnderflow || field.validity.rangeOverflow) {
    const text = max === "" || Number(max) > 1e300 ? words.below : words.outside;
    return takeOut(field, dataset.before ?? "", filled(text, { typed: value, min, max }));
  }
  dataset.before = value;
  return false;
}

function filled(text, values) {
  return text.replace(/{(\w+)}/g, (_, name) => values[name]);
}

function takeOut(field, value, message) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.setCustomValidity(message);
  field.reportValidity();
  field.addEventListener("input", () => field.setCustomValidity(""), { once: true });
  return true;
}
