import { Button } from "@fluentui/react-components";
import { Keys } from "../../../commands";
import { useShowFirstSteps } from "../../../frame";
import { To } from "../To";

export function GettingStarted() {
  const firstSteps = useShowFirstSteps();
  return (
    <>
      <p className="lead">
        Cadastre keeps the register of your organization’s IT: its systems, what they are made of,
        the technology they run on, who answers for them and when they are next looked at. This page
        takes you through it in ten minutes.
      </p>

      <h2>Look around first</h2>
      <p>
        On the first page choose <b>Open the sample catalogue</b>. It shows a made-up department
        with about sixty systems, several hundred components, people, vendors and accreditations. It
        is a scratch copy: change and delete whatever you like. It goes when you close it.
      </p>
      <ul>
        <li>
          At the left are the <b>lists</b> of the app, with the number of active records beside
          each. More lists are under the area at the bottom left.
        </li>
        <li>
          In the middle is a <b>list</b>. Its name is a menu: behind it are other views of the same
          records, such as <i>Upcoming Reviews</i>.
        </li>
        <li>
          A name is a link. It opens the <b>record</b>, with its fields on tabs and the records that
          belong to it.
        </li>
        <li>
          The box above the list keeps the rows that contain what you type. The wide box at the top,
          or <Keys keys="Mod+K" />, finds any record, list or command by name.
        </li>
      </ul>

      <h2>Make a catalogue of your own</h2>
      <ol>
        <li>
          Choose <b>New catalogue</b> and say where the file goes. A catalogue is one file that ends
          in <code>.cadastre</code>.
        </li>
        <li>
          Choose <b>Import a spreadsheet</b>, or drop the file on the window. It may be an Excel
          workbook, a CSV file or a data package from Power Apps. See{" "}
          <To page="import">Bring in a spreadsheet</To>.
        </li>
        <li>Read what would be created and what could not be placed, then apply it.</li>
      </ol>
      <p>
        Did it come out wrong? Press the undo arrow at the top. The whole import is taken back in
        one step, and you can try again with other answers.
      </p>

      <p>
        <Button onClick={firstSteps}>Show me the first steps</Button>
      </p>

      <h2>Then keep it up to date</h2>
      <p>
        There are two ways, and you can mix them. Edit in the window: see{" "}
        <To page="correct-and-edit">Correct and edit</To>. Or export a list, let colleagues fill it
        in, and import it again: see <To page="hand-back">Hand a spreadsheet back</To>.
      </p>

      <h2>Words used here</h2>
      <dl>
        <dt>Catalogue</dt>
        <dd>One file with all your records, their history and nothing else.</dd>
        <dt>Record</dt>
        <dd>One system, one component, one person. It has a name and fields.</dd>
        <dt>View</dt>
        <dd>A list with certain columns, a filter and an order.</dd>
        <dt>Lookup</dt>
        <dd>A field that holds another record, such as the point of contact of a system.</dd>
        <dt>Inactive</dt>
        <dd>
          Put aside, not deleted. Active views do not show it, and everything about it is kept.
        </dd>
        <dt>Stub</dt>
        <dd>
          A record that is known by name only, because something else names it. Fill it in when you
          can, or import a file that does.
        </dd>
      </dl>
    </>
  );
}
