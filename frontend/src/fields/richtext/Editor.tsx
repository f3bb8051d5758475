import { EditorContent, type Editor as TiptapEditor, useEditor } from "@tiptap/react";
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useFieldHost } from "../host";
import type { InputProps } from "../types";
import { clean } from "./clean";
import { EditorToolbar } from "./EditorToolbar";
import { extensions } from "./extensions";
import { linkAt } from "./Shown";

/** Edits rich text. Nothing is told until the person changes something. */
export default function Editor(props: InputProps) {
  const { openLink } = useFieldHost();
  const [linking, setLinking] = useState(false);
  const editor = useRichText(props);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") props.onCancel?.();
    else if (event.key === "Enter" && event.ctrlKey) props.onCommit?.();
    else if (event.key.toLowerCase() === "l" && event.ctrlKey && event.shiftKey) setLinking(true);
    else return;
    if (event.key !== "Escape") event.preventDefault();
  }
  function onClick(event: MouseEvent) {
    const address = linkAt(event.target);
    if (address && (event.ctrlKey || event.metaKey)) openLink?.(address);
  }
  const { label } = props.field;
  return (
    <>
      <EditorToolbar editor={editor} label={label} linking={linking} setLinking={setLinking} />
      <EditorContent editor={editor} onKeyDown={onKeyDown} onClick={onClick} />
    </>
  );
}

/** An editor that stands at the value and tells what the person makes of it. */
function useRichText(props: InputProps): TiptapEditor {
  const html = typeof props.value === "string" ? props.value : "";
  const [content] = useState(() => clean(html));
  /** The text as given and as the editor writes it: going back to the latter is no change. */
  const start = useRef({ given: html, written: "" });
  const told = useRef(html);
  const tell = useRef(props.onChange);
  useLayoutEffect(() => {
    tell.current = props.onChange;
  });
  const editor = useEditor({
    extensions,
    content,
    injectCSS: false,
    autofocus: props.autoFocus ? "end" : false,
    editorProps: useEditorProps(props),
    onCreate: ({ editor: made }) => {
      start.current.written = written(made);
    },
    onUpdate: ({ editor: changed }) => {
      const now = written(changed);
      told.current = now === start.current.written ? start.current.given : now;
      tell.current(told.current || null, changed.getText());
    },
  });
  useEffect(() => {
    if (html === told.current) return;
    editor.commands.setContent(clean(html), { emitUpdate: false });
    start.current = { given: html, written: written(editor) };
    told.current = html;
  }, [editor, html]);
  return editor;
}

const written = (editor: TiptapEditor) => (editor.isEmpty ? "" : editor.getHTML());

/** True for keys that mean something to the form: the editor must not take them for itself. */
const isOfForm = (_: unknown, { key, ctrlKey, metaKey }: globalThis.KeyboardEvent) =>
  key === "Tab" || ((ctrlKey || metaKey) && key.toLowerCase() === "s");

function useEditorProps({ id, field, labelledBy, describedBy, invalid }: InputProps) {
  return useMemo(() => {
    const attributes: Record<string, string> = {
      id,
      role: "textbox",
      "aria-multiline": "true",
      class: "richtext",
      ...(labelledBy ? { "aria-labelledby": labelledBy } : { "aria-label": field.label }),
      ...(describedBy && { "aria-describedby": describedBy }),
      ...(invalid && { "aria-invalid": "true" }),
    };
    return { attributes, handleDOMEvents: { keydown: isOfForm } };
  }, [id, field.label, labelledBy, describedBy, invalid]);
}
