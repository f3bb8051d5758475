import { Extension } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { tables } from "./table";

/**
 * Tab leaves the field and Ctrl+Shift+S saves (see Editor): these keys move list items in and out and
 * strike through.
 */
const OwnKeys = Extension.create({
  name: "ownKeys",
  addKeyboardShortcuts() {
    return {
      "Mod-]": () => this.editor.commands.sinkListItem("listItem"),
      "Mod-[": () => this.editor.commands.liftListItem("listItem"),
      "Mod-Shift-x": () => this.editor.commands.toggleStrike(),
    };
  },
});

/** What a rich text may hold: the subset of HTML that the catalogue keeps. */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4] },
    link: {
      openOnClick: false,
      protocols: ["http", "https", "mailto"],
      defaultProtocol: "https",
      HTMLAttributes: { target: null, rel: null, class: null },
    },
    trailingNode: false,
  }),
  OwnKeys,
  ...tables,
];
