import { Extension } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { tables } from "./table";

/** Tab leaves the field, in lists too (see Editor): these keys move list items in and out. */
const ListKeys = Extension.create({
  name: "listKeys",
  addKeyboardShortcuts() {
    return {
      "Mod-]": () => this.editor.commands.sinkListItem("listItem"),
      "Mod-[": () => this.editor.commands.liftListItem("listItem"),
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
  ListKeys,
  ...tables,
];
