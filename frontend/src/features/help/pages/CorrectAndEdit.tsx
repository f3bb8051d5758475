import { Keys } from "../../../commands";
import { To } from "../To";

export function CorrectAndEdit() {
  return (
    <>
      <p className="lead">
        Small corrections are fastest in the list, thorough ones in the record. Every change is in
        the file as soon as it is saved, and every change can be undone.
      </p>

      <h2>In the list</h2>
      <ul>
        <li>
          Move with the arrow keys, then type, or press <Keys keys="F2" />. <Keys keys="Tab" />{" "}
          saves the cell and goes on to the next; <Keys keys="Escape" /> leaves it as it was. A
          value that does not fit is marked, with the reason beside it.
        </li>
        <li>
          Click a header to sort. Drag its edge to change the width, drag the header to move the
          column. Its menu filters and hides. What you arrange is remembered. A row that you change
          stays in its place until you choose <b>Sort again</b> below the list.
        </li>
        <li>
          The box above the list (<Keys keys="Mod+F" />) keeps the rows that contain what you type.
        </li>
        <li>
          Mark rows with the boxes at the left, then delete or deactivate them, or choose{" "}
          <b>Edit</b> to give all of them the same value in a field. How many will change is said
          before.
        </li>
      </ul>

      <h2>In the record</h2>
      <ul>
        <li>
          <Keys keys="Mod+S" /> saves, <Keys keys="Mod+Shift+S" /> saves and goes back to the list.
        </li>
        <li>
          A red star marks a field that must be filled. When something is missing, the field says so
          and the form takes you to it.
        </li>
        <li>
          In a lookup, type a part of the name and choose. If the record is not there yet, create it
          from the lookup without leaving the form.
        </li>
        <li>
          Below the fields are the records that belong to this one: components, technologies,
          accreditations. New ones made there are linked at once, <b>Add existing</b> links those
          that are there already, and several technologies can be added together. The tab Related
          has everything else that links to the record.
        </li>
        <li>
          Components stand in a tree: drag one below another, or press <Keys keys="Mod+Shift+M" />.
          With <Keys keys="Mod+Space" />, or Ctrl and a click, several are marked and moved at once.
        </li>
        <li>
          <b>Duplicate</b>, under the three dots, begins a new record with what this one has. Codes
          that no two records share are left blank.
        </li>
        <li>
          If you leave with unsaved changes, you are asked. If the record changed meanwhile, you see
          what differs before you decide.
        </li>
      </ul>

      <h2>A new record</h2>
      <p>
        Press <Keys keys="Mod+N" /> or the plus at the top. The short form asks only for what
        matters at first; open the record for the rest.
      </p>

      <h2>Kept twice</h2>
      <p>
        <b>Find duplicates</b>, under the three dots of a list, shows the records that are likely
        the same thing, however many there are of one, with the reasons: the name, the abbreviation,
        the address, the codes. They stand side by side: which one stays and where each value comes
        from is proposed, with the reason, and yours to change. Take the tick from one that is
        another thing: it is left alone and not shown with them again. <Keys keys="Mod+Enter" />{" "}
        merges and opens the next group. What linked to those that go then links to the one that
        stays, and what sources know of them goes with it. Any rows that you select can be merged in
        the same way, and one Undo brings all back. An import tells of likely duplicates before it
        makes them.
      </p>

      <h2>Delete or deactivate?</h2>
      <p>
        <b>Deactivate</b> what has come to its end: it leaves the active views, and its links and
        history stay. That is right for a system that was retired. <b>Delete</b> what should never
        have been there. Before it is deleted you see what links to it, and these links are cleared
        in the same step. Either way, <To page="undo-and-history">undo</To> brings it back.
      </p>
    </>
  );
}
