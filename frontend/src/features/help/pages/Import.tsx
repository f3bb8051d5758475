import { keysText } from "../../../commands";
import { To } from "../To";

export function Import() {
  return (
    <>
      <p className="lead">
        Bring in the spreadsheet that you have, as it is. Cadastre finds out what it holds and shows
        you what it would do. Nothing is written before you say so, and afterwards one click takes
        it all back.
      </p>

      <h2>What you can bring in</h2>
      <ul>
        <li>
          Excel workbooks (<code>.xlsx</code>), with any number of sheets
        </li>
        <li>
          CSV and TSV files, separated by comma, semicolon or tab, in any of the usual encodings
        </li>
        <li>
          Data packages of Microsoft’s Configuration Migration tool (<code>data.zip</code>), and
          workbooks exported from Power Apps
        </li>
        <li>
          Rows copied with their headers in a spreadsheet, a web page or a message: press{" "}
          {keysText("Mod+V")} on the import page. They are kept in memory only
        </li>
        <li>Several files at once; links between them are found in whatever order they come</li>
      </ul>

      <h2>Step by step</h2>
      <ol>
        <li>
          Drop the files on the window, choose <b>Import a spreadsheet</b>, or paste copied rows.
        </li>
        <li>
          Look at <b>Sheets and columns</b>. For every sheet it says which table it was taken for
          and why, and for every column which field it fills. A column with no place is listed by
          name: choose its field, drag it onto one, or leave it out.
        </li>
        <li>
          Go through the <b>values</b>: every choice, name or date that the catalogue does not know
          stands there once, with how many rows have it. Say what it stands for, create it, leave it
          blank or leave its rows out; one answer counts for all of them.
        </li>
        <li>
          Look at the <b>counts</b>: read, created, updated, unchanged, skipped, rejected. The last
          five always add up to the first. Choose one to see its rows; choose a row to see every
          field before and after.
        </li>
        <li>
          Look at the <b>problems</b>. Each says in which sheet, row and column it is, what the cell
          holds, and what it may have meant. <b>Notes</b> hold nothing up. One of them may say that
          a row is likely in the catalogue already: update that record instead, create the row all
          the same, or leave it out, as you can with any other. One answer can be for all such rows.
        </li>
        <li>Apply. All of it is written as one change, or none of it.</li>
      </ol>

      <h2>The same file next month</h2>
      <p>
        <b>Mapping</b> keeps by name how the files were understood: sheets, columns, keys and what
        values stand for. When a file with the same columns comes it is used at once, and the page
        says so. <i>Saved mappings</i> lists them and takes one away. A mapping can be saved as a
        file, and <code>cadastre import --map</code> reads it.
      </p>

      <p>
        When files come from another system again and again, say so:{" "}
        <To page="source-systems">Source systems</To> tells what is remembered then.
      </p>

      <h2>Several tables in one sheet, several names in one cell</h2>
      <p>
        Where a column says what each row is, <b>Divide</b> gives the rows to tables by it. A column
        such as <i>Technologies</i> with several names in a cell becomes links, parted by the sign
        that the column really uses. In a sheet in which records take several rows, a row without a
        name or a code goes on with the row above it, and the plan says what it adds.
      </p>

      <h2>How a row finds its record</h2>
      <p>
        By the record’s id where the sheet has one, as everything does that Cadastre exported; else
        by fields that identify a record, such as an abbreviation; else by its name. A name that two
        records share is reported with both of them, never guessed. You can choose the fields
        yourself under the sheet.
      </p>

      <h2>Empty cells</h2>
      <p>
        A column that your file does not have leaves its field alone. An empty cell leaves the field
        alone too, unless the workbook was exported by Cadastre: there, a cell that you emptied
        means that the field should be empty. Both can be changed before you apply.
      </p>

      <h2>Dates</h2>
      <p>
        Real dates of Excel are taken as they are. For dates written as text, all cells of the
        column together decide whether the day or the month comes first. When even that leaves it
        open, as with 03/04/2026 everywhere, you are asked.
      </p>

      <h2>Names that nobody knows yet</h2>
      <p>
        A cell may name a person or a vendor that has no record. You decide what happens: it is
        reported and the field stays empty, or a stub is created with that name, which you can fill
        in later.
      </p>

      <h2>When some rows are wrong</h2>
      <p>
        Correct them in the spreadsheet and drop it again; what was fine before shows as unchanged.
        Or take the good rows and cells now: a row comes in without its bad cells, and the plan
        names all that is left out.
      </p>
      <p>
        Afterwards, <To page="undo-and-history">Undo and history</To> tells you for every record
        which file and row it came from.
      </p>
    </>
  );
}
