import { To } from "../To";

export function HandBack() {
  return (
    <>
      <p className="lead">
        Colleagues work on a spreadsheet, and what they change comes back without retyping. Nobody
        has to stop working meanwhile, and nobody’s work gets lost. This page follows one workbook
        out and back.
      </p>

      <h2>1. Out it goes</h2>
      <p>
        Open the list, filter it, and choose <b>Export</b>: the list as you see it, only the rows
        that you selected, or whole tables with a sheet for each. The workbook has real dates, a
        filter on every column, and drop-down lists where only certain values fit. An export that
        nobody touches changes nothing when it comes back.
      </p>

      <h2>2. Colleagues change it</h2>
      <ul>
        <li>They may sort, filter, hide and move columns, and rename the headers.</li>
        <li>A new row becomes a new record. A cell that they empty empties the field.</li>
        <li>
          A row that they delete does nothing, unless you ask for deletions when the workbook comes
          back.
        </li>
        <li>
          Please leave the hidden columns in place. They tell which record a row is and how old it
          is, so that even its name may change.
        </li>
      </ul>

      <h2>3. Meanwhile, you go on working</h2>
      <p>
        Drop the workbook on the window when it comes back. Every cell is compared three ways: as it
        was exported, as it is in the file, and as it is in the catalogue now. Where was it changed?
      </p>
      <dl className="help-cases">
        <dt>In the file only</dt>
        <dd>It is taken.</dd>
        <dt>Here only</dt>
        <dd>It stays. The old value in the file is not an edit.</dd>
        <dt>In both, to the same</dt>
        <dd>There is nothing to decide.</dd>
        <dt>In both, differently</dt>
        <dd>
          That is a conflict. You see the three values side by side and decide: for this cell, for
          the whole column, or for all. Until you decide, yours stays.
        </dd>
      </dl>
      <p>
        The plan lists each cell before and after. Nothing is written before you choose <b>Apply</b>
        , and <To page="undo-and-history">Undo</To> takes all of it back, also next year.
      </p>
      <p>
        A workbook from another copy of the catalogue cannot be compared three ways. The plan says
        so: rows still find their records, and cells are taken as the file has them. So it is with
        rows that you paste on the import page: they come without the hidden columns.
      </p>

      <h2>4. What is wrong goes back</h2>
      <p>
        A misspelt choice or an unknown vendor does not hold up the rest. Take the good rows, and
        choose <b>Save the file with what to correct</b>: the sender’s own workbook as it looked,
        with the cells at fault coloured, the reason beside them, and a list of what may have been
        meant. When it comes back, just those rows are taken. Rows that were pasted go back as a
        workbook of their own.
      </p>

      <h2>A workbook to fill in</h2>
      <p>
        A <b>template</b> is an export without rows, for somebody whose inventory you are still
        waiting for. It checks dates, lengths and choices while they type, offers the names of
        records that can be linked, colours what is missing, says on a sheet of its own what goes
        where, and has an example row, which an import leaves out.
      </p>

      <h2>To Power Apps and back</h2>
      <ul>
        <li>
          <b>Bring in</b> a workbook that Power Apps exported (<i>Export to Excel</i>,{" "}
          <i>Static worksheet</i>). Rows find their records by the hidden id. If you have edited a
          record here after its last change there, each cell that differs is a conflict to decide.
        </li>
        <li>
          <b>Send back:</b> the command <b>Fill in a Power Apps workbook</b> writes into a copy of
          that workbook what the catalogue says. Only cells that differ change, records made here
          become new rows if you wish, and all that Power Apps needs to take the workbook back stays
          as it is.
        </li>
        <li>
          <b>Move everything</b> with a <i>Power Apps package</i>, a form of <b>Export</b>, which
          the Configuration Migration tool reads. It holds every record with its id and its links;
          history, views and saved mappings stay in the catalogue. Tick{" "}
          <i>Only what Microsoft’s starter kit has a place for</i> when the other side has nothing
          but the kit; what stays out is named.
        </li>
      </ul>
    </>
  );
}
