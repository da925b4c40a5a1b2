// The lines of a day as a table whose cells can be typed into.
//
// Every edit has a number and is kept until the server says that it was taken; a cell that is
// being typed into is never written over. What an amount comes to is the server's to say.

const CELLS = ["food", "amount", "unit", "occasion"];
const UNITS = { weight: "g", calcium: "mg", magnesium: "mg" };
const FIGURES = Object.keys(UNITS);
const tables = new WeakMap();

// Outlives table and module: another page may be asked for before an edit is taken.
if (!window.mgcaEdits) {
  window.mgcaEdits = { unsaved: [], last: 0 };
  window.addEventListener("beforeunload", (event) => {
    if (window.mgcaEdits.unsaved.length) event.preventDefault();
  });
}
const kept = window.mgcaEdits;

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  let table = tables.get(parentElement);
  if (!table || !table.root.isConnected) {
    table = mount(parentElement);
    tables.set(parentElement, table);
  }
  table.send = () => setStateValue("edits", kept.unsaved);
  const before = table.data;
  const edited = before && before.window === data.window && before.taken < data.taken;
  draw(table, data);
  if (edited) requestAnimationFrame(() => follow(table, data, setTriggerValue));
}

// The totals stand: now the page around the table may follow. Not while something else runs: a
// message sent then would carry the day and fields as they were before, and undo a click.
function follow(table, data, setTriggerValue) {
  if (table.data !== data || !table.root.isConnected) return;
  const app = document.querySelector("[data-test-script-state]");
  if (app && app.dataset.testScriptState !== "notRunning") {
    setTimeout(() => follow(table, data, setTriggerValue), 30);
    return;
  }
  setTriggerValue("drawn", data.taken);
}

function mount(parent) {
  const root = element("div", "day-table");
  const caption = element("caption");
  const head = element("thead");
  const body = element("tbody");
  const foot = element("tfoot");
  const whole = element("table");
  whole.append(caption, head, body, foot);
  // Sixty lines are three hundred stops of the Tab key.
  const skip = element("button", "skip");
  skip.type = "button";
  const end = element("div", "end");
  end.tabIndex = -1;
  skip.addEventListener("click", () => end.focus());
  root.append(skip, whole, end);
  parent.append(root);
  return { root, skip, caption, head, body, foot, rows: new Map() };
}

function draw(table, data) {
  acknowledge(table, data);
  const first = table.data === undefined || table.data.language !== data.language;
  table.data = data;
  if (first) drawHeads(table);
  const known = new Set(data.lines.map((line) => line.id));
  for (const [id, row] of table.rows) {
    if (!known.has(id)) {
      row.line.remove();
      table.rows.delete(id);
    }
  }
  data.lines.forEach((line, place) => {
    const row = table.rows.get(line.id) || addRow(table, line);
    if (table.body.children[place] !== row.line) {
      table.body.insertBefore(row.line, table.body.children[place] || null);
    }
    drawRow(table, row, line);
  });
  drawTotals(table);
}

// What an earlier table left unsaved, or a server that began anew, is sent again.
function acknowledge(table, data) {
  const open = kept.unsaved.filter((edit) => edit.window !== data.window || edit.number > data.taken);
  const again = open.length > 0 && (!table.data || table.data.window !== data.window);
  kept.last = Math.max(data.taken, again ? 0 : kept.last);
  kept.unsaved = again ? open.map((edit) => numbered({ ...edit, window: data.window })) : open;
  if (again) queueMicrotask(table.send);
}

function numbered(edit) {
  kept.last += 1;
  return { ...edit, number: kept.last };
}

function push(table, row, cell, value) {
  const edit = { window: table.data.window, id: row.id, version: row.version, cell, value };
  kept.unsaved = [...kept.unsaved, numbered(edit)];
  row.line.classList.add("waits");
  table.send();
}

function waits(id, cell) {
  return kept.unsaved.findLast((edit) => edit.id === id && (!cell || edit.cell === cell));
}

function drawHeads(table) {
  const heads = table.data.heads;
  table.caption.textContent = heads.caption;
  table.skip.textContent = heads.skip;
  const line = element("tr");
  for (const name of [...CELLS, ...FIGURES]) {
    const head = element("th", name, [heads[name], UNITS[name]].filter(Boolean).join(" "));
    head.scope = "col";
    line.append(head);
  }
  const last = element("th", "remove");
  const words = element("span", "aside", heads.remove);
  last.append(words);
  last.scope = "col";
  line.append(last);
  table.head.replaceChildren(line);
  for (const row of table.rows.values()) row.line.remove();
  table.rows.clear();
}

