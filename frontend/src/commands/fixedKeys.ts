/** Keys that no command stands behind: what grids and dialogs do themselves. */
export const fixedKeys: { section: string; lines: { keys: string; label: string }[] }[] = [
  {
    section: "In a list",
    lines: [
      { keys: "Enter", label: "Open the record" },
      { keys: "F2", label: "Edit the cell; typing does it too" },
      { keys: "Tab", label: "Save the cell and go to the next" },
      { keys: "Escape", label: "Leave the cell as it was" },
      { keys: "Delete", label: "Empty the cell, or delete the rows marked" },
      { keys: "Space", label: "Mark the row" },
      { keys: "Mod+A", label: "Mark all rows" },
      { keys: "Shift+ArrowDown", label: "Mark cells; so does dragging, and Shift with a click" },
      { keys: "Mod+Space", label: "Mark the whole column; Shift+Space the whole row" },
      { keys: "Mod+C", label: "Copy the marked cells or rows, ready for a spreadsheet" },
      { keys: "Mod+F", label: "Find in the cells of all rows" },
      { keys: "Mod+V", label: "Paste cells; what cannot be read is shown before anything changes" },
      {
        keys: "Mod+D",
        label: "Fill the marked cells from the first row; Ctrl+R from the first column",
      },
    ],
  },
  {
    section: "On the import page",
    lines: [{ keys: "Mod+V", label: "Import rows that were copied with their headers" }],
  },
  {
    section: "When something was done",
    lines: [
      { keys: "Shift+F6", label: "Go to the notice; Tab leads to Undo" },
      { keys: "Escape", label: "Put the notice away and go back" },
    ],
  },
  {
    section: "In a tree",
    lines: [
      { keys: "ArrowRight", label: "Open a level; left closes it" },
      { keys: "Mod+Space", label: "Mark a line; so does Ctrl with a click" },
      { keys: "Shift+ArrowDown", label: "Mark lines; so does Shift with a click" },
    ],
  },
  {
    section: "On a column’s header",
    lines: [
      { keys: "Enter", label: "Sort by the column" },
      { keys: "Shift+Enter", label: "Sort by this column as well" },
      { keys: "Alt+ArrowDown", label: "Open the column’s menu" },
      { keys: "Shift+ArrowRight", label: "Make the column wider; left narrower" },
      { keys: "Mod+Shift+ArrowRight", label: "Move the column to the right; left back" },
    ],
  },
];
