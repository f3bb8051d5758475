// Key combinations as commands write them: "Mod+N", "Mod+Shift+S", "F5", "?". Mod is Ctrl, on a Mac Command.

const mac = /Mac/.test(navigator.platform);

/** What text inputs do themselves with Mod and a letter; rich text takes some more. */
const ownOfInputs = new Set(["a", "c", "v", "x", "y", "z"]);
const ownOfRichText = new Set([...ownOfInputs, "b", "e", "i", "u"]);

/** The combination that an event stands for. */
export function combinationOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Mod");
  if (event.altKey) parts.push("Alt");
  // Shift alone is part of the character: "?" is "?" on every keyboard.
  if (event.shiftKey && (modified || event.key.length > 1)) parts.push("Shift");
  return [...parts, key].join("+");
}

/** True when the place that has the focus means something of its own by the key. */
export function belongsToFocus(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !takesText(target)) return false;
  if (/^F\d+$/.test(event.key) || event.altKey) return false;
  if (!event.ctrlKey && !event.metaKey) return true;
  const own = target.isContentEditable ? ownOfRichText : ownOfInputs;
  return event.key.length > 1 || own.has(event.key.toLowerCase());
}

const typingSteps: Record<string, "undo" | "redo"> = {
  "Mod+Z": "undo",
  "Mod+Y": "redo",
  "Mod+Shift+Z": "redo",
};

/** What a key does to what was typed into the plain field that has the focus; not every browser knows it by itself. */
export function typingStep(event: KeyboardEvent): "undo" | "redo" | undefined {
  const { target } = event;
  const plain = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return plain && takesText(target) ? typingSteps[combinationOf(event)] : undefined;
}

/** True for a place that takes what is typed or pasted. */
export function takesText(element: HTMLElement): boolean {
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(element.type);
  return element instanceof HTMLSelectElement;
}

/** A combination as people read it: "Ctrl+N". */
export function keysText(keys: string): string {
  return keys
    .replace("Mod", mac ? "⌘" : "Ctrl")
    .replace("Escape", "Esc")
    .replace("Arrow", "");
}
