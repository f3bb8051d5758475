import { EditorContent, type Editor as TiptapEditor, useEditor } from "@tiptap/react";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { useFieldHost } from "../host";
import type { InputProps } from "../types";
import { clean } from "./clean";
import { EditorToolbar } from "./EditorToolbar";
import { extensions } from "./extensions";
import { linkAt } from "./Shown";

/** Tab leaves the field wherever the cursor is; true keeps the editor from using the key itself. */
const leavesByTab = (_: unknown, event: globalThis.KeyboardEvent) => event.key === "Tab";

/** Edits rich text. Nothing is told until the person changes something. */
export default function Editor(props: InputProps) {
  const { openLink } = useFieldHost();
  const [linking, setLinking] = useState(false);
  const html = typeof props.value === "string" ? props.value : "";
  /** The text as given and as the editor writes it: going back to the latter is no change. */
  const start = useRef({ given: html, written: "" });
  const told = useRef(html);
  const latest = useRef(props.onChange);
  latest.current = props.onChange;

  const editor = useEditor({
    extensions,
    content: clean(html),
    injectCSS: false,
    autofocus: props.autoFocus ? "end" : false,
    editorProps: {
      handleDOMEvents: { keydown: leavesByTab },
      attributes: attributesOf(props),
    },
    onCreate: ({ editor: made }) => {
      start.current.written = written(made);
    },
    onUpdate: ({ editor: changed }) => {
      const now = written(changed);
      told.current = now === start.current.written ? start.current.given : now;
      latest.current(told.current || null, changed.getText());
    },
  });

  useEffect(() => {
    if (!editor || html === told.current) return;
    editor.commands.setContent(clean(html), { emitUpdate: false });
    start.current = { given: html, written: written(editor) };
    told.current = html;
  }, [editor, html]);

  const { id, labelledBy, describedBy, invalid } = props;
  const label = props.field.label;
  useEffect(() => {
    const attributes = attributesOf({ id, labelledBy, describedBy, invalid, label });
    editor?.setOptions({
      editorProps: { handleDOMEvents: { keydown: leavesByTab }, attributes },
    });
  }, [editor, id, labelledBy, describedBy, invalid, label]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") props.onCancel?.();
    else if (event.key === "Enter" && event.ctrlKey) props.onCommit?.();
    else if (event.key.toLowerCase() === "l" && event.ctrlKey && event.shiftKey) setLinking(true);
    else return;
    if (event.key !== "Escape") event.preventDefault();
  }
  function onClick(event: MouseEvent) {
    const address = linkAt(event.target);
    if (!address) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) openLink?.(address);
  }

  return (
    <>
      <EditorToolbar editor={editor} label={label} linking={linking} setLinking={setLinking} />
      <EditorContent editor={editor} onKeyDown={onKeyDown} onClick={onClick} />
    </>
  );
}

const written = (editor: TiptapEditor) => (editor.isEmpty ? "" : editor.getHTML());

type Described = Pick<InputProps, "id" | "labelledBy" | "describedBy" | "invalid">;

function attributesOf(
  props: Described & { label?: string; field?: { label: string } },
): Record<string, string> {
  const label = props.label ?? props.field?.label ?? "";
  const attributes: Record<string, string> = {
    id: props.id,
    role: "textbox",
    "aria-multiline": "true",
    class: "richtext",
  };
  if (props.labelledBy) attributes["aria-labelledby"] = props.labelledBy;
  else attributes["aria-label"] = label;
  if (props.describedBy) attributes["aria-describedby"] = props.describedBy;
  if (props.invalid) attributes["aria-invalid"] = "true";
  return attributes;
}
