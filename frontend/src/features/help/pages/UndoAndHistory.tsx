import { Keys } from "../../../commands";

export function UndoAndHistory() {
  return (
    <>
      <p className="lead">
        Nothing that you do is final. Every change, from one corrected letter to an import of ten
        thousand rows, is kept with what was there before.
      </p>

      <h2>Undo and redo</h2>
      <p>
        The arrows at the top undo and redo, as do <Keys keys="Mod+Z" /> and <Keys keys="Mod+Y" />.
        Rest the pointer on one to read what it will do, or open the small menu beside them. An
        import is undone as a whole. Undo also works after you have closed the program and come
        back.
      </p>
      <p>
        While you are typing in a field, the same keys undo your typing and not the last saved
        change.
      </p>

      <h2>History</h2>
      <p>
        <Keys keys="Mod+H" /> opens the history of the catalogue, the newest change first. For each
        you see who made it and when, from which form, list or file, and how many records it
        touched. Choose one to see every record and its fields, before and after; for an import,
        also the sheet and row.
      </p>
      <p>
        A record has a history of its own: open the record and press <Keys keys="Mod+Shift+H" />.
        There you can put a single field back to what it was, or the whole record. It also tells
        which components, technologies and others came to link to the record, and which no longer
        do. A record that was deleted keeps its history too, and comes back from it.
      </p>

      <h2>Undo something from last week</h2>
      <p>
        Open the history, choose the change, and choose <b>Undo this change</b>. Only that change is
        taken back; what happened since stays.
      </p>
      <p>
        If later changes stand on it, Cadastre does not guess. It shows each record in question,
        with what was done to it later, by whom and when. Take back the rest and leave these as they
        are, or take these back too. The arrow beside a record takes back that one alone.
      </p>

      <h2>Imports, and where a value came from</h2>
      <p>
        <b>Imports</b> in the history lists every file that was brought in, with what it created and
        changed, and leads to the records that still hold a value from it. In any list, add the
        condition <b>The import that it came from</b>. Rest the pointer on a cell of a list: it says
        from which file, sheet and row its value is, and when it came and by whom. In a form the
        line at the foot says the same of the field that you rest on or go into.
      </p>

      <h2>Undo is a change too</h2>
      <p>
        The history is never rewritten. An undo is added to it as a change of its own, which you can
        undo in turn. So the history always tells what really happened.
      </p>
    </>
  );
}
