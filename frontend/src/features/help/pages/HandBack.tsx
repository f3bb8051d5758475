import { To } from "../To";

export function HandBack() {
  return (
    <>
      <p className="lead">
        Colleagues without Cadastre work on a spreadsheet, and what they change comes back without
        retyping. The round trip is safe: an export that nobody touched changes nothing.
      </p>

      <h2>Export what you see</h2>
      <ol>
        <li>Open the list and choose the view; filter and sort it as you want it.</li>
        <li>
          Choose <b>Export</b>. You can take the list as it stands, or whole tables with a sheet for
          each.
        </li>
        <li>
          Choose a workbook (<code>.xlsx</code>) or a plain CSV file, and where it goes.
        </li>
      </ol>
      <p>
        The workbook has a frozen header, a filter on every column, real dates, and drop-down lists
        in the columns that allow only certain values. Other records are shown by name.
      </p>

      <h2>Let others fill it in</h2>
      <ul>
        <li>Change cells, sort, hide columns, add rows below: all of it is understood.</li>
        <li>
          Please leave the hidden columns in place. They tell which record a row is, so that even
          its name may be changed.
        </li>
        <li>A new row without an id becomes a new record.</li>
        <li>
          A row that is removed does nothing, unless you ask for it when the workbook comes back.
        </li>
        <li>A cell that is emptied empties the field.</li>
      </ul>

      <h2>Bring it back</h2>
      <p>
        Drop the workbook on the window. The plan shows exactly the cells that differ, before and
        after. If a record was changed in the catalogue since the export, you see that as well. Then
        apply. See <To page="import">Bring in a spreadsheet</To>.
      </p>

      <h2>An empty one to start with</h2>
      <p>
        A <b>template</b> is an export without rows, ready to be filled in: drop-down lists, dates
        and lengths that are checked while typing, what is missing coloured, a sheet that says what
        goes into each column, and an example row, which an import leaves out. It is the best thing
        to send to somebody whose inventory you are still waiting for.
      </p>
    </>
  );
}