function addRow(table, line) {
  const row = { id: line.id, line: element("tr"), cells: {}, figures: {} };
  for (const name of CELLS) {
    const place = element(name === "food" ? "th" : "td", name);
    if (name === "food") place.scope = "row";
    const cell = name === "occasion" ? select(table.data.occasions) : element("input");
    if (name !== "occasion") {
      cell.type = "text";
      cell.autocomplete = "off";
      cell.spellcheck = false;
    }
    if (name === "amount") cell.inputMode = "decimal";
    cell.addEventListener("change", () => changed(table, row, name));
    cell.addEventListener("keydown", (event) => keyed(table, row, name, event));
    row.cells[name] = cell;
    place.append(cell);
    if (name === "food") {
      row.taken = element("div", "taken");
      row.refused = element("div", "refused");
      row.refused.setAttribute("role", "alert");
      place.append(row.taken, row.refused);
    }
    row.line.append(place);
  }
  for (const name of FIGURES) {
    row.figures[name] = figure(table, name);
    row.line.append(row.figures[name]);
  }
  const last = element("td", "remove");
  row.remove = element("button", "", "✕");
  row.remove.type = "button";
  row.remove.addEventListener("click", () => {
    row.remove.disabled = true;
    push(table, row, "remove", "");
  });
  last.append(row.remove);
  row.line.append(last);
  table.rows.set(line.id, row);
  return row;
}

function drawRow(table, row, line) {
  const { heads } = table.data;
  row.version = line.version;
  row.line.classList.toggle("waits", waits(row.id) !== undefined);
  const refused = line.refused || {};
  for (const name of CELLS) {
    const cell = row.cells[name];
    if (name === "occasion") offer(cell, line.occasion);
    write(cell, line[name], waits(row.id, name), refused[name]);
    label(cell, "aria-label", `${heads[name]}: ${line.food}`);
    cell.title = name === "food" || name === "unit" ? line[name] : "";
    if (refused[name]) cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
  }
  const words = Object.values(refused).map((one) => one.message).join(" ");
  if (row.refused.textContent !== words) row.refused.textContent = words;
  if (row.taken.textContent !== line.taken) row.taken.textContent = line.taken;
  row.taken.classList.toggle("open", line.open);
  for (const name of FIGURES) {
    if (row.figures[name].textContent !== line[name]) row.figures[name].textContent = line[name];
  }
  label(row.remove, "aria-label", `${heads.remove}: ${line.food}`);
  row.remove.title = heads.remove;
  row.remove.disabled = waits(row.id, "remove") !== undefined;
}

// What the diary holds is written into a cell unless something typed there is still to be saved.
function write(cell, value, waiting, refused) {
  const typing = cell.getRootNode().activeElement === cell && cell.value !== cell.dataset.shown;
  const first = cell.dataset.shown === undefined;
  if (first && waiting) cell.value = waiting.value;
  if (waiting || (typing && !first)) return;
  if (refused && first) cell.value = refused.typed;
  else if (!refused && cell.value !== value) cell.value = value;
  cell.dataset.shown = value;
}

function changed(table, row, name) {
  const cell = row.cells[name];
  const value = cell.value.trim();
  if (value === cell.dataset.shown && !cell.hasAttribute("aria-invalid")) return;
  push(table, row, name, value);
}

// Enter saves and goes on to the cell below; Escape puts back what the diary holds.
function keyed(table, row, name, event) {
  if (event.key === "Escape" && name !== "occasion") {
    const cell = row.cells[name];
    cell.value = cell.dataset.shown;
    if (cell.hasAttribute("aria-invalid")) push(table, row, name, cell.value);
  } else if (event.key === "Enter" && name !== "occasion") {
    event.preventDefault();
    const lines = [...table.rows.values()].sort((a, b) =>
      a.line.compareDocumentPosition(b.line) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    const below = lines[lines.indexOf(row) + (event.shiftKey ? -1 : 1)];
    if (below) {
      below.cells[name].focus();
      below.cells[name].select();
    } else {
      row.cells[name].blur();
    }
  }
}

function drawTotals(table) {
  const { totals, heads } = table.data;
  const line = table.foot.firstChild || table.foot.appendChild(element("tr"));
  if (!line.firstChild) {
    const head = element("th", "total");
    head.scope = "row";
    head.colSpan = CELLS.length;
    line.append(head);
    line.append(...FIGURES.map((name) => figure(table, name)), element("td", "remove"));
    line.setAttribute("aria-live", "polite");
  }
  const words = [heads.total, ...FIGURES.map((name) => totals[name])];
  words.forEach((text, place) => {
    if (line.children[place].textContent !== text) line.children[place].textContent = text;
  });
}

function figure(table, name) {
  const made = element("td", `figure ${name}`);
  made.dataset.head = table.data.heads[name];
  made.dataset.unit = UNITS[name];
  return made;
}

function select(options) {
  const cell = element("select");
  for (const [value, words] of options) cell.add(new Option(words, value));
  return cell;
}

// An occasion that a file brought along is offered where it stands.
function offer(cell, value) {
  if (![...cell.options].some((option) => option.value === value)) {
    cell.add(new Option(value, value));
  }
}

function label(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
