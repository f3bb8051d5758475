import { CodeRegular } from "@fluentui/react-icons/svg/code";
import { TextBoldRegular } from "@fluentui/react-icons/svg/text-bold";
import { TextBulletListLtrRegular } from "@fluentui/react-icons/svg/text-bullet-list-ltr";
import { TextItalicRegular } from "@fluentui/react-icons/svg/text-italic";
import { TextNumberListLtrRegular } from "@fluentui/react-icons/svg/text-number-list-ltr";
import { TextQuoteRegular } from "@fluentui/react-icons/svg/text-quote";
import { TextStrikethroughRegular } from "@fluentui/react-icons/svg/text-strikethrough";
import { TextUnderlineRegular } from "@fluentui/react-icons/svg/text-underline";
import type { Editor } from "@tiptap/react";
import type { ReactElement } from "react";

/** A button of the toolbar that turns something on and off. */
export interface Action {
  name: string;
  label: string;
  keys: string;
  icon: ReactElement;
  run: (editor: Editor) => void;
}

export const marks: Action[] = [
  {
    name: "bold",
    label: "Bold",
    keys: "Ctrl+B",
    icon: <TextBoldRegular />,
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    label: "Italic",
    keys: "Ctrl+I",
    icon: <TextItalicRegular />,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "underline",
    label: "Underline",
    keys: "Ctrl+U",
    icon: <TextUnderlineRegular />,
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    name: "strike",
    label: "Strikethrough",
    keys: "Ctrl+Shift+X",
    icon: <TextStrikethroughRegular />,
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
];

export const blocks: Action[] = [
  {
    name: "bulletList",
    label: "Bulleted list",
    keys: "Ctrl+Shift+8",
    icon: <TextBulletListLtrRegular />,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    label: "Numbered list",
    keys: "Ctrl+Shift+7",
    icon: <TextNumberListLtrRegular />,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "blockquote",
    label: "Quotation",
    keys: "Ctrl+Shift+B",
    icon: <TextQuoteRegular />,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: "code",
    label: "Code",
    keys: "Ctrl+E",
    icon: <CodeRegular />,
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
];

export const styles = ["Normal text", "Heading 1", "Heading 2", "Heading 3", "Heading 4"];

/** Makes the paragraph a heading of a level, or with 0 plain text. */
export function setStyle(editor: Editor, level: number): void {
  const chain = editor.chain().focus();
  if (level === 0) chain.setParagraph().run();
  else chain.setHeading({ level: level as 1 | 2 | 3 | 4 }).run();
}

/** Whether each of the toggles is on, and the level of the heading that the cursor is in. */
export function stateOf(editor: Editor) {
  const on = [...marks, ...blocks, { name: "link" }].filter(({ name }) => editor.isActive(name));
  const level = styles.findIndex((_, n) => n > 0 && editor.isActive("heading", { level: n }));
  return { on: on.map(({ name }) => name).join(" "), level: Math.max(0, level) };
}
